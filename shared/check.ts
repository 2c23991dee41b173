// The one door to judging a filing: the same in the pane while one types and on
// the server, which alone decides. Pure; never throws on any cell values.
import { checkDeclaration } from './check/check-declaration.ts'
import { checkHeader } from './check/check-header.ts'
import { TableChecker } from './check/check-table.ts'
import { columnKey, inOrder, type Placed, place, placedAlready, WHOLE } from './check/found.ts'
import type { JudgedRow } from './check/judged-row.ts'
import { prepare } from './check/prepared.ts'
import type { TableLines } from './check/table-rules.ts'
import { waived, waiversInForce } from './check/waive.ts'
import type { CheckContext } from './check-context.ts'
import { explained } from './explanations.ts'
import type { Content, Filing, FilingRow } from './filing.ts'
import type { Finding, FindingCode } from './finding.ts'
import type { Template } from './template.ts'

export interface Judgement {
  readonly findings: Finding[]
  /** The canonical filing, put together when it is asked for. It may be kept only where no finding blocks. */
  readonly content: Content
}

/**
 * Judges one filing after the other of the same form; what has not changed since the last is not judged again.
 * `structure`: what reading found wrong with the sheet itself; nothing that follows from it is said a second time.
 */
export interface Checker {
  check(filing: Filing, structure?: readonly Finding[]): Judgement
}

/** Not to be spread: its content would stay behind. A class, because an accessor of an object literal gets V8 a shape of its own each time, which holds all rows until the next full collection. */
class MadeJudgement implements Judgement {
  readonly findings: Finding[]
  readonly #make: () => Content
  #content: Content | undefined

  constructor(findings: Finding[], make: () => Content) {
    this.findings = findings
    this.#make = make
  }

  get content(): Content {
    this.#content ??= this.#make()
    return this.#content
  }
}

export const check = (template: Template, filing: Filing, context: CheckContext, structure: readonly Finding[] = []): Judgement =>
  createChecker(template, context).check(filing, structure)

export function createChecker(template: Template, context: CheckContext): Checker {
  const prepared = prepare(template, context.plan)
  const waivers = waiversInForce(template, context)
  let absent = ''
  let ofOneTable: readonly FilingRow[] = []
  let tables: readonly TableChecker[] = []
  const begin = (missing: readonly string[]) => {
    if (tables.length > 0 && absent === missing.join()) return
    absent = missing.join()
    tables = prepared.map((table, rank) => new TableChecker(table, rank, context, new Set(missing)))
  }
  const judgement = (filing: Filing, placed: readonly Placed[], header: Content['header'] = {}, rows: readonly JudgedRow[] = []) => {
    const findings = inOrder(waived(placed, waivers))
    return new MadeJudgement(findings, () => {
      const { code, version } = template
      const { agency, period } = context
      const { declaration } = filing
      const explanations = explained(findings, filing.explanations)
      return { template: code, version, agency, period, declaration, header, rows: rows.map(({ content }) => content), explanations }
    })
  }
  return {
    check(filing, structure = []) {
      const wrong = wrongForm(template, filing, context)
      if (wrong.length > 0) return judgement(filing, wrong)
      const header = checkHeader(template, filing, context)
      const placed = [...structure.map(placedAlready), ...header.findings]
      if (filing.declaration) {
        const declared = checkDeclaration(template, filing, context)
        if (filing.declaration.kind === 'nothing-to-report') {
          begin([])
          for (const table of tables) declared.push(...table.checkNothing(filing.sheet))
        }
        return judgement(filing, [...placed, ...declared], header.values)
      }
      begin(structure.filter(({ code }) => code === 'column-missing').map((finding) => columnKey(finding.place)))
      const byTable = rowsByTable(filing, ofOneTable)
      ofOneTable = byTable.size === 1 ? filing.rows : []
      const copies = new Set(structure.filter(({ code }) => code === 'row-twice').map((finding) => finding.place.rowId))
      let rows: readonly JudgedRow[] = []
      const above = new Map<string, TableLines>()
      for (const table of tables) {
        const judged = table.check(byTable.get(table.key) ?? [], filing.sheet, above)
        above.set(table.key, judged)
        for (const one of judged.findings) if (!(OF_COPIES.has(one.finding.code) && copies.has(one.finding.place.rowId))) placed.push(one)
        rows = tables.length === 1 ? judged.rows : rows.concat(judged.rows)
      }
      // Rows that are there but not as they should be have been told already.
      if (rows.length === 0 && placed.length === header.findings.length)
        placed.push(place(filing.sheet, WHOLE, { code: 'no-rows', severity: 'error' }))
      return judgement(filing, placed, header.values, rows)
    },
  }
}

/** What is bound to be said of a row that was copied. */
const OF_COPIES: ReadonlySet<FindingCode> = new Set<FindingCode>(['row-unknown', 'duplicate-row'])

/** `before`: rows that all belong to one table; those that are still where they were need not be asked. */
function rowsByTable({ rows }: Filing, before: readonly FilingRow[]): ReadonlyMap<string, readonly FilingRow[]> {
  const first = rows[0]?.table
  if (first === undefined) return new Map()
  let same = 1
  const asBefore = before[0]?.table === first ? before : []
  while (same < rows.length && (rows[same] === asBefore[same] || rows[same]!.table === first)) same++
  if (same === rows.length) return new Map([[first, rows]])
  const byTable = new Map<string, FilingRow[]>()
  for (const row of rows) {
    const there = byTable.get(row.table)
    if (there) there.push(row)
    else byTable.set(row.table, [row])
  }
  return byTable
}

function wrongForm(template: Template, filing: Filing, context: CheckContext): Placed[] {
  const comparisons: readonly [FindingCode, string | number, string | number][] = [
    ['wrong-template', filing.template, template.code],
    ['wrong-version', filing.version, template.version],
    ['wrong-agency', filing.agency, context.agency],
    ['wrong-period', filing.period, context.period],
  ]
  return comparisons
    .filter(([, actual, expected]) => actual !== expected)
    .map(([code, actual, expected]) =>
      place(filing.sheet, WHOLE, {
        ...{ code, severity: 'error', actual: String(actual), expected: String(expected), params: { actual, expected } },
      }),
    )
}
