// Random rows for random formulas: blanks, Vietnamese texts, wildcards, numbers
// of up to 15 digits, days, logicals and errors, as they stand in people's sheets.
import fc from 'fast-check'
import { ExcelError, isError, type Result, type Scalar } from '../../shared/rule/scalar.ts'
import type { Scope } from '../../shared/rule/scope.ts'

export type Row = Readonly<Record<string, Result>>

/** a, b, c numbers · t, u texts · d, e days · l logicals · m, n anything · x anything, with errors more often than the others. */
export const scope: Scope = {
  fields: {
    ...{ a: 'number', b: 'number', c: 'number', t: 'text', u: 'text', d: 'date', e: 'date', l: 'boolean' },
    ...{ m: 'any', n: 'any', x: 'any' },
  },
  plan: ['tong'],
  lists: {
    tinh_trang: [
      { label: 'Đang thực hiện', code: 'dang' },
      { label: 'Hoàn thành', code: 'xong' },
      { label: 'abc', code: 'ABD' },
      { label: 'a b  c', code: '-' },
      { label: '12', code: '7' },
    ],
    dau: [
      { label: 'x*y', code: 'a?c' },
      { label: 'axc', code: 'a~b' },
      { label: 'Đ', code: 'III.7.a' },
    ],
  },
}

export const KEYS: readonly string[] = Object.keys(scope.fields)
export const PLAN: Readonly<Record<string, number>> = { tong: 477_330.5 }

/** Numbers that are typed: whole, with decimals, with all the 15 digits that Excel keeps. */
export const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
  { weight: 4, arbitrary: fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000) },
  { weight: 3, arbitrary: fc.constantFrom(0, 1, -1, 0.1, 0.2, 0.3, 2.5, -2.5, 1.005, 322_799, 154_531, 1_234_567_890, 0.001) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[123_456_789_012_345, 100_000_000_000_001, 100_000_000_000_002, -12_345_678_901.2345, 0.123456789012345, 1234567.89012345],
    ),
  },
)

/** LibreOffice's ROUNDUP and ROUNDDOWN lose digits of larger numbers: ROUNDUP(1234671035.975,2) is …35.97 there. */
export const modest = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000)

export const words = fc.constantFrom(
  ...['Hoàn thành', 'HOÀN THÀNH', 'Đang thực hiện', 'abc', 'ABC', 'a b  c', ' abc '],
  ...['đ', 'Đ', 'a?c', 'x*y', 'a~b', 'III.7.a', '-', 'Ủy ban nhân dân', 'ỦY BAN NHÂN DÂN', 'axc'],
)
const day = fc.integer({ min: 45_292, max: 46_022 })
const maybe = <T extends Scalar>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6 }) as fc.Arbitrary<Scalar>
const mixed = fc.oneof(number, words, fc.constantFrom('12', ' 7 ', '-5', '1e3', '50%', '2025-03-14'), fc.constant(null))
const anything = fc.oneof(mixed, fc.boolean())

/** The errors that a cell can be made to hold by a formula, and that formula. */
const MAKE = { '#DIV/0!': '1/0', '#VALUE!': 'VALUE("x")', '#N/A': 'NA()', '#NUM!': 'SQRT(-1)' } as const
const ERRORS = (Object.keys(MAKE) as (keyof typeof MAKE)[]).map((text) => new ExcelError(text))
export const formulaOfError = (value: Result): string | null => (isError(value) ? (MAKE[value.text as keyof typeof MAKE] ?? null) : null)

const plain: fc.Arbitrary<Row> = fc.record({
  ...{ a: maybe(number), b: maybe(number), c: maybe(modest), t: maybe(words), u: maybe(words), d: day, e: maybe(day) },
  ...{ l: maybe(fc.boolean()), m: mixed, n: anything, x: mixed },
})

/** Any cell may hold the error, one in four of the column x does. */
const broken = (error: ExcelError): fc.Arbitrary<Row> =>
  fc
    .tuple(plain, fc.array(fc.constantFrom(...KEYS), { maxLength: 1 }), fc.integer({ min: 0, max: 3 }))
    .map(([row, keys, one]) => ({ ...row, ...Object.fromEntries((one === 0 ? ['x'] : keys).map((key) => [key, error])) }))

/** The last row, because LibreOffice leaves blanks at the end of a range out of what "<>x" counts. */
const full: Row = {
  ...{ a: 1, b: 2, c: 3, t: 'abc', u: 'đ', d: 45_700, e: 45_701, l: true, m: 'abc', n: 4, x: 5 },
}

const COUNT = 40

/** Every third table has errors in its cells, all of one kind: which of two comes out of a formula is nowhere laid down. */
export const tableOf = (seed: number): readonly Row[] => [
  ...fc.sample(seed % 3 === 2 ? broken(ERRORS[seed % ERRORS.length]!) : plain, { seed, numRuns: COUNT - 1 }),
  full,
]
