// A province as large as one wants, written straight into a database that has the plan: agencies, what they
// owe, and submissions of any number of rows with their events. The same in every run; for measurements only.
import { obligationId } from '../../shared/obligation.ts'
import type { Plan } from '../../shared/plan.ts'
import { textsOfContent } from '../../shared/reconcile/row-texts.ts'
import { talliesOfRows } from '../../shared/tally-of-rows.ts'
import type { Table, Template } from '../../shared/template.ts'
import { sampleRows } from './consolidation-sample.ts'

export interface LongReport {
  readonly template: Template
  readonly period: string
  /** So many agencies owe it. */
  readonly agencies: number
  /** Rows that each has sent; null where nobody has sent anything. */
  readonly rows: number | null
}

const DISTINCT = 400
/** Submissions written by one statement. */
const PORTION = 200
const HASH_LENGTH = 64
const MOMENT = { sent: 'T01:00:00.000Z', opens: 'T17:00:00.000Z' }

const codeOf = (at: number) => `A${String(at).padStart(5, '0')}`
const nameOf = (at: number) => `Ủy ban nhân dân xã số ${at}`
const submissionIdOf = (template: string, period: string, agency: string) => `${template}-${period}-${agency}-00000000-0000`
const hashOf = (seq: number) => String(seq).padStart(HASH_LENGTH, '0')

const agencyDocument = (at: number) => ({
  ...{ code: codeOf(at), name: nameOf(at), abbreviation: null, aliases: [], kind: 'UBND xã', reports: true },
  ...{ validFrom: null, validTo: null, successors: [], origin: 'general_knowledge' },
})

/** Rows whose first text says which one it is, so that no two agencies name the same. */
function rowsOf(table: Table, plan: Plan) {
  const distinct = sampleRows(table, DISTINCT, plan, 2044)
  const name = table.fields.find(({ type }) => type.kind === 'text')?.key
  return (at: number) => {
    const { values } = distinct[at % DISTINCT]!
    return name === undefined ? values : { ...values, [name]: `${String(values[name] ?? '')} ${at}` }
  }
}

export async function fillProvince(db: D1Database, plan: Plan, reports: readonly LongReport[]): Promise<void> {
  const write = (sql: string, rows: readonly unknown[], ...more: string[]) =>
    db
      .prepare(sql)
      .bind(JSON.stringify(rows), ...more)
      .run()
  const most = Math.max(...reports.map(({ agencies }) => agencies))
  for (let from = 0; from < most; from += PORTION) {
    const some = Array.from({ length: Math.min(PORTION, most - from) }, (_, at) => agencyDocument(from + at))
    await write(
      `INSERT INTO agencies (code, position, document)
       SELECT value ->> '$.code', (SELECT max(position) + 1 FROM agencies) + key, value FROM json_each(?1)`,
      some,
    )
  }
  for (const report of reports) await fillReport(db, plan, report, write)
}

async function fillReport(
  db: D1Database,
  plan: Plan,
  { template, period, agencies, rows }: LongReport,
  write: (sql: string, rows: readonly unknown[], ...more: string[]) => Promise<unknown>,
): Promise<void> {
  const makers = template.tables.map((table) => ({ table, row: rowsOf(table, plan) }))
  const last = await db.prepare('SELECT seq, hash FROM submission_events ORDER BY seq DESC LIMIT 1').first<{ seq: number; hash: string }>()
  const before = last?.seq ?? 0
  for (let from = 0; from < agencies; from += PORTION) {
    const some = Array.from({ length: Math.min(PORTION, agencies - from) }, (_, at) => {
      const agency = codeOf(from + at)
      return {
        agency,
        at: from + at,
        name: nameOf(from + at),
        id: submissionIdOf(template.code, period, agency),
        seq: before + from + at + 1,
      }
    })
    await write(
      `INSERT INTO obligations (id, template, version, period, agency, window_from, window_to, opens_at, due_at, locks_at)
       SELECT value ->> '$.id', ?2, ?3, ?4, value ->> '$.agency', ?4 || '-01', ?4 || '-14', ?4 || '-14${MOMENT.opens}', ?4 || '-19${MOMENT.opens}',
         ?4 || '-28${MOMENT.opens}' FROM json_each(?1)`,
      some.map(({ agency }) => ({ id: obligationId(template.code, period, agency), agency })),
      ...[template.code, String(template.version), period],
    )
    if (rows === null) continue
    await write(
      `INSERT INTO submissions (id, obligation_id, sequence, receipt_number, person_id, person_name, agency_name, template_title, submitted_at,
         late, row_count, declaration, header, explanations, content_hash, original_hash, idempotency_key, body_hash)
       SELECT value ->> '$.id', value ->> '$.obligation', 1, value ->> '$.receipt', coalesce((SELECT id FROM "user" LIMIT 1), 'nobody'), 'Nguyễn Thị Hoa', value ->> '$.name', ?2, ?3, 0,
         value ->> '$.rows', NULL, '{}', '{}', value ->> '$.hash', NULL, value ->> '$.id', value ->> '$.hash' FROM json_each(?1)`,
      some.map(({ agency, name, id, seq }) => ({
        ...{ id, name, obligation: obligationId(template.code, period, agency), hash: hashOf(seq) },
        ...{ receipt: `KH25-${String(seq).padStart(6, '0')}`, rows: rows * template.tables.length },
      })),
      ...[template.title.vi, `${period}-18${MOMENT.sent}`],
    )
    for (const [nth, { table, row }] of makers.entries())
      await write(
        `INSERT INTO submission_rows (submission_id, position, table_key, row_id, carried, row_values, cell)
         SELECT value ->> '$.id', value ->> '$.position', ?2, value ->> '$.row', 0, value -> '$.values', value ->> '$.cell' FROM json_each(?1)`,
        some.flatMap(({ id, at }) =>
          Array.from({ length: rows }, (_, index) => ({
            ...{ id, position: nth * rows + index, row: `n${index}`, cell: `B${index + 12}`, values: row(at * rows + index) },
          })),
        ),
        table.key,
      )
    await write(
      `INSERT INTO submission_tallies (submission_id, table_key, row_count, share)
       SELECT value ->> '$.id', value ->> '$.table', value ->> '$.rows', value -> '$.share' FROM json_each(?1)`,
      some.flatMap(({ id, agency, at }) => {
        const sent = makers.flatMap(({ table, row }) =>
          Array.from({ length: rows }, (_, index) => ({ table: table.key, values: row(at * rows + index) })),
        )
        return talliesOfRows(template, agency, sent).map((one) => ({ id, ...one }))
      }),
    )
    await write(
      `INSERT INTO submission_texts (submission_id, table_key, key, texts)
       SELECT value ->> '$.id', value ->> '$.table', value ->> '$.key', value -> '$.texts' FROM json_each(?1)`,
      some.flatMap(({ id, at }) =>
        textsOfContent(
          template,
          makers.flatMap(({ table, row }) =>
            Array.from({ length: rows }, (_, index) => ({ table: table.key, carried: false, values: row(at * rows + index) })),
          ),
        ).map((one) => ({ id, ...one })),
      ),
    )
    await write(
      `INSERT INTO submission_events (seq, at, actor, kind, submission_id, body_hash, previous_hash, hash)
       SELECT value ->> '$.seq', ?2, 'nobody', 'submitted', value ->> '$.id', value ->> '$.hash', value ->> '$.previous', value ->> '$.hash'
       FROM json_each(?1) ORDER BY key`,
      some.map(({ id, seq }) => ({ id, seq, hash: hashOf(seq), previous: seq - 1 === before && last ? last.hash : hashOf(seq - 1) })),
      `${period}-18${MOMENT.sent}`,
    )
  }
}
