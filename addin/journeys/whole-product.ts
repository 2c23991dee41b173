// Starts the whole product the way `npm start` does, on a free port with a
// database of its own, for the browser journeys; ends it afterwards. Nothing may write into
// dist meanwhile, pictures neither: every product then loads anew, and what was just asked waits.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

export const root = resolve(import.meta.dirname, '../..')

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

/** Resolves once the start script says that everything is served. */
const served = (child: ChildProcess) =>
  new Promise<void>((done, fail) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Ctrl-C ends it')) done()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('exit', (code) => fail(new Error(`npm start ended with code ${code}:\n${output}`)))
  })

export interface Place {
  readonly data: string
  readonly port: number
}

/** An empty folder for the data, and a port that nobody uses. */
export const newPlace = async (): Promise<Place> => ({ data: mkdtempSync(join(tmpdir(), 'phu-luc-so-')), port: await freePort() })

/** Resolves, once everything is served, with what ends it. */
export async function serve(project: TestProject, { data, port }: Place): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [join(root, '.tools/start.mjs'), '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await served(child)
  project.provide('origin', `http://127.0.0.1:${port}`)
  return async () => {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await Promise.race([gone, new Promise((done) => setTimeout(done, 8000))])
    rmSync(data, { recursive: true, force: true })
  }
}

export default async (project: TestProject) => serve(project, await newPlace())

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
  }
}
