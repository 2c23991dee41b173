// Hands mails to an SMTP server. The only place that knows the mailer library; what a mail
// says, and how often it is tried, is not known here.
import { createTransport } from 'nodemailer'

/** As they stand among the vars and secrets of a deployment. */
export interface MailSettings {
  readonly SMTP_HOST?: string
  /** 465, 587 or what the server has; Cloudflare lets nobody out on 25. */
  readonly SMTP_PORT?: string
  /** "implicit" (TLS from the first byte), "starttls" (demanded, never only offered) or "none". */
  readonly SMTP_TLS?: string
  readonly SMTP_USER?: string
  readonly SMTP_PASSWORD?: string
  /** "Phụ lục số <khong-tra-loi@khanhhoa.gov.vn>" */
  readonly SMTP_FROM?: string
  /** Seconds that the server may keep silent. */
  readonly SMTP_TIMEOUT?: string
}

export interface Letter {
  /** The same for every attempt: whoever gets it twice can tell. */
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly html: string | null
}

/** The server, or the way to it, said no. */
export class NotSent extends Error {
  /** `letter`: this one will never be taken. `server`: no other would be taken now either. `later`: this one perhaps another time. */
  readonly of: 'letter' | 'server' | 'later'
  constructor(of: NotSent['of'], sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.of = of
  }
}

/** Resolves with what the server answered. */
export type Mailer = (letter: Letter) => Promise<string>

export type MailSetup =
  | { readonly kind: 'off' }
  /** What is wrong with the settings. */
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'on'; readonly server: string; readonly send: Mailer }

const LONGEST_ANSWER = 500
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_ANSWER)

/** What the server says of a recipient or of the mail itself is about this letter, and with 5xx its last word; all else would meet every letter. */
function notSent(error: unknown): NotSent {
  const {
    code = '',
    command = '',
    responseCode = 0,
    response,
    message,
  } = error as Partial<Record<'code' | 'command' | 'response' | 'message', string> & { responseCode: number }>
  const sentence = oneLine(response || message || String(error))
  if (command === 'RCPT TO' || command === 'DATA') return new NotSent(responseCode >= 500 ? 'letter' : 'later', sentence, error)
  return new NotSent('server', `${code} ${sentence}`.trim(), error)
}

const isHere = (host: string): boolean => host === '127.0.0.1' || host === 'localhost'

function problemOf({ SMTP_PORT, SMTP_TLS, SMTP_USER, SMTP_PASSWORD, SMTP_FROM = '', SMTP_HOST = '' }: MailSettings): string | null {
  const port = Number(SMTP_PORT)
  if (!/^[^<>]*<?[^\s<>@]+@([^\s<>@]+)>?$/.test(SMTP_FROM)) return 'SMTP_FROM is not an address: "Phụ lục số <no-reply@example.gov.vn>"'
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'SMTP_PORT is not a port: 465 or 587'
  if (!['implicit', 'starttls', 'none'].includes(SMTP_TLS ?? '')) return 'SMTP_TLS is none of implicit, starttls, none'
  if ((SMTP_USER === undefined) !== (SMTP_PASSWORD === undefined)) return 'SMTP_USER and SMTP_PASSWORD go together'
  if (SMTP_TLS === 'none' && SMTP_USER !== undefined && !isHere(SMTP_HOST)) return 'SMTP_TLS is none: a password is not sent in the clear'
  return null
}

export function mailSetup(settings: MailSettings): MailSetup {
  const { SMTP_HOST: host, SMTP_PORT, SMTP_TLS, SMTP_USER: user, SMTP_PASSWORD: pass, SMTP_FROM: from = '', SMTP_TIMEOUT } = settings
  if (!host) return { kind: 'off' }
  const problem = problemOf(settings)
  if (problem !== null) return { kind: 'wrong', problem }
  const silence = (Number(SMTP_TIMEOUT) || 20) * 1000
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? host
  const transport = createTransport({
    ...{
      host,
      port: Number(SMTP_PORT),
      secure: SMTP_TLS === 'implicit',
      requireTLS: SMTP_TLS === 'starttls',
      ignoreTLS: SMTP_TLS === 'none',
    },
    ...{ connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence, name: domain },
    ...(user !== undefined && pass !== undefined && { auth: { user, pass } }),
    // A mail says what it says: nothing is fetched or read for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const send: Mailer = async ({ id, recipient, subject, body, html }) => {
    try {
      const { response } = await transport.sendMail({
        ...{
          from,
          to: { name: '', address: recipient },
          subject,
          text: body,
          ...(html !== null && { html }),
          messageId: `<${id}@${domain}>`,
        },
        // Answers to it come to nobody, and nothing answers it by itself.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return oneLine(response)
    } catch (error) {
      throw notSent(error)
    }
  }
  return { kind: 'on', server: `${host}:${SMTP_PORT}`, send }
}
