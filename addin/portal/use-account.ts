// Who is signed in at the portal, and how that changes.
import { useCallback, useEffect, useState } from 'react'
import type { Person } from '../../shared/wire.ts'
import type { ClockReading } from '../../shared/wire-deployment.ts'
import type { Api, DemoAccount } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { problemOf } from './problem-of.ts'

interface State {
  readonly person: Person | null
  readonly accounts: readonly DemoAccount[]
  readonly clock: ClockReading | null
  readonly busy: 'starting' | 'signing-in' | null
  readonly problem: ApiProblem | null
}

export type Account = ReturnType<typeof useAccount>

export function useAccount(api: Api) {
  // Who has no token is asked for name and password at once; what else the server says comes meanwhile.
  const atFirst = () => (api.signedIn() ? 'starting' : null)
  const [state, setState] = useState<State>(() => ({ person: null, accounts: [], clock: null, busy: atFirst(), problem: null }))
  const change = useCallback((next: Partial<State>) => setState((before) => ({ ...before, ...next })), [])

  const start = useCallback(async () => {
    const isKnown = api.signedIn()
    change({ problem: null, ...(isKnown && { busy: 'starting' }) })
    try {
      const [clock, accounts, person] = await Promise.all([api.clock(), api.demoAccounts(), personAtHand(api)])
      change({ clock, accounts, ...(isKnown && { person, busy: null }) })
    } catch (error) {
      change({ problem: problemOf(error), ...(isKnown && { busy: null }) })
    }
  }, [api, change])
  useEffect(() => void start(), [start])

  const signIn = async (email: string, password: string, remember: boolean) => {
    change({ busy: 'signing-in', problem: null })
    try {
      change({ person: await api.signIn(email, password, remember), busy: null })
    } catch (error) {
      change({ busy: null, problem: problemOf(error) })
    }
  }

  const signOut = async () => {
    change({ person: null, problem: null })
    try {
      await api.signOut()
    } catch (error) {
      change({ problem: problemOf(error) })
    }
  }

  /** The server no longer takes the token. */
  const ended = useCallback(
    (problem: ApiProblem) => {
      api.forget()
      change({ person: null, problem })
    },
    [api, change],
  )

  return { ...state, start, signIn, signOut, ended }
}

async function personAtHand(api: Api): Promise<Person | null> {
  if (!api.signedIn()) return null
  try {
    return await api.me()
  } catch (error) {
    if (problemOf(error).slug !== 'signed-out') throw error
    api.forget()
    return null
  }
}
