// A mail server on this machine for the tests of the worker: a real one that speaks SMTP over
// a socket. What it does with a mail is said by the recipient's name; what it got is told over HTTP,
// where it also takes what a webhook calls.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly mailPeer: {
      readonly open: number
      readonly withPassword: number
      readonly withTls: number
      readonly broken: number
      readonly gone: number
      readonly mute: number
      readonly told: number
    }
  }
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

const got: string[] = []

const OPTIONS: SMTPServerOptions = {
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  closeTimeout: 100,
  logger: false,
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('refused@')) return done(refusal(550, 'No such mailbox here'))
    if (address.startsWith('later@')) return done(refusal(451, 'Greylisted, come back later'))
    done()
  },
  onData(stream, _session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      got.push(Buffer.concat(parts).toString('utf8'))
      done()
    })
  },
}

/** Greets, says yes to everything, and hangs up as soon as the mail itself comes. */
function hangUp(socket: Socket): void {
  socket.write('220 odd.example ESMTP\r\n')
  socket.on('data', (data) => (String(data).startsWith('DATA') ? socket.destroy() : socket.write('250 yes\r\n')))
}

const ODD: Readonly<Record<'broken' | 'gone' | 'mute', (socket: Socket) => void>> = {
  broken: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  gone: hangUp,
  mute: () => {},
}

/** Calls of the webhook, as they came. */
export interface Called {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
const called: Called[] = []

/** GET /mails and /calls say what came, DELETE forgets these and leaves the others: two files of tests may be at it. POST /hook/500 is a call that is answered with 500. */
async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  if (request.method === 'POST') {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    called.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString('utf8') })
    response.writeHead(Number(path.split('/').at(-1)), { location: '/calls' }).end('thank you')
    return
  }
  const asked = path === '/calls' ? called : got
  if (request.method === 'DELETE') asked.length = 0
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(asked))
}

const listening = (server: { listen(port: number, host: string, done: () => void): unknown }) =>
  new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
const portOf = (server: Server) => (server.address() as AddressInfo).port

export default async function mailPeer(project: TestProject): Promise<() => void> {
  const open = new SMTPServer(OPTIONS)
  const withPassword = new SMTPServer({
    ...OPTIONS,
    ...{ authOptional: false, allowInsecureAuth: true },
    onAuth: ({ username, password }, _session, done) =>
      username === 'phulucso' && password === 'mật khẩu' ? done(null, { user: username }) : done(refusal(535, 'Wrong password')),
  })
  // Its certificate is nobody's that anybody trusts.
  const withTls = new SMTPServer({ ...OPTIONS, secure: true })
  const told = createServer((request, response) => void tell(request, response))
  const odd = Object.fromEntries(Object.entries(ODD).map(([name, act]) => [name, createSocketServer(act)])) as Record<
    keyof typeof ODD,
    Server
  >
  const speaking = [open, withPassword, withTls]
  for (const server of speaking) server.on('error', () => {})
  const sockets = new Set<Socket>()
  const servers: readonly Server[] = [...speaking.map(({ server }) => server), told, ...Object.values(odd)]
  for (const server of servers) server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  for (const server of [...speaking, told, ...Object.values(odd)]) await listening(server)
  project.provide('mailPeer', {
    ...{ open: portOf(open.server), withPassword: portOf(withPassword.server) },
    ...{ withTls: portOf(withTls.server), told: portOf(told) },
    ...{ broken: portOf(odd.broken), gone: portOf(odd.gone), mute: portOf(odd.mute) },
  })
  return () => {
    for (const server of servers) server.close()
    for (const socket of sockets) socket.destroy()
  }
}
