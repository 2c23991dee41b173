// A program of one module in workerd alone, without wrangler around it: what such
// a process takes is what the program takes. Its heap is capped as production
// caps it, or V8 would collect nothing while the machine has memory to spare.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root, run } from './runtime.mjs'

/** What an isolate may take in production. */
const HEAP_MB = 128
const PLATFORM = { compatibility_date: '2026-10-20', compatibility_flags: [] }

/** As a deployment would bundle it. */
async function bundle(folder) {
  const config = join(folder, 'wrangler.json')
  writeFileSync(config, JSON.stringify({ name: 'bare', main: 'entry.ts', ...PLATFORM }))
  const words = ['deploy', '--dry-run', '--outdir', join(folder, 'out'), '--config', config]
  if ((await run('node_modules/wrangler/bin/wrangler.js', words, { quiet: true })) !== 0) throw new Error(`${folder} could not be bundled`)
}

const configuration = (parent, heapMb) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = ["--max-heap-size=${heapMb}"],
  services = [
    (name = "program", worker = (
      modules = [(name = "entry.js", esModule = embed "out/entry.js")],
      compatibilityDate = "${PLATFORM.compatibility_date}",
      compatibilityFlags = ${JSON.stringify(PLATFORM.compatibility_flags)},
      globalOutbound = "parent",
    )),
    (name = "parent", external = (address = "127.0.0.1:${parent}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "program")],
);
`

const binary = () => {
  const { resolve } = createRequire(join(root, 'package.json'))
  return createRequire(resolve('wrangler'))('workerd').default
}

/** Resolves with the port that the process listens on. */
const listening = (child) =>
  new Promise((done) => child.stdio[3].once('data', (text) => done(JSON.parse(String(text).split('\n')[0]).port)))

async function bytesOf(request) {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}

/**
 * Runs `source` (a worker whose fetch answers when it is done) in that folder and resolves with what it answered.
 * What the program itself fetches comes to `answer(path, body, pid)`, and waits for it. `heapMb`: where it may take more than production gives, or proves that less is enough.
 */
export async function runInWorkerd(folder, source, answer, heapMb = HEAP_MB) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'entry.ts'), source)
  await bundle(folder)
  let child
  const parent = createServer(async (request, response) => {
    try {
      response.end(await answer(decodeURIComponent(request.url), await bytesOf(request), child.pid))
    } catch (error) {
      response.writeHead(500).end(String(error?.stack ?? error))
    }
  })
  await new Promise((done) => parent.listen(0, '127.0.0.1', done))
  parent.requestTimeout = 0
  try {
    writeFileSync(join(folder, 'config.capnp'), configuration(parent.address().port, heapMb))
    child = spawn(binary(), ['serve', '--control-fd=3', join(folder, 'config.capnp')], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
    const ended = new Promise((_, fail) =>
      child.on('exit', (code, signal) => fail(new Error(`workerd ended by itself: ${signal ?? code}`))),
    )
    const answered = listening(child).then(async (port) => (await fetch(`http://127.0.0.1:${port}/`)).text())
    // Where the answer breaks off, the process says why.
    return await Promise.race([ended, answered.catch(() => ended)])
  } finally {
    child?.kill()
    parent.close()
    parent.closeAllConnections()
  }
}
