import { describe, expect, test } from 'vitest'
import { datesFor } from '../deadline.ts'
import { serialOf } from '../serial-date.ts'
import { samplePlan, sampleTemplate } from '../sheet/sample.ts'
import { compileFormula } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { isError } from './scalar.ts'
import { toExcel } from './to-excel.ts'
import { periodValues, planValues } from './values.ts'

const scope = { fields: { ngay: 'date', ten: 'text', nam: 'number' }, plan: Object.keys(samplePlan.totals) } as const
const compiled = (source: string) => {
  const result = compileFormula(source, scope)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.formula
}
const refused = (source: string) => {
  const result = compileFormula(source, scope)
  return result.ok ? [] : result.refusals.map(({ code }) => code)
}
const plan = planValues(samplePlan)
const period = periodValues('2025-03', datesFor(sampleTemplate().regime, '2025-03'), 'Sở Thông tin và Truyền thông')
const run = (source: string, row = {}) => evaluate(compiled(source), { row, column: () => [], plan, period })

describe('the names of plan and period', () => {
  test.each([
    ['=plan.nam', 2025],
    ['=plan.ngay', serialOf('2025-02-20')],
    ['=plan.tong', 477_330],
    ['=ky.tu', serialOf('2025-02-15')],
    ['=ky.den', serialOf('2025-03-14')],
    ['=ky.khoa', serialOf('2025-04-18')],
    ['=ky.nam', 2025],
    ['=ky.don_vi', 'Sở Thông tin và Truyền thông'],
  ])('%s is %s', (source, value) => {
    expect(run(source)).toBe(value)
  })

  test('are of a kind, and misuse is refused when the rule is written', () => {
    expect(refused('=[@ngay]<=ky.den')).toEqual([])
    expect(refused('=[@ten]<=ky.den')).toEqual(['date-against-text'])
    expect(refused('=ky.den+1<plan.ngay')).toEqual([])
    expect(refused('=ky.don_vi+1')).toEqual(['text-in-arithmetic'])
    expect(refused('=ky.hom_nay')).toEqual(['unknown-name'])
    expect(refused('=plan.khong_co')).toEqual(['unknown-name'])
    expect(refused('=ky.constructor')).toEqual(['unknown-name'])
  })

  test('a day is written as DATE, which says the same in workbooks of either date system', () => {
    const written = (source: string) =>
      toExcel(compiled(source), {
        cell: () => '$F12',
        column: () => '',
        plan: (name) => plan[name]!,
        period: (name) => period[name] ?? null,
      })
    expect(written('=AND([@ngay]>=ky.tu,[@ngay]<=ky.den)')).toBe('=AND($F12>=DATE(2025,2,15),$F12<=DATE(2025,3,14))')
    expect(written('=[@nam]=plan.nam')).toBe('=$F12=2025')
    expect(written('=[@ngay]>plan.ngay')).toBe('=$F12>DATE(2025,2,20)')
    expect(written('=[@ten]=ky.don_vi')).toBe('=$F12="Sở Thông tin và Truyền thông"')
  })

  test('where no period is at hand the answer is an error, never silently right', () => {
    expect(isError(evaluate(compiled('=ky.den'), { row: {}, column: () => [], plan }))).toBe(true)
    expect(toExcel(compiled('=[@ngay]<ky.den'), { cell: () => '$F12', column: () => '', plan: () => 0 })).toBe('=$F12<#NAME?')
  })
})
