// The forms as they are written, filled at random, recalculated by LibreOffice:
// a cell is coloured there exactly where check reports a rule or a missing answer, a validation refuses
// what breaks a rule of its cell, and computed cells show what check computes. FILLINGS says how many of each template.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, parseAddress, parseRange } from '../../shared/a1.ts'
import { prepare } from '../../shared/check/prepared.ts'
import { check } from '../../shared/check.ts'
import { cellValue } from '../../shared/field/field.ts'
import type { Entry, Filing, Prefill } from '../../shared/filing.ts'
import type { Place } from '../../shared/finding.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { MARKS, MISSING } from '../../shared/sheet/looks.ts'
import { read } from '../../shared/sheet/reading.ts'
import { isOfOneCell } from '../../shared/sheet/rule-marks.ts'
import type { ConditionalFormat, SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Field, FieldType, Table } from '../../shared/template.ts'
import { NIL, type Value } from '../../shared/value.ts'
import { type Blank, blankForm, drawnForm } from '../testing/random-filing.ts'
import { canResave, resaved } from '../testing/resaved.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'

const { register, plan, templates } = khanhHoa2025
const FILLINGS = Number(process.env.FILLINGS ?? 2)
const SEED = 2044
const ADDED = 6
const LOOKS = { ...MARKS, required: MISSING }

const within = (numbers: readonly number[], { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined }) =>
  fc.constantFrom(...numbers.filter((number) => number >= min && number <= max))

/** Values that the field takes, few enough to meet each other in rules. */
function typed(type: FieldType): fc.Arbitrary<string | number> {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return within([0, 1, 2, 3, 4, 5, 10, 25, 40, 90, 100], type)
    case 'percent':
      return within([0, 1, 40, 60, 100], type)
    case 'money':
      return within([0, 0.5, 1, 5, 10, 20.001, 100, 250, 15_000, 20_000], { min: type.min })
    case 'date':
      return fc.integer({ min: 45_700, max: 45_740 })
    case 'choice':
      return fc.constantFrom(...plan.lists.find(({ id }) => id === type.list)!.entries.map(({ label }) => label.vi))
    case 'agency':
    case 'agencies':
      return fc.constantFrom('Sở Tư pháp', 'Sở Thông tin và Truyền thông')
    case 'clause':
      return fc.constantFrom(...plan.clauses.slice(0, 5))
    case 'period':
      return fc.constantFrom('Tháng 3/2025', 'Quý II/2025', 'Năm 2025')
    case 'year-range':
      return fc.constant('2025-2026')
    case 'document-number':
      return fc.constantFrom('954/QĐ-UBND', '12/KH-STTTT')
    case 'url':
      return fc.constant('https://vanban.khanhhoa.gov.vn/954')
    case 'yes-no':
      return fc.constantFrom('Có', 'Không')
    case 'sequence':
      return fc.constant('1')
    case 'text':
      return fc.integer({ min: 1, max: 99 }).map((n) => `Nội dung công việc đã làm số ${n}`)
  }
}

const entryOf = ({ type, nilAllowed }: Field): fc.Arbitrary<Entry> =>
  fc
    .oneof(
      { weight: 7, arbitrary: typed(type) as fc.Arbitrary<Entry['value']> },
      { weight: 2, arbitrary: fc.constant(null) },
      ...(nilAllowed ? [{ weight: 1, arbitrary: fc.constant(NIL) }] : []),
    )
    .map((value) => ({ value }))
const entriesOf = (fields: readonly Field[]) => fc.record(Object.fromEntries(fields.map((field) => [field.key, entryOf(field)])))

const free = ({ fields }: Table) =>
  fields.filter(({ source, carryFrom }) => source === 'input' || (source === 'carried' && carryFrom === undefined))

/** What the last period left behind, as the server would bring it. */
const carriedNumber = (type: FieldType): fc.Arbitrary<Value> => {
  if (type.kind === 'money') return fc.constantFrom(null, 0, 5_000_000, 100_000_000)
  return type.kind === 'percent' || type.kind === 'decimal' ? fc.constantFrom(null, 0, 40, 60, 100) : fc.constant(null)
}

function filled(blank: Blank): fc.Arbitrary<{ blank: Blank; filing: Filing }> {
  const { template, obligation } = blank
  const tables = template.tables.map((table) => {
    const remembered = table.fields.filter(({ source, carryFrom }) => source === 'carried' && carryFrom !== undefined)
    const given = blank.prefill.rows.filter((row) => row.table === table.key)
    const before = fc.tuple(
      ...given.map((row) =>
        fc
          .record(Object.fromEntries(remembered.map(({ key, type }) => [key, carriedNumber(type)])))
          .map((values): Prefill['rows'][number] => ({ ...row, values: { ...row.values, ...values } })),
      ),
    )
    const own = fc.tuple(
      ...given.map(({ id }) =>
        entriesOf(table.fields.filter(({ source }) => source === 'input')).map((entries) => ({ id, table: table.key, entries })),
      ),
    )
    const added = fc.array(
      entriesOf(free(table)),
      table.rows.source === 'carried' ? { maxLength: 0 } : { minLength: ADDED, maxLength: ADDED },
    )
    return fc.record({ before, own, added: added.map((rows) => rows.map((entries) => ({ table: table.key, entries }))) })
  })
  return fc.tuple(...tables).map((all) => ({
    blank: { ...blank, prefill: { ...blank.prefill, rows: all.flatMap(({ before }) => before) } },
    filing: {
      ...{ template: template.code, version: template.version, agency: obligation.agency, period: obligation.period },
      ...{ declaration: null, explanations: {}, header: {} },
      rows: [...all.flatMap(({ own }) => own), ...all.flatMap(({ added }) => added).map((row, index) => ({ ...row, id: `n${index + 1}` }))],
    },
  }))
}

/** The format's formula as it is for a row further down. */
const moved = (formula: string, rows: number) =>
  formula.replace(/"(?:[^"]|"")*"|\$([A-Z]{1,3})(\d+)/g, (whole, column?: string, row?: string) =>
    column === undefined ? whole : `$${column}${Number(row) + rows}`,
  )

/** Right of the widest form. */
const BESIDE = 80

interface Asked {
  readonly layout: WorkbookLayout
  /** Where each cell's verdict stands. */
  readonly verdicts: readonly { readonly at: string; readonly cell: string; readonly severity: string }[]
  /** Where stands whether the validation of each cell lets its value pass. */
  readonly passes: readonly { readonly at: string; readonly cell: string }[]
}

/** Every conditional format also as formulas beside the form, and nothing kept from before: all is worked out anew. */
function asked(layout: WorkbookLayout): Asked {
  const [form, ...others] = layout.sheets as [SheetLayout, ...SheetLayout[]]
  const severityOf = ({ style }: ConditionalFormat) => Object.entries(LOOKS).find(([, look]) => look.fill === style.fill)?.[0] ?? ''
  const verdicts = form.conditionals.flatMap((format, index) => {
    const { from, to } = parseRange(format.range)!
    return Array.from({ length: to.row - from.row + 1 }, (_, down) => ({
      at: address(from.row + down, BESIDE + index),
      cell: address(from.row + down, from.column),
      severity: severityOf(format),
      formula: moved(format.formula, down),
    }))
  })
  const customs = form.validations.flatMap(({ range, rule }) => (rule.kind === 'custom' ? [{ range, formula: rule.formula }] : []))
  const passes = customs.flatMap(({ range, formula }, index) => {
    const { from, to } = parseRange(range)!
    // References are to the first cell of the range, with and without "$".
    const fixed = formula.replace(/"(?:[^"]|"")*"|(?<![\w$])([A-Z]{1,3}\d+)(?![\w(])/g, (whole, at?: string) => (at ? `$${at}` : whole))
    return Array.from({ length: to.row - from.row + 1 }, (_, down) => ({
      at: address(from.row + down, BESIDE + form.conditionals.length + index),
      cell: address(from.row + down, from.column),
      formula: moved(fixed, down),
    }))
  })
  const cells = [
    ...form.cells.map(({ value, ...cell }) => (cell.formula === undefined ? { value, ...cell } : cell)),
    ...[...verdicts, ...passes].map(({ at, formula }) => ({ at, formula: `=IF(${formula.slice(1)},1,0)` })),
  ]
  const place = (at: string) => parseAddress(at)!.row * 20_000 + parseAddress(at)!.column
  const sorted = (cells as SheetLayout['cells']).toSorted((a, b) => place(a.at) - place(b.at))
  return { layout: { ...layout, sheets: [{ ...form, cells: sorted }, ...others] }, verdicts, passes }
}

/** Cells with the severities that are said there, one entry for each rule. */
const counted = (said: readonly string[]) => said.toSorted()

function compare({ blank, verdicts, passes }: { blank: Blank } & Asked, grid: Grid) {
  const { template, obligation, prefill } = blank
  const sheet = grid.sheets[0]!
  const context = { today: '2025-03-15', agency: obligation.agency, period: obligation.period, register, plan, prefill, previous: null }
  const { filing } = read(grid, sheet.name, template, context)
  const { findings, content } = check(template, filing, context)
  const rules = findings.filter(({ code, ruleId, place }) => code === 'rule' && ruleId !== undefined && place.rowId !== undefined)
  const letters = new Map(
    template.tables.flatMap((table) =>
      table.fields.map((field, index) => [`${table.key} ${field.key}`, address(0, index + 1).replace(/\d+/, '')] as const),
    ),
  )
  const rowsOf = new Map(filing.rows.map(({ id, table, at }) => [`${table} ${id}`, at]))
  const cellOf = ({ table, field, rowId }: Place) => `${letters.get(`${table} ${field}`)}${rowsOf.get(`${table} ${rowId}`)}`
  const missing = findings.filter(({ code, place }) => code === 'required' && place.rowId !== undefined)
  const reported = [
    ...rules.map(({ place, severity }) => `${cellOf(place)} ${severity}`),
    ...missing.map(({ place }) => `${cellOf(place)} required`),
  ]
  const dataRows = new Set(filing.rows.map(({ at }) => at))
  const coloured = verdicts
    .filter(({ at, cell }) => sheet.cells.get(at)?.value === 1 && dataRows.has(parseAddress(cell)!.row + 1))
    .map(({ cell, severity }) => `${cell} ${severity}`)
  expect(verdicts.filter(({ at }) => ![0, 1].includes(Number(sheet.cells.get(at)?.value ?? -1)))).toEqual([])
  expect(counted(coloured), template.code).toEqual(counted(reported))

  // A validation asks only about what is typed: a blank cell always passes.
  const prepared = prepare(template, plan)
  const ofOneCell = new Set(
    prepared.flatMap(({ rowRules, table }) => rowRules.filter((one) => isOfOneCell(one, table)).map(({ rule }) => rule.id)),
  )
  const brokenAlone = new Set(rules.filter(({ ruleId }) => ofOneCell.has(ruleId!)).map(({ place }) => cellOf(place)))
  const refused = passes.filter(({ at, cell }) => sheet.cells.get(at)?.value === 0 && sheet.cells.has(cell)).map(({ cell }) => cell)
  const asking = new Set(passes.map(({ cell }) => cell))
  expect(new Set(refused), template.code).toEqual(new Set([...brokenAlone].filter((cell) => asking.has(cell) && sheet.cells.has(cell))))

  const values = new Map(content.rows.map((row) => [`${row.table} ${row.id}`, row.values]))
  for (const table of template.tables)
    for (const row of filing.rows.filter((one) => one.table === table.key))
      for (const field of table.fields.filter(({ source }) => source === 'computed')) {
        // Nothing is kept of what was worked out from cells that are missing or wrong.
        const isSpoiled = findings.some(
          ({ severity, place }) => severity === 'error' && place.table === table.key && place.rowId === row.id,
        )
        const computed = values.get(`${table.key} ${row.id}`)?.[field.key] ?? null
        if (computed === null && isSpoiled) continue
        const shown = sheet.cells.get(`${letters.get(`${table.key} ${field.key}`)}${row.at}`)?.value ?? ''
        const wanted = cellValue(field.type, computed, { register, plan }) ?? ''
        if (typeof wanted === 'number') expect(Number(shown), `${template.code} ${field.key}`).toBeCloseTo(wanted, 9)
        else expect(shown, `${template.code} ${field.key}`).toBe(wanted)
      }
  return { reported: rules.length, missing: missing.length, refused: refused.length }
}

describe.skipIf(!canResave)('the rules of a form', () => {
  test('colour the cells that check reports, and no others', { timeout: 300_000 }, async () => {
    const cases = templates.flatMap((template, index) =>
      fc
        .sample(filled(blankForm(template)), { numRuns: FILLINGS, seed: SEED + index })
        .map(({ blank, filing }) => ({ blank, ...asked(drawnForm(blank, filing)) })),
    )
    const files = resaved(await Promise.all(cases.map(({ layout }) => writeWorkbook(layout))))
    const seen = { reported: 0, missing: 0, refused: 0 }
    for (const [index, one] of cases.entries()) {
      const { reported, missing, refused } = compare(one, await readWorkbook(files[index]!))
      seen.reported += reported
      seen.missing += missing
      seen.refused += refused
    }
    expect(seen.reported).toBeGreaterThan(10 * FILLINGS * templates.length)
    expect(seen.missing).toBeGreaterThan(10 * FILLINGS * templates.length)
    expect(seen.refused).toBeGreaterThan(FILLINGS * templates.length)
  })
})
