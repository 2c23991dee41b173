// What uploads cost a Worker in wrangler dev, by the hostile corpus and by a form
// of 5,000 rows: milliseconds by the clock of the caller, memory of the workerd
// process as Linux tells it. `node .tools/upload-load.mjs [--port N] [--rows N] [--only form]`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { manyRows } from '../shared/check/many-rows.ts'
import { layout } from '../shared/sheet/layout.ts'
import { HOSTILE_CONTAINERS } from '../worker/testing/hostile-containers.ts'
import { HOSTILE_PARTS } from '../worker/testing/hostile-parts.ts'
import { writeWorkbook } from '../worker/xlsx/write.ts'
import { devServer, signedIn } from './dev-server.mjs'
import { rss, watched, workerdOf } from './process-memory.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : otherwise
}
const port = Number(option('port', 8799))
const origin = `http://127.0.0.1:${port}`
const OBLIGATION = 'THANG.2025-03.STTTT'
const ROUNDS = 9
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

async function signIn() {
  const headers = await signedIn(origin, 'filer.stttt@khanhhoa.example')
  return {
    get: async (path) => (await fetch(origin + path, { headers })).json(),
    upload: async (bytes) => {
      const answer = await fetch(`${origin}/api/obligations/${OBLIGATION}/upload`, {
        method: 'POST',
        headers,
        body: bytes,
      })
      return { status: answer.status, body: await answer.json() }
    },
  }
}

async function corpus(pid, { upload }) {
  const seen = []
  for (const { name, file, code } of [...HOSTILE_CONTAINERS, ...HOSTILE_PARTS]) {
    const bytes = file()
    const { answer, ms, peak } = await watched(pid, () => upload(bytes))
    const got = answer.body.refusal?.code ?? (answer.body.type === '/problems/wrong-form' ? null : answer.body.type)
    if (got !== code) console.log(`  ${name}: ${got} instead of ${code}`)
    seen.push({ name, ms, peak })
  }
  const top = (key, unit) => {
    for (const one of seen.toSorted((a, b) => b[key] - a[key]).slice(0, 5))
      console.log(`  ${one[key].toFixed(0).padStart(6)} ${unit}  ${one.name}`)
  }
  console.log(`${seen.length} hostile files, median ${median(seen.map(({ ms }) => ms)).toFixed(0)} ms; slowest:`)
  top('ms', 'ms')
  console.log('most memory of workerd:')
  top('peak', 'MB')
}

async function longForm(pid, { get, upload }, rows) {
  const form = await get(`/api/obligations/${OBLIGATION}/form`)
  const filing = {
    ...manyRows(form.template, rows),
    template: form.template.code,
    agency: form.obligation.agency,
    period: form.obligation.period,
  }
  const { obligation, register, plan, template, prefill } = form
  const draft = { obligation, register, plan, agencyName: obligation.agencyName, provinceName: plan.province, draft: filing }
  const bytes = await writeWorkbook(layout(template, prefill, draft))
  const times = []
  let most = 0
  let findings = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { answer, ms, peak } = await watched(pid, () => upload(bytes))
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body).slice(0, 500))
    times.push(ms)
    most = Math.max(most, peak)
    findings = answer.body.findings.length
  }
  console.log(
    `${rows} rows of ${template.tables[0].fields.length} columns, ${(bytes.length / 1e6).toFixed(2)} MB, to ${findings} findings:`,
  )
  console.log(`  median ${median(times).toFixed(0)} ms, best ${Math.min(...times).toFixed(0)} ms, workerd at most ${most.toFixed(0)} MB`)
}

const data = mkdtempSync(join(tmpdir(), 'upload-load-'))
const child = await devServer(data, port)
try {
  const person = await signIn()
  const pid = workerdOf(child.pid)
  console.log(`workerd at rest: ${rss(pid).toFixed(0)} MB`)
  await longForm(pid, person, Number(option('rows', 5_000)))
  if (option('only') !== 'form') await corpus(pid, person)
} finally {
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await Promise.race([gone, pause(8_000)])
  rmSync(data, { recursive: true, force: true })
}
