// Formulas mean what they mean in Excel: operators, conversions, comparisons,
// errors. Expected results are those of Microsoft's documentation.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileFormula } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Kind } from './function-spec.ts'
import { isError, type Result } from './scalar.ts'
import type { Scope } from './scope.ts'

// A key that every object has by birth must not be found where no field has it.
const fields: Record<string, Kind> = { x: 'any', y: 'any', z: 'any', a: 'number', constructor: 'any' as Kind }
const scope: Scope = { fields, plan: ['tong'] }

function run(source: string, row: Readonly<Record<string, Result>> = {}, column: readonly Result[] = []) {
  const compiled = compileFormula(source, scope)
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.refusals)}`)
  const result = evaluate(compiled.formula, { row, column: () => column, plan: { tong: 477_330 } })
  return isError(result) ? result.text : result
}

describe('operators', () => {
  test.each<[string, Result | string]>([
    ['=-2^2', 4],
    ['=0-2^2', -4],
    ['=2^3^2', 64],
    ['=2^-1', 0.5],
    ['=50%', 0.5],
    ['=-50%', -0.5],
    ['=200%^2', 4],
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=10-4-3', 3],
    ['=12/3/2', 2],
    ['="a"&1+1', 'a2'],
    ['=1&2=12', false],
    ['=1&2="12"', true],
    ['=1<2=TRUE', true],
    ['=1/3', 1 / 3],
    ['=plan.tong/2', 238_665],
    ['=1E+308*10', '#NUM!'],
    ['=(-8)^0.5', '#NUM!'],
    ['=0^0', '#NUM!'],
    ['=1E-300*1E-300', 0],
  ])('%s is %s', (source, expected) => expect(run(source)).toBe(expected))

  test('nothing is ever -0', () => {
    expect(Object.is(run('=-[@x]', { x: 0 }), 0)).toBe(true)
    expect(Object.is(run('=0*-5'), 0)).toBe(true)
  })

  test('digits typed beyond the fifteenth are zeros', () => {
    expect(run('=1234567890123456789')).toBe(1_234_567_890_123_450_000)
    expect(run('=0.00012345678901234567')).toBe(0.000123456789012345)
    expect(run('=1=1.0000000000000001')).toBe(true)
  })
})

describe('a blank', () => {
  test.each<[string, Result]>([
    ['=[@x]+1', 1],
    ['=[@x]*5', 0],
    ['=[@x]&"x"', 'x'],
    ['=[@x]=""', true],
    ['=[@x]=0', true],
    ['=[@x]=FALSE', true],
    ['=[@x]<>[@y]', false],
    ['=[@x]<1', true],
    ['=[@x]>-1', true],
    ['=[@x]<"a"', true],
    ['=ISBLANK([@x])', true],
    ['=ISBLANK("")', false],
    ['=IF([@x],1,2)', 2],
    ['=IF(TRUE,[@x])=""', true],
    ['=LEN([@x])', 0],
    ['=[@x]', 0],
  ])('in %s gives %s', (source, expected) => expect(run(source, { x: null })).toBe(expected))
})

describe('text in arithmetic', () => {
  test.each<[Result, Result | string]>([
    ['12', 13],
    [' 12 ', 13],
    ['-1.5', -0.5],
    ['1e3', 1001],
    ['50%', 1.5],
    ['.5', 1.5],
    ['2025-03-14', 45_731],
    [true, 2],
    [false, 1],
    ['', '#VALUE!'],
    ['x', '#VALUE!'],
    ['TRUE', '#VALUE!'],
    ['1.234,5', '#VALUE!'],
    ['1,234', '#VALUE!'],
    ['1/3/2025', '#VALUE!'],
    ['2025-02-30', '#VALUE!'],
    ['1e999', '#VALUE!'],
    ['Infinity', '#VALUE!'],
    ['0x10', '#VALUE!'],
  ])('%j plus 1 is %s', (x, expected) => expect(run('=[@x]+1', { x })).toBe(expected))
})

describe('comparison', () => {
  test.each<[string, Result]>([
    ['="Hoàn thành"="HOÀN THÀNH"', true],
    ['="Hoàn thành"="Hoan thanh"', false],
    ['="hòa"="hoà"', false],
    ['="Đ"="đ"', true],
    ['="D"="Đ"', false],
    ['=9999<"a"', true],
    ['="z"<TRUE', true],
    ['=TRUE>FALSE', true],
    ['="12"=12', false],
    ['=TRUE=1', false],
    ['="a"<"B"', true],
    ['="ă"<"b"', true],
    ['="đ">"d"', true],
    ['="đ"<"e"', true],
    ['=0.1+0.2=0.3', true],
    ['=1.1-1=0.1', true],
    ['=100000000000001=100000000000002', false],
  ])('%s is %s', (source, expected) => expect(run(source)).toBe(expected))

  test('letters composed and decomposed are the same letters', () => {
    expect(run('=[@x]=[@y]', { x: 'hoàn'.normalize('NFC'), y: 'hoàn'.normalize('NFD') })).toBe(true)
  })

  // Microsoft 78113, "Floating-point arithmetic may give inaccurate results in Excel".
  test('a difference that is only the error of binary fractions is 0, one amid a sum is not', () => {
    expect(run('=1.333+1.225-1.333-1.225')).toBe(0)
    expect(run('=0.5-0.4-0.1=0')).toBe(true)
    expect(run('=(43.1-43.2)+1')).toBe(0.8999999999999986)
  })
})

describe('a number as text', () => {
  test.each<[number, string]>([
    [0.1, '0.1'],
    [1 / 3, '0.333333333333333'],
    [123_456.78901234567, '123456.789012346'],
    [1e15, '1000000000000000'],
    [12_345_678_901_234_567_000, '12345678901234600000'],
    [1e20, '1E+20'],
    [-1.2345678901234568e20, '-1.23456789012346E+20'],
    [0.0001, '0.0001'],
    [1.23456789e-5, '0.0000123456789'],
    [1.2345678901234568e-5, '1.23456789012346E-05'],
    [1e-18, '0.000000000000000001'],
    [1e-19, '1E-19'],
    [2e-50, '2E-50'],
    [1e100, '1E+100'],
    [0.1 + 0.2, '0.3'],
  ])('%s is written %s', (x, text) => expect(run('=[@x]&""', { x })).toBe(text))
})

describe('errors', () => {
  test.each<[string, string | number | boolean]>([
    ['=1/0', '#DIV/0!'],
    ['=#N/A+1', '#N/A'],
    ['=#REF!', '#REF!'],
    ['=#N/A&"x"', '#N/A'],
    ['=#N/A=#N/A', '#N/A'],
    ['=-#NUM!', '#NUM!'],
    ['=SUM([x],1)', '#DIV/0!'],
    ['=COUNT([x],1)', 1],
    ['=COUNTA([x])', 1],
    ['=LEN(1/0)', '#DIV/0!'],
    ['=IF(1/0,1,2)', '#DIV/0!'],
    ['=IF(TRUE,1,1/0)', 1],
    ['=AND(FALSE,1/0)', '#DIV/0!'],
    ['=IFERROR(1/0,"-")', '-'],
    ['=IFNA(1/0,"-")', '#DIV/0!'],
    ['=ISERROR(1/0)', true],
  ])('%s is %s', (source, expected) => {
    const [error] = [compileFormula('=1/0', scope)]
    const cell = error.ok ? evaluate(error.formula, { row: {}, column: () => [], plan: {} }) : null
    expect(run(source, {}, [cell])).toBe(expected)
  })
})

test('a row that lacks a field has a blank there, whatever objects are born with', () => {
  expect(run('=ISBLANK([@constructor])')).toBe(true)
})

test('evaluation never throws, whatever stands in the cells', () => {
  const scalar = fc.oneof(fc.constant(null), fc.double(), fc.integer(), fc.string(), fc.boolean())
  const names =
    'ROUND ROUNDUP MOD TRUNC POWER SUM AVERAGE COUNTIF SEARCH FIND LEFT MID REPT SUBSTITUTE TEXT DATE EDATE WORKDAY NETWORKDAYS WEEKDAY CEILING MROUND IF IFS SWITCH YEAR DAYS'
  const formula = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('[@x]', '[@y]', '[@z]', '2', '"a*?~"', '1/0', '"yyyy"', '1E+300'),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '^', '=', '<', '&'), tie('expression'))
        .map(([left, operator, right]) => `(${left}${operator}${right})`),
      fc
        .tuple(
          fc.constantFrom(...names.split(' ')),
          fc.array(fc.oneof(tie('expression'), fc.constant('[x]')), { minLength: 1, maxLength: 4 }),
        )
        .map(([name, args]) => `${name}(${args.join(',')})`),
    ),
  })).expression
  let ran = 0
  fc.assert(
    fc.property(formula, fc.array(scalar, { minLength: 3, maxLength: 3 }), (text, [x = null, y = null, z = null]) => {
      const compiled = compileFormula(`=${text}`, { fields: { x: 'any', y: 'any', z: 'any' }, plan: [] })
      if (!compiled.ok) return
      ran++
      const result = evaluate(compiled.formula, { row: { x, y, z }, column: () => [x, y, z], plan: {} })
      expect(isError(result) || ['number', 'string', 'boolean'].includes(typeof result)).toBe(true)
      if (typeof result === 'number') expect(Number.isNaN(result)).toBe(false)
    }),
    { numRuns: 3000, seed: 5 },
  )
  expect(ran).toBeGreaterThan(500)
})
