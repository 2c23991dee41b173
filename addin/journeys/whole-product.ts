// Starts the whole product the way `npm start` does, on a free port with a
// database of its own, for the browser journeys; ends it afterwards. Nothing may write into
// dist meanwhile, pictures neither: every product then loads anew, and what was just asked waits.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

export const root = resolve(import.meta.dirname, '../..')

/** Below those that systems give to whoever asks for any: it must still be free when the product begins to listen. */
const PORTS = { from: 20_000, to: 32_000 }

async function freePort(): Promise<number> {
  const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from))
  const isFree = await new Promise<boolean>((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)))
  })
  return isFree ? port : freePort()
}

/** Resolves when a script of the tools has ended well, or, where it is named, once it has said so much. */
function finished(child: ChildProcess, name: string, said?: string): Promise<void> {
  return new Promise((resolved, failed) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output += chunk
        if (said && output.includes(said)) resolved()
      })
    child.on('exit', (code) => (code === 0 && !said ? resolved() : failed(new Error(`${name} ended with code ${code}:\n${output}`))))
  })
}

interface Place {
  readonly data: string
  readonly port: number
}

const tool = (script: string, { data, port }: Place): ChildProcess =>
  spawn(process.execPath, [join(root, '.tools', script), '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const NOT_SERVED = 'not-served.txt'

/** Begins to serve, while the tests before have the machine as well (served-first.ts waits for it); gives back what ends it. */
export async function serve(project: TestProject, prepared: readonly string[] = []): Promise<() => Promise<void>> {
  const place: Place = { data: mkdtempSync(join(tmpdir(), 'phu-luc-so-')), port: await freePort() }
  let child: ChildProcess | undefined
  let ending = false
  const begin = async () => {
    for (const script of prepared) {
      child = tool(script, place)
      await finished(child, script)
    }
    if (ending) return
    child = tool('start.mjs', place)
    await finished(child, 'npm start', 'Ctrl-C ends it')
  }
  begin().catch((error: Error) => ending || writeFileSync(join(place.data, NOT_SERVED), error.message))
  project.provide('origin', `http://127.0.0.1:${place.port}`)
  project.provide('data', place.data)
  return async () => {
    ending = true
    const gone = child && child.exitCode === null && new Promise((exited) => child?.once('exit', exited))
    child?.kill('SIGTERM')
    if (gone) await Promise.race([gone, new Promise((late) => setTimeout(late, 8000))])
    rmSync(place.data, { recursive: true, force: true })
  }
}

/** Resolves once what `serve` began answers; says why where it ended instead. */
export async function served(origin: string, data: string): Promise<void> {
  for (;;) {
    if ((await fetch(`${origin}/api/health`).catch(() => null))?.ok) return
    if (existsSync(join(data, NOT_SERVED))) throw new Error(readFileSync(join(data, NOT_SERVED), 'utf8'))
    await new Promise((next) => setTimeout(next, 200))
  }
}

export default (project: TestProject) => serve(project)

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
    data: string
  }
}
