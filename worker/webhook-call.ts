// One call of the webhook: the body with when it is sent and a signature over both. Follows no
// redirection and keeps nothing of the answer but its status.
import { NotSent } from './mailer.ts'

export interface WebhookCall {
  readonly url: string
  readonly secret: string
  /** The same for every attempt. */
  readonly id: string
  readonly event: string
  readonly body: string
  readonly at: Date
}

const PATIENCE_MS = 10_000
const bytesOf = new TextEncoder()

export const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** HMAC-SHA256 of a text under a secret. */
export async function hmac(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytesOf.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return hex(await crypto.subtle.sign('HMAC', key, bytesOf.encode(text)))
}

/** Resolves with what the other side answered. */
export async function callWebhook({ url, secret, id, event, body, at }: WebhookCall): Promise<string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  let response: Response
  try {
    response = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) },
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Pls-Event': event,
        'Pls-Delivery': id,
        'Pls-Timestamp': timestamp,
        'Pls-Signature': `v1=${await hmac(secret, `${timestamp}.${body}`)}`,
      },
    })
  } catch (error) {
    throw new NotSent('server', error instanceof Error ? error.message.slice(0, 200) : 'no answer', error)
  }
  await response.body?.cancel()
  if (response.ok) return `HTTP ${response.status}`
  throw new NotSent(response.status === 410 ? 'letter' : 'later', `HTTP ${response.status}`)
}
