// One table of a filing: which rows are there, which are missing or twice, each
// row by itself, then what only the whole table can show. Remembers the last
// filing: what has not changed since is not judged again.
import type { CheckContext } from '../check-context.ts'
import type { FilingRow, Prefill } from '../filing.ts'
import { rowName } from '../row-name.ts'
import { RowJudge } from './check-row.ts'
import { type Column, columnsOf } from './columns.ts'
import { Duplicates } from './duplicates.ts'
import { FirstLines } from './first-lines.ts'
import { columnKey, LAST, type Placed, place, type Said, type Spot } from './found.ts'
import type { JudgedRow } from './judged-row.ts'
import type { Line } from './line.ts'
import { Lines } from './lines.ts'
import { isWatched, Outliers } from './outliers.ts'
import { OutlineGaps } from './outline-gaps.ts'
import type { PreparedTable } from './prepared.ts'
import { RowEntries } from './row-entries.ts'
import { inForce, type RuleInForce } from './rule-finding.ts'
import { ruleNames } from './rule-names.ts'
import { SeenColumns } from './seen-columns.ts'
import { type Above, type TableLines, TableRules } from './table-rules.ts'

type GivenRow = Prefill['rows'][number]

export interface JudgedTable extends TableLines {
  readonly findings: Placed[]
  /** Those that count. */
  readonly rows: readonly JudgedRow[]
}

const NOTHING_ABOVE: Above = new Map()
const NOTHING: TableLines = { lines: [], columns: new SeenColumns([]), touched: true }

/** As many rows are judged in one go as the processor has at hand. */
const TOGETHER = 64

const isOutline = ({ field: { type } }: Column): boolean => type.kind === 'sequence' && type.style === 'outline'

const tells = ({ judged }: Line): boolean => judged !== null && judged.found.length > 0

/** Ids of rows that the filer added begin with "n". */
const isAdded = (id: string) => id.startsWith('n')

export class TableChecker {
  readonly key: string
  readonly #prepared: PreparedTable
  readonly #rank: number
  readonly #columns: readonly Column[]
  readonly #given: ReadonlyMap<string, GivenRow>
  readonly #judge: RowJudge
  readonly #duplicates: readonly Duplicates[]
  readonly #rules: TableRules
  readonly #seen: SeenColumns
  readonly #numbered: Column | undefined
  readonly #outliers: readonly Outliers[]
  readonly #outline: readonly OutlineGaps[]
  readonly #context: CheckContext
  readonly #isAbsent: boolean
  readonly #lines: Lines
  #counted: Line[] = []
  /** Those of the counted lines that have findings of their own. */
  #telling: Line[] = []
  /** What judging the counted lines gave; another list wherever it is another. */
  #judged: JudgedRow[] = []
  #structure: Placed[] = []
  #round = 0
  #sheet: string | undefined

  /** `absent`: columns that the sheet does not have. */
  constructor(prepared: PreparedTable, rank: number, context: CheckContext, absent: ReadonlySet<string>) {
    const { table, tableRules } = prepared
    const missing = table.fields.map(({ key }) => key).filter((field) => absent.has(columnKey({ table: table.key, field })))
    this.key = table.key
    this.#prepared = prepared
    this.#rank = rank
    this.#columns = columnsOf(prepared, context)
    this.#given = new Map(context.prefill.rows.filter((row) => row.table === table.key).map((row) => [row.id, row]))
    const entries = new RowEntries(this.#columns)
    this.#lines = new Lines(entries, this.#given)
    this.#context = context
    this.#outliers = this.#columns.filter(isWatched).map((column) => new Outliers(column))
    this.#outline = this.#columns.filter(isOutline).map((column) => new OutlineGaps(column))
    this.#judge = new RowJudge(prepared, entries, context, missing)
    this.#isAbsent = missing.length === table.fields.length
    this.#duplicates = table.rows.unique.map((keys) => new Duplicates(keys.map((key) => this.#columns[prepared.position.get(key)!]!)))
    this.#seen = new SeenColumns(this.#columns.flatMap(({ key }) => (prepared.readWhole.has(key) ? [key] : [])))
    this.#rules = new TableRules(inForce(tableRules, context), ruleNames(prepared, context))
    this.#numbered = this.#columns.find(
      ({ field }) => field.source === 'input' && field.type.kind === 'sequence' && field.type.style === 'number',
    )
  }

  check(rows: readonly FilingRow[], sheet: string | undefined, above: Above): JudgedTable {
    if (this.#isAbsent) return { findings: [], rows: [], ...NOTHING }
    this.#round++
    const moved = this.#lines.recognise(rows)
    const arranged = moved || sheet !== this.#sheet || this.#round === 1
    this.#sheet = sheet
    const touched = arranged || this.#lines.fresh.length > 0
    if (arranged) this.#rearrange()
    else if (touched) this.#replace()
    const own = { lines: this.#counted, columns: this.#seen, touched }
    return { findings: this.#collect(own, above), rows: this.#judged, ...own }
  }

  /** Rows came, went or moved: which count is found out anew, and the new ones are judged. */
  #rearrange(): void {
    const before = this.#counted
    this.#counted = []
    this.#judged = []
    this.#telling = []
    for (const one of this.#outliers) one.begin(this.#lines.all.length)
    for (const one of this.#outline) one.begin()
    this.#seen.begin()
    this.#structure = this.#arrange()
    for (const line of before) if (line.countedIn !== this.#round) this.#forget(line)
    this.#rules.forget()
  }

  /** Judges the lines whose cells wait for it. Everybody who looks at the whole table takes them now: rows far back are slow to come to again. */
  #count(lines: readonly Line[]): void {
    this.#judgeRead(lines.filter(({ judged }) => judged === null))
    for (const line of lines) {
      this.#judged.push(line.judged!)
      if (tells(line)) this.#telling.push(line)
      for (const one of this.#outliers) one.take(line)
      for (const one of this.#outline) one.take(line)
      this.#seen.take(line)
    }
  }

  /** Every row is where it was: only the changed ones are looked at. */
  #replace(): void {
    const rows = [...this.#judged]
    this.#judged = rows
    for (const { line, old } of this.#lines.fresh) {
      if (line.stand !== 'counted') continue
      const before = old.judged!
      this.#forget(old)
      line.index = old.index
      line.countedIn = this.#round
      this.#counted[line.index] = line
      this.#judge.read(line.row, line.given)
      this.#judgeRead([line])
      const after = line.judged!
      rows[line.index] = after
      const change = { before, after }
      if (before.found.length > 0 || tells(line)) this.#retell(line)
      this.#seen.take(line)
      this.#rules.forgetWhatReads(this.#seen, change)
      for (const one of this.#outliers) one.replace(line.index, change)
      for (const one of this.#outline) one.forgetIfChanged(change)
    }
  }

  /** A line stands in the place of another among those that have findings. */
  #retell(line: Line): void {
    const { index } = line
    let [at, end] = [0, this.#telling.length]
    while (at < end) {
      const middle = (at + end) >> 1
      if (this.#telling[middle]!.index < index) at = middle + 1
      else end = middle
    }
    const replaces = this.#telling[at]?.index === index
    this.#telling.splice(at, replaces ? 1 : 0, ...(tells(line) ? [line] : []))
  }

  /** `lines`: those whose cells were read since the last were judged. */
  #judgeRead(lines: readonly Line[]): void {
    const judged = this.#judge.judge()
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      line.judged = judged[at]!
      for (const one of this.#duplicates) one.add(line)
    }
  }

  /** Which rows count, these judged as they come, and what is wrong with the others. */
  #arrange(): Placed[] {
    const { table } = this.#prepared
    const found: Placed[] = []
    const firsts = new FirstLines(this.#lines.all)
    const missing = new Map(this.#given)
    for (const line of this.#lines.all) {
      const { row, given } = line
      line.index = this.#counted.length
      const first = line.isBlank ? undefined : firsts.before(line)
      const isUnknown = !given && (table.rows.source === 'carried' || (table.rows.source === 'carried-free' && !isAdded(row.id)))
      line.stand = line.isBlank ? 'blank' : first ? 'twice' : isUnknown ? 'unknown' : 'counted'
      if (given) missing.delete(row.id)
      if (line.stand === 'counted') {
        this.#counted.push(line)
        line.countedIn = this.#round
        if (!line.judged) this.#judge.read(line.row, line.given)
        if (this.#counted.length % TOGETHER === 0) this.#count(this.#counted.slice(-TOGETHER))
        continue
      }
      if (line.stand === 'blank') continue
      const spot = line.spot(table.key, this.#rank)
      const said = { severity: 'error', params: { row: row.at ?? 0 } } as const
      if (line.stand === 'twice')
        found.push(this.#place(spot, { ...said, code: 'row-twice', params: { ...said.params, first: first?.row.at ?? 0 } }))
      if (line.stand === 'unknown') found.push(this.#place(spot, { ...said, code: 'row-unknown' }))
    }
    this.#count(this.#counted.slice(this.#judged.length))
    for (const [id, row] of missing) {
      const spot: Spot = { place: { table: table.key, rowId: id }, rank: [this.#rank, LAST, -1] }
      found.push(this.#place(spot, { code: 'row-missing', severity: 'error', params: { name: rowName(table, row) } }))
    }
    const counted = this.#counted.length
    if (counted > table.rows.max) {
      const spot: Spot = { place: { table: table.key }, rank: [this.#rank, LAST, 0] }
      found.push(this.#place(spot, { code: 'too-many-rows', severity: 'error', params: { count: counted, limit: table.rows.max } }))
    }
    return found
  }

  #forget(line: Line): void {
    for (const one of this.#duplicates) one.remove(line)
    line.judged = null
  }

  #place(spot: Spot, said: Said, substance?: unknown): Placed {
    return place(this.#sheet, spot, said, substance)
  }

  #collect(own: TableLines, above: Above): Placed[] {
    const found = [...this.#structure]
    for (const line of this.#telling) found.push(...line.placed(this.key, this.#rank, this.#sheet))
    for (const duplicates of this.#duplicates) {
      const [column] = duplicates.columns
      for (const { line, first } of duplicates.repeats()) {
        const params = { first: first.row.at ?? first.index + 1 }
        found.push(this.#place(line.spot(this.key, this.#rank, column), { code: 'duplicate-row', severity: 'error', params }))
      }
    }
    if (this.#numbered) found.push(...this.#outOfOrder(this.#numbered))
    const at = (index: number, column: Column) => this.#counted[index]!.spot(this.key, this.#rank, column)
    for (const one of this.#outline)
      for (const { at: index, actual, expected } of one.among(this.#counted))
        found.push(this.#place(at(index, one.column), { code: 'sequence-broken', severity: 'info', actual, expected }))
    for (const one of this.#outliers)
      for (const outlier of one.found()) {
        const said = one.says(outlier, this.#counted[outlier.at]!.row.id, this.#context)
        found.push(this.#place(at(outlier.at, one.column), said, outlier.dong))
      }
    for (const rule of this.#rules.broken(own, above)) found.push(this.#ofTable(rule, this.#judged, this.#sheet))
    return found
  }

  /** The table left blank because "không phát sinh" was declared. */
  checkNothing(sheet: string | undefined): Placed[] {
    this.#rules.forget()
    const found = this.#rules.broken(NOTHING, NOTHING_ABOVE).map((rule) => this.#ofTable(rule, [], sheet))
    this.#rules.forget()
    return found
  }

  #ofTable({ says, field, reads }: RuleInForce, rows: readonly JudgedRow[], sheet: string | undefined): Placed {
    const spot: Spot = {
      place: { table: this.key, field: field.key },
      label: field.title,
      rank: [this.#rank, LAST, this.#prepared.position.get(field.key) ?? 0],
    }
    return place(
      sheet,
      spot,
      says,
      substanceOf(
        rows,
        reads.map((key) => this.#prepared.position.get(key) ?? -1),
      ),
    )
  }

  /** STT that the filer types runs 1, 2, 3 …; sorting or inserting rows breaks it, and one click mends it. */
  #outOfOrder(column: Column): Placed[] {
    const found: Placed[] = []
    for (const line of this.#counted) {
      const actual = line.judged!.values[column.at]
      if (actual === null || actual === undefined) continue
      const expected = String(line.index + 1)
      if (actual === expected || line.judged!.failed.has(column.key)) continue
      const fixes = [{ rowId: line.row.id, field: column.key, value: expected, shown: expected, safe: true as const }]
      const said: Said = { code: 'sequence-broken', severity: 'info', actual: String(actual), expected, fixes }
      found.push(this.#place(line.spot(this.#prepared.table.key, this.#rank, column), said))
    }
    return found
  }
}

/** What a rule over the table was about: the values it read, whatever the order of the rows. */
const substanceOf = (rows: readonly JudgedRow[], reads: readonly number[]): string[] =>
  rows.map(({ values }) => JSON.stringify(reads.map((at) => values[at]))).sort()
