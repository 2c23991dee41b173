// How long each question of the province's pages takes in wrangler dev, in a province of 5,000 agencies that have each
// sent 20 rows in each of two months: milliseconds by the clock of the caller, median and longest, and bytes of the answer.
// `node .tools/long-lists.mjs [--port N] [--agencies N] [--rounds N] [--only matrix,progress] [--data FOLDER]`: a folder
// is filled once and stays.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { askedDatabase } from '../worker/testing/asked-database.ts'
import { fillProvince } from '../worker/testing/long-province.ts'
import { devServer, signedIn } from './dev-server.mjs'
import { openSqlite } from './sqlite-beside.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : otherwise
}
const port = Number(option('port', 8798))
const agencies = Number(option('agencies', 5_000))
const only = option('only', '')
const origin = `http://127.0.0.1:${port}`
const ROWS = 20
const rounds = Number(option('rounds', 5))
const REPORTS = '/api/consolidations/THANG/2025-06'
/** As fillProvince calls them. */
const SOME = Array.from({ length: 50 }, (_, at) => `A${String(at * 90).padStart(5, '0')}`).join(',')

/** Counted per agency and kept. */
const COUNTED = ['progress', 'progress of a quarter', 'reconcile', 'quarter', 'figure']

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

const ended = (child) =>
  new Promise((done) => {
    child.on('exit', done)
    child.kill('SIGTERM')
  })

async function fill(data) {
  await ended(await devServer(data, port))
  const folder = join(data, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
  const sqlite = openSqlite(join(folder, file), { fresh: false })
  const { db } = askedDatabase(sqlite.ask)
  const monthly = khanhHoa2025.templates.filter(({ regime }) => regime.frequency === 'month')
  await fillProvince(
    db,
    khanhHoa2025.plan,
    ['2025-05', '2025-06'].flatMap((period) =>
      monthly.map((template) => ({ template, period, agencies, rows: template.code === 'THANG' ? ROWS : null })),
    ),
  )
  sqlite.close()
}

/** Each page of a list, from its first on. */
async function pages(ask, path) {
  const all = []
  for (let after = null; after !== undefined; ) {
    const answer = await ask(after === null ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`)
    all.push(answer)
    after = JSON.parse(answer.text).next ?? undefined
  }
  return all
}

const kept = option('data', null)
const isFilled = kept !== null && existsSync(kept)
if (kept !== null) mkdirSync(kept, { recursive: true })
const data = kept ?? mkdtempSync(join(tmpdir(), 'long-lists-'))
let child
try {
  if (!isFilled) await fill(data)
  child = await devServer(data, port)
  const headers = await signedIn(origin, 'aggregator@khanhhoa.example')
  const asking = (headers, more) => async (path) => {
    const from = performance.now()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch(origin + path, { ...more, headers: { ...headers, ...key, ...more?.headers } })
    const text = await answer.text()
    if (!answer.ok && answer.status !== 503) throw new Error(`${path}: ${answer.status} ${text}`)
    return { ms: performance.now() - from, text, left: answer.ok ? 0 : JSON.parse(text).left }
  }
  const sending = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  const ask = asking(headers)
  const freeze = asking(headers, sending({ template: 'THANG', period: '2025-06', reason: 'Đo' }))
  const release = asking(await signedIn(origin, 'admin@khanhhoa.example'), sending({}))
  /** What nobody has counted yet is counted by pieces first, by whoever asks again and again. */
  const counted = async (ask, path) => {
    const pieces = []
    for (;;) {
      const answer = await ask(path)
      if (answer.left === 0) return pieces
      pieces.push(answer.ms)
    }
  }
  const once = (how) => async (_ask, path) => [await how(path)]
  console.log(`${agencies} agencies × ${ROWS} rows\n  median   longest    largest`)
  const questions = {
    periods: ['/api/periods'],
    status: ['/api/status?template=THANG&period=2025-06', pages],
    matrix: ['/api/matrix?span=2025-06', pages],
    rows: [`${REPORTS}/rows?table=main`],
    'rows of some': [`${REPORTS}/rows?table=main&agencies=${SOME}`, pages],
    totals: [`${REPORTS}/totals`],
    progress: ['/api/progress'],
    'progress of a quarter': ['/api/progress/QUY/2025-Q2'],
    reconcile: ['/api/reconciliations/THANG/2025-06'],
    'texts that repeat': ['/api/reconciliations/THANG/2025-06/matters?kind=same-row'],
    'words as before': ['/api/reconciliations/THANG/2025-06/matters?kind=unchanged'],
    quarter: ['/api/summaries/QUY/2025-Q2'],
    'quarter, page by page': ['/api/summaries/QUY/2025-Q2', pages],
    figure: ['/api/summaries/QUY/2025-Q2/figures/outside.ungrouped'],
    freeze: ['/api/snapshots', once(freeze)],
    release: ['/api/boards/2025-06/release', once(release)],
    board: ['/api/board/2025-06.json'],
    snapshots: ['/api/snapshots?template=THANG&period=2025-06'],
  }
  for (const [name, [path, all]] of Object.entries(questions)) {
    if (only !== '' && !only.split(',').includes(name)) continue
    const seen = []
    if (COUNTED.includes(name)) {
      const pieces = await counted(ask, path)
      if (pieces.length > 0)
        console.log(
          `${`${median(pieces).toFixed(0)} ms`.padStart(9)} ${`${Math.max(...pieces).toFixed(0)} ms`.padStart(9)}            ${path}, while it is counted`,
        )
    }
    for (let round = 0; round < rounds; round++) seen.push(...(await (all ? all(ask, path) : [await ask(path)])))
    const times = seen.map(({ ms }) => ms)
    const largest = Math.max(...seen.map(({ text }) => text.length)) / 1000
    const shown = [`${median(times).toFixed(0)} ms`, `${Math.max(...times).toFixed(0)} ms`, `${largest.toFixed(0)} kB`]
    console.log(`${shown.map((one) => one.padStart(9)).join(' ')}  ${path}${all ? ` (${seen.length / rounds} pages)` : ''}`)
  }
} finally {
  child?.kill('SIGTERM')
  if (kept === null) rmSync(data, { recursive: true, force: true })
}
process.exit(0)
