// The whole product with the demonstration's quarter in it: filed as `npm run demo:data`
// does, then served.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { newPlace, root, serve } from '../whole-product.ts'

const filed = (data: string, port: number) =>
  new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [join(root, '.tools/demo-data.mjs'), '--data', data, '--port', String(port)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`npm run demo:data ended with code ${code}:\n${output}`))))
  })

export default async function setup(project: TestProject) {
  const place = await newPlace()
  await filed(place.data, place.port)
  return serve(project, place)
}
