// The same formulas over the same rows, worked out by LibreOffice and by us: no
// two answers differ. Where LibreOffice is known to differ from what Excel
// documents, Excel is followed, and the case stands in the list at the end.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { columnLetter } from '../a1.ts'
import { NIL } from '../value.ts'
import { type Compiled, compileFormula } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { isError, type Result, type Scalar } from './scalar.ts'
import type { Scope } from './scope.ts'
import { toExcel } from './to-excel.ts'

const scope: Scope = {
  fields: { a: 'number', b: 'number', c: 'number', t: 'text', u: 'text', d: 'date', e: 'date', l: 'boolean', m: 'any', n: 'any' },
  plan: ['tong'],
}
const KEYS = Object.keys(scope.fields)
const PLAN = { tong: 477_330.5 }
const ROWS = 40
const FORMULAS = 1000
const SEED = 2044

const soffice = [process.env.LIBREOFFICE, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))].find(
  (path) => path && existsSync(path),
)

type Row = Readonly<Record<string, Scalar>>

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000),
  fc.constantFrom(0, 1, -1, 0.1, 0.2, 0.3, 2.5, -2.5, 1.005, 322_799, 154_531, 1_234_567_890, 0.001),
)
/** LibreOffice's ROUNDUP and ROUNDDOWN lose digits of larger numbers: ROUNDUP(1234671035.975,2) is …35.97 there. */
const modest = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000)
const words = fc.constantFrom(
  'Hoàn thành',
  'HOÀN THÀNH',
  'Đang thực hiện',
  'abc',
  'ABC',
  'a b  c',
  ' abc ',
  'đ',
  'Đ',
  'a?c',
  'x*y',
  'a~b',
  'III.7.a',
  '-',
)
const day = fc.integer({ min: 45_292, max: 46_022 })
const maybe = <T extends Scalar>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6 }) as fc.Arbitrary<Scalar>
const mixed = fc.oneof(number, words, fc.constantFrom('12', ' 7 ', '-5', '1e3', '50%', '2025-03-14'), fc.constant(null))
const anything = fc.oneof(mixed, fc.boolean())

const row: fc.Arbitrary<Row> = fc.record({
  ...{ a: maybe(number), b: maybe(number), c: maybe(modest), t: maybe(words), u: maybe(words), d: day, e: maybe(day) },
  ...{ l: maybe(fc.boolean()), m: mixed, n: anything },
})

/** The last row, because LibreOffice leaves blanks at the end of a range out of what "<>x" counts. */
const full: Row = { a: 1, b: 2, c: 3, t: 'abc', u: 'đ', d: 45_700, e: 45_701, l: true, m: 'abc', n: 4 }

const call = (name: string, ...args: fc.Arbitrary<string>[]) => fc.tuple(...args).map((all) => `${name}(${all.join(',')})`)
const between = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) =>
  fc.tuple(left, fc.constantFrom(...operators), right).map(([l, operator, r]) => `(${l}${operator}${r})`)
const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const COMPARISONS = ['=', '<>', '<', '>', '<=', '>=']
const numberColumn = fc.constantFrom('[a]', '[b]', '[c]')
const anyColumn = fc.constantFrom('[a]', '[t]', '[d]', '[m]')
/** Numbers that no text of the columns reads as. */
const sought = number.filter((n) => ![12, 7, -5, 1000, 0.5].includes(n))
const criterion = fc.oneof(
  sought.map(String),
  fc.tuple(fc.constantFrom(...COMPARISONS), sought).map(([operator, n]) => quoted(`${operator}${n}`)),
  fc.constantFrom('"Hoàn thành"', '"hoàn*"', '"<>Hoàn thành"', '"a?c"', '"a~?c"', '"<>"', '"="', '"*b*"'),
)

type Kinds = { number: string; text: string; logical: string; date: string; value: string }
const { value: formula } = fc.letrec<Kinds>((tie) => {
  const [num, text, logical, date, value] = [tie('number'), tie('text'), tie('logical'), tie('date'), tie('value')]
  const typed = fc.oneof(modest.map(String), fc.constantFrom('[@c]', '([@c]*3)', '([@c]/7)', '([@c]+0.1)', '-[@c]'))
  const cells = fc.constantFrom('[@a]', '[@b]', '[@c]', '[@m]', '[a]', '[b]', '[m]')
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number.map(String),
      fc.constantFrom('[@a]', '[@b]', '[@c]', '[@a]', '[@m]', '[@n]', 'plan.tong'),
      between(num, ['+', '-', '*', '/'], num),
      between(num, ['^'], fc.constantFrom('2', '3', '0.5')),
      num.map((of) => `-${of}`),
      num.map((of) => `(${of})%`),
      call('ROUND', num, whole(-3, 4)),
      ...['ROUNDUP', 'ROUNDDOWN'].map((name) => call(name, typed, whole(-2, 3))),
      call('TRUNC', num),
      call('INT', num),
      call('ABS', num),
      call('SIGN', num),
      call('MOD', number.map(String), fc.constantFrom('2', '-3', '0.5', '7', '0')),
      call('QUOTIENT', fc.constantFrom('[@a]', '[@b]', '17'), fc.constantFrom('2', '-3', '[@c]')),
      call('MROUND', fc.constantFrom('17', '2.6', 'ABS([@a])'), fc.constantFrom('3', '0.5', '5')),
      call('CEILING', fc.constantFrom('17.2', '[@a]', '[@b]'), fc.constantFrom('3', '0.5', '1')),
      call('FLOOR', fc.constantFrom('17.2', '[@a]', '[@b]'), fc.constantFrom('3', '0.5', '1')),
      call('EVEN', fc.constantFrom('[@a]', '3.2', '-1')),
      call('ODD', fc.constantFrom('[@a]', '3.2', '-2')),
      call('POWER', fc.constantFrom('[@a]', '2', '-8'), fc.constantFrom('2', '3')),
      call('SQRT', call('ABS', num)),
      ...['SUM', 'MIN', 'MAX', 'AVERAGE', 'COUNT', 'COUNTA', 'PRODUCT'].map((name) =>
        call(name, cells, fc.oneof(number.map(String), cells)),
      ),
      call('MEDIAN', numberColumn, numberColumn),
      call('COUNTBLANK', fc.constantFrom('[a]', '[t]', '[l]', '[n]')),
      call('SUMPRODUCT', numberColumn, numberColumn),
      call('COUNTIF', anyColumn, criterion),
      call('COUNTIFS', anyColumn, criterion, anyColumn, criterion),
      call('SUMIF', anyColumn, criterion, numberColumn),
      call('SUMIFS', numberColumn, anyColumn, criterion, anyColumn, criterion),
      call('AVERAGEIF', anyColumn, criterion, numberColumn),
      call('AVERAGEIFS', numberColumn, anyColumn, criterion),
      call('IF', logical, num, num),
      call('IFERROR', num, num),
      call('IFNA', num, num),
      call('IFS', logical, num, logical, num),
      call('SWITCH', num, whole(0, 3), num, whole(-3, 0), num, num),
      call('LEN', text),
      call('N', value),
      call('FIND', fc.constantFrom('"b"', '"H"', '"n"'), text),
      call('SEARCH', fc.constantFrom('"B"', '"a?c"', '"o*n"', '"~?"', '"t"'), text),
      call('VALUE', fc.constantFrom('[@m]', '"12"', '"-1.5"')),
      ...['YEAR', 'MONTH', 'DAY'].map((name) => call(name, date)),
      call('WEEKDAY', date, fc.constantFrom('1', '2', '3', '11', '16')),
      call('DAYS', date, date),
      call('DATEDIF', date, date, fc.constantFrom('"Y"', '"M"', '"D"')),
      call('NETWORKDAYS', date, date),
      call('NETWORKDAYS', date, date, fc.constant('[e]')),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words.map(quoted),
      fc.constantFrom('[@t]', '[@u]', '[@t]'),
      between(fc.oneof(text, fc.constantFrom('[@a]', '[@m]')), ['&'], text),
      call('LEFT', text, whole(0, 5)),
      call('RIGHT', text, whole(0, 5)),
      call('MID', text, whole(1, 4), whole(0, 5)),
      call('UPPER', text),
      call('LOWER', text),
      call('TRIM', text),
      call('T', value),
      call('SUBSTITUTE', text, fc.constantFrom('"a"', '" "', '"nh"'), fc.constantFrom('""', '"_"'), whole(1, 2)),
      call('SUBSTITUTE', text, fc.constantFrom('"a"', '" "', '"nh"'), fc.constantFrom('""', '"$&"')),
      call('REPLACE', text, whole(1, 3), whole(0, 3), fc.constant('"_"')),
      call('REPT', text, whole(0, 3)),
      call('CONCATENATE', text, text),
      call('TEXT', date, fc.constantFrom('"dd/mm/yyyy"', '"mm/yyyy"', '"d/m/yy"', '"yyyy-mm-dd"')),
      call('TEXT', fc.constantFrom('[@d]', '7', '-0.4', '0.126'), fc.constantFrom('"000"', '"0"', '"0%"')),
      call('IF', logical, text, text),
    ),
    logical: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('TRUE', 'FALSE', '[@l]', 'TRUE()'),
      between(num, COMPARISONS, num),
      between(fc.oneof(date, fc.constant('[@e]')), COMPARISONS, date),
      between(text, ['=', '<>'], text),
      between(fc.oneof(num, text), ['=', '<>'], fc.oneof(num, text)),
      between(logical, ['=', '<>'], logical),
      between(fc.constantFrom('[@m]', '[@a]'), COMPARISONS, fc.constantFrom('5', '[@b]')),
      call('AND', logical, logical),
      call('OR', logical, fc.constantFrom('[@a]', '[@l]', '[@t]', '[l]', '[a]')),
      call('NOT', logical),
      call('EXACT', text, text),
      ...['ISBLANK', 'ISTEXT', 'ISNONTEXT', 'ISERROR', 'ISERR', 'ISNA'].map((name) => call(name, value)),
      call('ISLOGICAL', fc.constantFrom('[@l]', '[@a]', '[@t]', '[@m]')),
      call('ISNUMBER', fc.oneof(num, text, date)),
      call('ISEVEN', fc.constantFrom('ROUND([@a],0)', '3.5', '-2')),
      call('ISODD', fc.constantFrom('ROUND([@a],0)', '3.5', '-3')),
    ),
    date: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant('[@d]'),
      call('DATE', whole(2024, 2026), whole(-2, 15), whole(-5, 40)),
      call('EDATE', date, whole(-14, 14)),
      call('EOMONTH', date, whole(-3, 3)),
      call('WORKDAY', call('DATE', fc.constant('2025'), whole(1, 12), whole(1, 28)), whole(-12, 40)),
      between(date, ['+'], whole(0, 400)),
    ),
    value: fc.oneof(num, num, text, logical, logical, date),
  }
})

function compiled(source: string): Compiled {
  const result = compileFormula(source, scope)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.refusals)}`)
  return result.formula
}

interface Case {
  readonly formula: Compiled
  readonly row: number
}

/** What LibreOffice answers, as it stands in the CSV: text is quoted, the rest is not. */
interface Answer {
  readonly shown: string
  readonly kind: 'error' | 'text' | 'logical' | 'number'
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function libreOffice(rows: readonly Row[], cases: readonly Case[], nilKeys: readonly string[] = []): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rule-oracle-'))
  folders.push(folder)
  const data = rows.map((one): CellValue[] => KEYS.map((key) => one[key] ?? (nilKeys.includes(key) ? NIL : null)))
  const at = (key: string) => columnLetter(KEYS.indexOf(key))
  const sheet = cases.map((_, index): CellValue[] => data[index] ?? [])
  const answer = columnLetter(KEYS.length)
  const cells = new Map<string, { formula: string }>()
  for (const [index, one] of cases.entries()) {
    const written = toExcel(one.formula, {
      cell: (key) => `$${at(key)}$${one.row + 1}`,
      column: (key) => `$${at(key)}$1:$${at(key)}$${rows.length}`,
      plan: (name) => PLAN[name as keyof typeof PLAN],
      list: (name) => name,
      blankLook: (key) => (nilKeys.includes(key) ? 'number' : undefined),
    })
    cells.set(`${index},${KEYS.length}`, { formula: written.slice(1) })
    const cell = `${answer}${index + 1}`
    const kind = `IF(ISERROR(${cell}),"error",IF(ISTEXT(${cell}),"text",IF(ISLOGICAL(${cell}),"logical","number")))`
    cells.set(`${index},${KEYS.length + 1}`, { formula: kind })
    // Times 1, because a date would be shown as one.
    cells.set(`${index},${KEYS.length + 2}`, { formula: `IF(ISERROR(${cell}),${cell},IF(ISNUMBER(${cell}),${cell}*1,${cell}))` })
  }
  writeFileSync(join(folder, 'cases.xlsx'), await writeXlsx({ sheets: [{ name: 'S', rows: sheet, cells }] }))
  const profile = pathToFileURL(join(folder, 'profile')).href
  const filter = 'csv:Text - txt - csv (StarCalc):124,34,76,1,,0,true,false'
  execFileSync(
    String(soffice),
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'cases.xlsx')],
    {
      stdio: 'pipe',
      timeout: 60_000,
    },
  )
  return readFileSync(join(folder, 'cases.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [kind = '', shown = ''] = line.split('|').slice(-2)
      return { kind: kind.slice(1, -1) as Answer['kind'], shown: shown.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"') }
    })
}

function ours({ formula: one, row: at }: Case, rows: readonly Row[]): Result {
  return evaluate(one, { row: rows[at] ?? {}, column: (key) => rows.map((each) => each[key] ?? null), plan: PLAN })
}

/** LibreOffice shows 15 digits and keeps no -0; its own error numbers (Err:502) say no more than that there is one. */
function agree(mine: Result, theirs: Answer): boolean {
  if (isError(mine)) return theirs.kind === 'error' && (theirs.shown === mine.text || theirs.shown.startsWith('Err:'))
  if (typeof mine === 'string') return theirs.kind === 'text' && theirs.shown === mine
  if (typeof mine === 'boolean')
    return theirs.kind === 'logical' && ['TRUE', 'FALSE', '1', '0'].indexOf(theirs.shown) % 2 === (mine ? 0 : 1)
  const number = Number(theirs.shown)
  return theirs.kind === 'number' && mine !== null && Math.abs(number - mine) <= 1e-13 * Math.max(Math.abs(number), Math.abs(mine))
}

async function disagreements(rows: readonly Row[], sources: readonly string[], nilKeys: readonly string[] = []) {
  const cases = sources.map((source, index): Case => ({ formula: compiled(`=${source}`), row: index % rows.length }))
  const answers = await libreOffice(rows, cases, nilKeys)
  expect(answers).toHaveLength(cases.length)
  return cases.flatMap((one, index) => {
    const [mine, theirs] = [ours(one, rows), answers[index]]
    if (theirs && agree(mine, theirs)) return []
    return [{ formula: one.formula.source, row: rows[one.row], ours: isError(mine) ? mine.text : mine, theirs }]
  })
}

const LONG = { timeout: 60_000 }

describe.skipIf(!soffice)('LibreOffice and we', () => {
  const rows = [...fc.sample(row, { seed: SEED, numRuns: ROWS - 1 }), full]
  const sources = fc.sample(formula, { seed: SEED, numRuns: FORMULAS })

  test(`answer alike to ${FORMULAS} random formulas`, LONG, async () => {
    expect(await disagreements(rows, sources)).toEqual([])
  })

  test('answer alike where "-" stands in the cells of numbers, which is a blank to a formula', LONG, async () => {
    // Criteria that ask for blanks or for anything find "-" to be something.
    const askable = sources.filter((source) => !/"(?:=|<>)"/.test(source))
    expect(await disagreements(rows, askable, ['a', 'b', 'c'])).toEqual([])
  })
})
