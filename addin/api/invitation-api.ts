// Opening an invitation: whom it is for, and accepting it. Apart from api.ts, because nobody
// who is signed in asks for it.
import { type InvitationAnswer, InvitationFacts } from '../../shared/people.ts'
import { caller, type Fetch } from './call.ts'
import type { TokenStore } from './token-store.ts'

export function invitationApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call } = caller(base, tokens, fetcher)
  const path = (token: string) => `/api/invitations/${encodeURIComponent(token)}`
  return {
    facts: (token: string) => call(InvitationFacts, path(token)),
    accept: (token: string, answer: InvitationAnswer) => call(InvitationFacts, path(token), { method: 'POST', json: answer }),
  }
}
