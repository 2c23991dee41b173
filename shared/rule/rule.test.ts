// Formulas mean what they mean in Excel. Expected results are from Excel's
// documentation of operators, types and functions.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compiled, compileFormula, orderComputed } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { isError, type Scalar } from './scalar.ts'
import type { Scope } from './scope.ts'
import { toExcel } from './to-excel.ts'

const scope: Scope = { fields: { a: 'number', b: 'number', ten: 'text', ngay: 'date', co: 'boolean' }, plan: ['tong'] }

const compiled = (source: string): Compiled => {
  const result = compileFormula(source, scope)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.refusals)}`)
  return result.formula
}
const run = (source: string, row: Record<string, Scalar> = {}, columns: Record<string, Scalar[]> = {}) => {
  const result = evaluate(compiled(source), { row, column: (key) => columns[key] ?? [], plan: { tong: 477330 } })
  return isError(result) ? result.text : result
}

describe('formulas', () => {
  it.each<[string, Scalar]>([
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=50%', 0.5],
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['="a"&1+1', 'a2'],
    ['=1/3', 1 / 3],
    ['=1/0', '#DIV/0!'],
    ['=0.1+0.2=0.3', true],
    ['=1=1.0000000000000001', true],
    ['="Hoàn thành"="HOÀN THÀNH"', true],
    ['="a"<"b"', true],
    ['=9999<"a"', true],
    ['="z"<TRUE', true],
    ['=IF(1=1,"đúng","sai")', 'đúng'],
    ['=IF(FALSE,1)', false],
    ['=IF(1/0,1,2)', '#DIV/0!'],
    ['=IF(TRUE,1,1/0)', 1],
    ['=IFERROR(1/0,"-")', '-'],
    ['=IFS(FALSE,1,TRUE,2)', 2],
    ['=SWITCH(2,1,"một",2,"hai")', 'hai'],
    ['=SWITCH(9,1,"một","khác")', 'khác'],
    ['=AND(TRUE,1,0)', false],
    ['=OR(FALSE,0)', false],
    ['=NOT(FALSE)', true],
    ['=ROUND(2.5,0)', 3],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(1234,-2)', 1200],
    ['=ROUNDUP(1.001,2)', 1.01],
    ['=ROUNDDOWN(-1.999,1)', -1.9],
    ['=MOD(-3,2)', 1],
    ['=INT(-1.5)', -2],
    ['=SUM(0.1,0.2,-0.3)', 0],
    ['=AVERAGE(1,2,3)', 2],
    ['=LEN("chuyển đổi")', 10],
    ['=TRIM("  a   b ")', 'a b'],
    ['=EXACT("a","A")', false],
    ['=SUBSTITUTE("aXbXc","X","-",2)', 'aXb-c'],
    ['=SEARCH("b","ABC")', 2],
    ['=MID("kế hoạch",4,4)', 'hoạc'],
    ['=DATE(2025,3,1)', 45717],
    ['=DATE(2025,14,1)', 46054],
    ['=YEAR(45717)', 2025],
    ['=EOMONTH(DATE(2025,1,31),1)', 45716],
    ['=EDATE(DATE(2025,1,31),1)', 45716],
    ['=NETWORKDAYS(DATE(2025,3,3),DATE(2025,3,9))', 5],
    ['=WORKDAY(DATE(2025,3,7),1)', 45726],
    ['=plan.tong/2', 238665],
  ])('%s is %s as in Excel', (source, expected) => {
    expect(run(source)).toEqual(expected)
  })

  it('a blank is 0 in arithmetic, "" in text and FALSE in logic', () => {
    expect(run('=[@a]+1', { a: null })).toBe(1)
    expect(run('=[@ten]&"x"', { ten: null })).toBe('x')
    expect(run('=[@ten]=""', { ten: null })).toBe(true)
    expect(run('=[@a]=0', { a: null })).toBe(true)
    expect(run('=ISBLANK([@a])', { a: null })).toBe(true)
    expect(run('=IF([@co],1,2)', { co: null })).toBe(2)
  })

  it('text that reads as a number counts as one, other text is #VALUE!', () => {
    const any: Scope = { fields: { x: 'any' }, plan: [] }
    const plusOne = compileFormula('=[@x]+1', any)
    const value = (x: Scalar) => plusOne.ok && evaluate(plusOne.formula, { row: { x }, column: () => [], plan: {} })
    expect(value('12')).toBe(13)
    expect(value(true)).toBe(2)
    expect(value('x')).toMatchObject({ text: '#VALUE!' })
  })

  it('aggregates of a column see numbers only', () => {
    const columns = { a: [1, null, 'x', true, 2.5] }
    expect(run('=SUM([a])', {}, columns)).toBe(3.5)
    expect(run('=COUNT([a])', {}, columns)).toBe(2)
    expect(run('=COUNTA([a])', {}, columns)).toBe(4)
    expect(run('=COUNTIF([a],">=2")', {}, columns)).toBe(1)
    expect(run('=COUNTIF([ten],"hoàn thành")', {}, { ten: ['Hoàn thành', 'khác', null] })).toBe(1)
    expect(run('=SUMIF([ten],"x",[a])', {}, { ten: ['x', 'y', 'X'], a: [1, 2, 4] })).toBe(5)
    expect(run('=SUMIFS([a],[ten],"x",[b],">1")', {}, { ten: ['x', 'x'], a: [1, 2], b: [1, 2] })).toBe(2)
  })

  it.each([
    ['=[@thieu]+1', 'unknown-field', 1, 9],
    ['=FILTER([a],1)', 'unknown-function', 1, 14],
    ['=ROUND([@a])', 'wrong-arity', 1, 12],
    ['=[@ten]+1', 'text-in-arithmetic', 1, 7],
    ['=[@ngay]="01/01/2025"', 'date-against-text', 1, 21],
    ['=[a]+1', 'column-outside-aggregate', 1, 4],
    ['=plan.khong', 'unknown-name', 1, 11],
    ['=A1+1', 'not-expressible', 1, 3],
    ['=SUM(1,', 'syntax', 7, 7],
  ])('%s is refused as %s with its position', (source, code, from, to) => {
    const result = compileFormula(source, scope)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.refusals[0]).toMatchObject({ code, from, to })
  })

  it('a formula longer than Excel takes is refused', () => {
    const result = compileFormula(`=${'1+'.repeat(5000)}1`, scope)
    expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['too-long'])
  })

  it('computed fields are worked out in the order they need, a circle is named', () => {
    const order = orderComputed(
      new Map([
        ['a', compiled('=[@b]+1')],
        ['b', compiled('=[@co]')],
      ]),
    )
    expect(order).toEqual({ ok: true, order: ['b', 'a'] })
    const circle = orderComputed(
      new Map([
        ['a', compiled('=[@b]+1')],
        ['b', compiled('=SUM([a])')],
      ]),
    )
    expect(circle).toEqual({ ok: false, cycle: ['a', 'b', 'a'] })
  })

  it('becomes A1 text without structured references', () => {
    const write = (source: string) =>
      toExcel(compiled(source), {
        cell: (key) => `$${key.toUpperCase()}9`,
        column: (key) => `$${key.toUpperCase()}$9:$${key.toUpperCase()}$20`,
        plan: () => 477330,
      })
    expect(write('=[@a] = [@b] + SUM([a])*2')).toBe('=$A9=$B9+SUM($A$9:$A$20)*2')
    expect(write('=([@a]+1)*-[@b]-(1-2)')).toBe('=($A9+1)*-$B9-(1-2)')
    expect(write('=IF([@ten]<>"a""b",plan.tong,)')).toBe('=IF($TEN9<>"a""b",477330,)')
  })

  it('never throws, whatever stands in the cells, and means the same written out again', () => {
    const scalar = fc.oneof(fc.constant(null), fc.double(), fc.integer(), fc.string(), fc.boolean())
    const leaf = fc.constantFrom('[@a]', '[@b]', '2', '0', '1.5', 'IF([@co],1,[@b])', 'SUM([a])', 'ROUND([@a],2)')
    const formula = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '^', '=', '<', '&'), tie('expression'))
          .map(([l, o, r]) => `(${l}${o}${r})`),
      ),
    })).expression
    const numberOnly: Scope = { fields: { a: 'any', b: 'any', co: 'any' }, plan: [] }
    fc.assert(
      fc.property(formula, scalar, scalar, scalar, (text, a, b, co) => {
        const first = compileFormula(`=${text}`, numberOnly)
        if (!first.ok) return
        const environment = { row: { a, b, co }, column: () => [a, b], plan: {} }
        const value = evaluate(first.formula, environment)
        const again = compileFormula(
          toExcel(first.formula, { cell: (key) => `[@${key}]`, column: (key) => `[${key}]`, plan: () => 0 }),
          numberOnly,
        )
        expect(again.ok).toBe(true)
        if (again.ok) expect(evaluate(again.formula, environment)).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })
})
