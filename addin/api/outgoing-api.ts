// What goes out by itself: what one wants to get, when people are reminded, the outbox, the
// webhook. Apart from api.ts so that the pane does not load it.
import { Outbox, type OutboxDecision } from '../../shared/people.ts'
import { MailWish, type ReminderChange, ReminderView } from '../../shared/reminder/reminder-setting.ts'
import { type WebhookChange, WebhookMade, WebhookView } from '../../shared/webhook.ts'
import { caller, type Fetch, matching } from './call.ts'
import type { TokenStore } from './token-store.ts'

/** Servers are waited for. */
const LONG_MS = 120_000

export type OutgoingApi = ReturnType<typeof outgoingApi>

export function outgoingApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call } = caller(base, tokens, fetcher)
  return {
    mailWish: () => call(MailWish, '/api/me/mail'),
    setMailWish: (wish: MailWish) => call(MailWish, '/api/me/mail', { method: 'PUT', json: wish }),
    reminders: () => call(ReminderView, '/api/reminders'),
    setReminders: (change: ReminderChange, seen: number) =>
      call(ReminderView, '/api/reminders', { method: 'PUT', json: change, headers: matching(seen) }),
    outbox: () => call(Outbox, '/api/outbox'),
    decide: (decision: OutboxDecision, seen: number) =>
      call(Outbox, '/api/outbox/decisions', { method: 'POST', json: decision, headers: matching(seen) }),
    run: () => call(Outbox, '/api/outbox/run', { method: 'POST', timeoutMs: LONG_MS }),
    webhook: () => call(WebhookView, '/api/webhook'),
    setWebhook: (change: WebhookChange, seen: number) =>
      call(WebhookMade, '/api/webhook', { method: 'PUT', json: change, headers: matching(seen) }),
  }
}
