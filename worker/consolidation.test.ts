// The consolidated workbook from real submissions: what counts in it and what does
// not, one moment of it, and what a receiver sees where it breaks off.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { columnLetter } from '../shared/a1.ts'
import { FIRST_COLUMN } from '../shared/sheet/geometry.ts'
import type { Grid } from '../shared/sheet/grid.ts'
import type { Table } from '../shared/template.ts'
import type { Consolidation, Form } from '../shared/wire.ts'
import type { ConsolidatedPage } from '../shared/wire-province.ts'
import { consolidatedPage } from './actions/consolidated-page.ts'
import { consolidatedWorkbook } from './actions/consolidated-workbook.ts'
import { partsOf, type Settings } from './index.ts'
import { begun } from './testing/begun.ts'
import { kept, OF, row } from './testing/kept-submission.ts'
import { aggregator, filer, formOf } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

const workbook = async (sheetRows?: number): Promise<ReadableStream<Uint8Array>> =>
  consolidatedWorkbook(await partsOf(env as Settings), OF.template, OF.period, undefined, sheetRows)

const read = async (stream: ReadableStream<Uint8Array>): Promise<Grid> =>
  readWorkbook(new Uint8Array(await new Response(stream).arrayBuffer()))

let table: Table

/** Value of a field in the row of the data sheets that holds a text. */
function rowWith(grid: Grid, text: string): (key: string) => unknown {
  for (const { cells } of grid.sheets.filter(({ name }) => name.startsWith('Tổng hợp'))) {
    const at = [...cells].find(([, { value }]) => value === text)?.[0]
    const number = at?.replace(/\D/g, '')
    if (at)
      return (key) => cells.get(`${columnLetter(FIRST_COLUMN + table.fields.findIndex((field) => field.key === key))}${number}`)?.value
  }
  throw new Error(`no row with ${text}`)
}

const texts = (grid: Grid, sheet: string) => [...grid.sheets.find(({ name }) => name === sheet)!.cells.values()].map(({ value }) => value)

beforeEach(async () => {
  await begun()
  const form: Form = await formOf(await filer(), 'PL2.2025-03.STTTT')
  table = form.template.tables[0]!
})

describe('the consolidated workbook', () => {
  it('counts the last submission of each agency, in the order of the register, with what the database adds up', async () => {
    await kept('STC', [row('Kho bạc số', 5_000_000), row('Hóa đơn', '-')], { late: true })
    await kept('STTTT', [row('Bản cũ', 999_000_000)])
    await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000), row('Mạng lõi', 1_000), row('Trống', null)], { late: true })
    const grid = await read(await workbook())
    expect(() => rowWith(grid, 'Bản cũ')).toThrow()
    expect(rowWith(grid, 'I. Sở Thông tin và Truyền thông')('nc_dtc')).toBe(322_799.001)
    const sum = await env.DB.prepare(
      `SELECT sum(row_values ->> '$.nc_dtc') AS dong FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id`,
    ).first<{ dong: number }>()
    expect(sum!.dong).toBe(322_804_001_000)
    expect(rowWith(grid, 'Tổng cộng')('nc_dtc')).toBe(322_804.001)
    const lines = texts(grid, 'Tổng hợp').filter((text) => /^[IVX]+\. /.test(String(text)))
    expect(lines).toEqual(['I. Sở Thông tin và Truyền thông', 'II. Sở Tài chính'])
    // Sở TTTT was on time before it corrected its filing.
    expect(texts(grid, 'Tình hình nộp').filter((text) => text === 'Trễ')).toHaveLength(1)
    const status = await (await (await aggregator())('GET', '/api/status?template=PL2&period=2025-03')).json()
    expect(status).toMatchObject({ received: 2, onTime: 1, late: 1 })
  })

  it('says who has nothing to report, to whom it does not apply, and who is missing', async () => {
    await kept('STTTT', [], { declaration: { kind: 'nothing-to-report' } })
    await kept('STC', [], { declaration: { kind: 'not-applicable', reason: 'Không làm chủ đầu tư' } })
    const grid = await read(await workbook())
    expect(texts(grid, 'Tổng hợp')).toContain('I. Sở Thông tin và Truyền thông (không phát sinh)')
    expect(texts(grid, 'Tổng hợp').some((text) => String(text).includes('Sở Tài chính'))).toBe(false)
    for (const text of ['Không phát sinh', 'Không áp dụng', 'Không làm chủ đầu tư']) expect(texts(grid, 'Tình hình nộp')).toContain(text)
    const status = await (await (await aggregator())('GET', '/api/status?template=PL2&period=2025-03')).json()
    expect(status).toMatchObject({ received: 2, nil: 1, notApplicable: 1, missing: status.expected - 2 })
  })

  it('leads each row back to agency, submission, row and cell as they are kept', async () => {
    await kept('STTTT', [row('Trước', 1)])
    const id = await kept('STTTT', [row('A', 1), row('B', 2)])
    const { cells } = (await read(await workbook())).sheets[1]!
    const [at] = [...cells].find(([, { value }]) => value === 'B')!
    const number = at.replace(/\D/g, '')
    const hidden = [0, 1, 2, 3, 4, 5].map(
      (index) => cells.get(`${columnLetter(FIRST_COLUMN + table.fields.length + index)}${number}`)?.value,
    )
    const stored = await env.DB.prepare(
      `SELECT s.id, s.sequence, s.receipt_number, r.row_id, r.cell FROM submissions s JOIN submission_rows r ON r.submission_id = s.id
       WHERE s.id = ?1 AND r.row_values ->> '$.ten' = 'B'`,
    )
      .bind(id)
      .first<Record<string, unknown>>()
    expect(hidden).toEqual(['STTTT', stored!.sequence, stored!.receipt_number, stored!.id, stored!.row_id, stored!.cell])
    expect(stored).toMatchObject({ sequence: 2, row_id: 'n1', cell: 'D21' })
  })

  it('shows one moment, although people go on filing while it is sent', async () => {
    await kept(
      'STTTT',
      Array.from({ length: 700 }, (_, index) => row(`Dự án ${index}`, 1_000_000)),
    )
    await kept('STC', [row('Trước', 5_000_000)])
    const reader = (await workbook()).getReader()
    const chunks: Uint8Array[] = [(await reader.read()).value!]
    await kept('STC', [row('Sau', 9_000_000_000)])
    await kept('SKHDT', [row('Mới', 7_000_000)])
    for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value)
    const grid = await readWorkbook(new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()))
    expect(rowWith(grid, 'Trước')('nc_dtc')).toBe(5)
    for (const text of ['Sau', 'Mới']) expect(() => rowWith(grid, text)).toThrow()
    expect(rowWith(grid, 'Tổng cộng')('nc_dtc')).toBe(705)
    expect(rowWith(await read(await workbook()), 'Tổng cộng')('nc_dtc')).toBe(9707)
  })

  it('reads more rows than one page and more than one sheet, in their order', async () => {
    const names = Array.from({ length: 1203 }, (_, index) => `Dự án số ${index}`)
    await kept(
      'STTTT',
      names.slice(0, 1001).map((name) => row(name, 1_000_000)),
    )
    await kept(
      'STC',
      names.slice(1001).map((name) => row(name, 1_000_000)),
    )
    const column = columnLetter(FIRST_COLUMN + table.fields.findIndex(({ key }) => key === 'ten'))
    const found = (grid: Grid) =>
      grid.sheets.flatMap(({ name, cells }) =>
        name.startsWith('Tổng hợp')
          ? [...cells].flatMap(([at, { value }]) =>
              at.startsWith(column) && /^\D+\d+$/.test(at) && String(value).startsWith('Dự án số') ? [value] : [],
            )
          : [],
      )
    const split = await read(await workbook(500))
    expect(split.sheets.filter(({ name }) => name.startsWith('Tổng hợp'))).toHaveLength(3)
    expect(found(split)).toEqual(names)
    expect(rowWith(split, 'Tổng cộng')('nc_dtc')).toBe(1203)
  })

  it('comes over HTTP as a stream that is an .xlsx', async () => {
    await kept('STTTT', [row('Trung tâm dữ liệu', 1_000_000)])
    const answer = await (await aggregator())('GET', '/api/consolidations/PL2/2025-03/workbook.xlsx')
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    expect(answer.headers.get('content-disposition')).toContain('PL2_2025-03_tong-hop.xlsx')
    expect(rowWith(await readWorkbook(await answer.bytes()), 'Trung tâm dữ liệu')('nc_dtc')).toBe(1)
  })

  it('gives the numerals to groups where one asks for it, their subtotals as the database adds them up', async () => {
    await kept('UBND_NHATRANG', [row('Của thành phố', 7_000_000)], { late: true })
    await kept('STC', [row('Kho bạc số', 5_000_000)], { late: true })
    await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000)])
    const ask = await aggregator()
    const path = '/api/consolidations/PL2/2025-03/workbook.xlsx'
    const grid = await readWorkbook(await (await ask('GET', `${path}?by=group`)).bytes())
    const lines = texts(grid, 'Tổng hợp').filter((text) => /^[IVX]+\.(\d+\.)? /.test(String(text)))
    const groups = lines.filter((text) => /^[IVX]+\. /.test(String(text))).map(String)
    expect(lines).toEqual([
      groups[0],
      'I.1. Sở Thông tin và Truyền thông',
      'I.2. Sở Tài chính',
      groups[1],
      'II.1. UBND thành phố Nha Trang',
    ])
    const { results } = await env.DB.prepare(
      `SELECT sum(row_values ->> '$.nc_dtc') / 1e6 AS trieu FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id
       GROUP BY c.agency LIKE 'UBND%' ORDER BY c.agency LIKE 'UBND%'`,
    ).all<{ trieu: number }>()
    expect(groups.map((label) => rowWith(grid, label)('nc_dtc'))).toEqual(results.map(({ trieu }) => trieu))
    expect(rowWith(grid, 'Tổng cộng')('nc_dtc')).toBe(322_811)
    expect((await ask('GET', `${path}?by=colour`)).status).toBe(400)
  })

  it('of a template or period that nobody owes is not found', async () => {
    const ask = await aggregator()
    for (const path of ['PL2/2019-01', 'NOPE/2025-03'])
      expect((await ask('GET', `/api/consolidations/${path}/workbook.xlsx`)).status).toBe(404)
  })
})

/** The database as it is, until it goes away after so many questions about rows. */
const dyingAfter = (questions: number): D1Database => {
  let asked = 0
  return new Proxy(env.DB, {
    get(db, name) {
      const own = Reflect.get(db, name)
      if (name !== 'prepare') return typeof own === 'function' ? own.bind(db) : own
      return (sql: string) => {
        if (sql.includes('JOIN submission_rows r') && ++asked > questions) throw new Error('the database went away')
        return db.prepare(sql)
      }
    },
  })
}

describe('its rows page by page', () => {
  it('are the rows of the whole, each once, numbered through', async () => {
    for (const [at, agency] of ['STTTT', 'SKHDT', 'SYT'].entries())
      await kept(
        agency,
        Array.from({ length: 3 + 4 * at }, (_, nth) => row(`Dự án ${nth} của ${agency}`, 1_000_000 * nth)),
      )
    const parts = await partsOf(env as Settings)
    const choice = { template: OF.template, period: OF.period, table: 'main', agency: null }
    const whole = await (await (await aggregator())('GET', '/api/consolidations/PL2/2025-03')).json<Consolidation>()
    const rows: Consolidation['rows'] = []
    for (let after: string | null = null; ; ) {
      const page: ConsolidatedPage = await consolidatedPage(parts, choice, after, { limit: 4 })
      if (after === null) expect(page.agencies?.map(({ rows }) => rows)).toEqual([3, 7, 11])
      rows.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    expect(rows).toEqual(whole.rows)
    const ask = await aggregator()
    expect(await (await ask('GET', '/api/consolidations/PL2/2025-03/totals')).json()).toEqual(whole.totals)
    const own = await (await ask('GET', '/api/consolidations/PL2/2025-03/rows?agency=SYT')).json<ConsolidatedPage>()
    expect(own.rows).toEqual(whole.rows.filter(({ agency }) => agency === 'SYT'))
    expect((await ask('GET', '/api/consolidations/PL2/2025-03/rows?after=nonsense')).status).toBe(400)
  })
})

/** Numerals, figures under them and 1.1 under those, counted by the database: nothing of ours takes part. */
const NUMBERED = `WITH filed AS (
    SELECT r.submission_id AS id, a.position AS place, r.position AS at, r.row_values ->> '$.stt' AS stt
    FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id JOIN agencies a ON c.obligation_id = 'PL2.2025-03.' || a.code),
  told AS (SELECT *, stt GLOB '[IVX]*' AS is_part, stt GLOB '[0-9]*' AND instr(stt, '.') = 0 AS is_whole, instr(stt, '.') > 0 AS is_below FROM filed),
  parts AS (SELECT *, total(is_part) OVER (PARTITION BY id ORDER BY at) AS part FROM told),
  wholes AS (SELECT *, total(is_whole) OVER (PARTITION BY id, part ORDER BY at) AS whole FROM parts),
  belows AS (SELECT *, total(is_below) OVER (PARTITION BY id, part, whole ORDER BY at) AS below FROM wholes)
SELECT CASE WHEN is_part THEN format('%d', part)
  WHEN is_whole OR is_below THEN iif(part > 0, format('%d.', part), '') || format('%d', whole) || iif(is_below, format('.%d', below), '') END AS stt
FROM belows ORDER BY place, at`

describe('an outline', () => {
  it('is numbered anew under each agency wherever it is shown, as the database counts it; its own number stays with the submission', async () => {
    const filed: Record<string, (string | null)[]> = {
      STTTT: ['I', '1', '2', '2.1', '2.2', 'III', null, '3', '4', '4.7', 'IV'],
      SKHDT: ['4', '4.1', '4.1', null, '4', '9', '9.3'],
      SYT: ['II', '2', '2.5', '3', '3.1', '3.2', 'II', '7'],
    }
    for (const [agency, numbers] of Object.entries(filed))
      await kept(
        agency,
        numbers.map((stt, nth) => ({ ...row(`Dự án ${nth} của ${agency}`, 1_000_000), stt })),
      )
    const counted = (await env.DB.prepare(NUMBERED).all<{ stt: string | null }>()).results.map(({ stt }) => stt)
    expect(counted.slice(0, 5)).toEqual(['1', '1.1', '1.2', '1.2.1', '1.2.2'])
    const ask = await aggregator()
    const { rows } = await (await ask('GET', '/api/consolidations/PL2/2025-03')).json<Consolidation>()
    expect(rows.map(({ values }) => values.stt)).toEqual(counted)
    const parts = await partsOf(env as Settings)
    const choice = { template: OF.template, period: OF.period, table: 'main', agency: null }
    const paged: unknown[] = []
    for (let after: string | null = null; ; ) {
      const page: ConsolidatedPage = await consolidatedPage(parts, choice, after, { limit: 3 })
      paged.push(...page.rows.map(({ values }) => values.stt))
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(counted)
    // A sheet of 28 rows does not hold the first agency: it goes on in the next.
    for (const grid of [await read(await workbook()), await read(await workbook(28))]) {
      const named = rows.map(({ values }) => rowWith(grid, String(values.ten))('stt') ?? null)
      expect(named).toEqual(counted)
    }
    const [third] = rows.filter(({ values }) => values.stt === '1.2')
    const sent = env.DB.prepare("SELECT row_values ->> '$.stt' AS stt FROM submission_rows WHERE submission_id = ?1 AND row_id = ?2")
    expect(await sent.bind(third!.submissionId, third!.rowId).first('stt')).toBe('2')
  })
})

describe('where the database goes away', () => {
  const rows = Array.from({ length: 700 }, (_, index) => row(`Dự án ${index} ${crypto.randomUUID()}`, 1_000_000))
  const dying = async (questions: number) =>
    consolidatedWorkbook(await partsOf({ ...env, DB: dyingAfter(questions) } as Settings), OF.template, OF.period)

  it('before the first byte, the request fails and nothing is sent', async () => {
    await kept('STTTT', rows)
    await expect(dying(0)).rejects.toThrow('the database went away')
  })

  it('half-way, the stream breaks off, and what arrived opens nowhere', async () => {
    await kept('STTTT', rows)
    // One question for the names that are compared, two pages to be written.
    const reader = (await dying(2)).getReader()
    const chunks: Uint8Array[] = []
    const receive = async () => {
      for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value)
    }
    await expect(receive()).rejects.toThrow('the database went away')
    const bytes = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
    expect(bytes.length).toBeGreaterThan(1000)
    await expect(readWorkbook(bytes)).rejects.toThrow()
  })
})
