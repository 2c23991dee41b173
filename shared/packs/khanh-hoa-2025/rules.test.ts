import { describe, expect, test } from 'vitest'
import { datesFor } from '../../deadline.ts'
import { type Compiled, compileFormula, orderComputed } from '../../rule/compile.ts'
import { evaluate } from '../../rule/evaluate.ts'
import type { Result, Scalar } from '../../rule/scalar.ts'
import { periodValues, planValues, scopeOf } from '../../rule/values.ts'
import type { Table, Template } from '../../template.ts'
import { khanhHoa2025 } from './pack.ts'
import { CONDITION_CASES, ROW_CASES, type Row, TABLE_CASES } from './rule-cases.ts'

const { templates, plan } = khanhHoa2025
const PERIODS = { month: '2025-03', quarter: '2025-Q1', 'half-year': '2025-H1', year: '2025', 'ad-hoc': '2025' }

const tables = templates.flatMap((template) =>
  template.tables.map((table, at) => ({ template, table, above: template.tables.slice(0, at) })),
)
const rules = tables.flatMap((where) => where.table.rules.map((rule) => ({ ...where, rule })))
const conditions = tables.flatMap((where) =>
  where.table.fields.flatMap((field) =>
    field.requiredWhen === undefined
      ? []
      : [{ ...where, formula: field.requiredWhen, id: `${where.template.code}.${where.table.key}.${field.key}` }],
  ),
)

function compiled(source: string, table: Table, above?: readonly Table[]): Compiled {
  const result = compileFormula(source, { ...scopeOf(table, plan, above), about: above ? 'table' : 'row' })
  if (!result.ok) throw new Error(`${source} ${JSON.stringify(result.refusals)}`)
  return result.formula
}

const names = ({ regime }: Template) => {
  const period = PERIODS[regime.frequency]
  return { plan: planValues(plan), period: periodValues(period, datesFor(regime, period), 'Sở Thông tin và Truyền thông') }
}

/** The answer of a formula over a row whose computed columns are worked out first, as check and sheet do. */
function answer(source: string, table: Table, template: Template, row: Row): Result {
  const formulas = new Map(table.fields.flatMap(({ key, formula }) => (formula ? [[key, compiled(formula, table)] as const] : [])))
  const order = orderComputed(formulas)
  if (!order.ok) throw new Error(order.cycle.join(' → '))
  const seen: Record<string, Result> = { ...row }
  const run = (formula: Compiled) => evaluate(formula, { row: seen, column: () => [], ...names(template) })
  for (const key of order.order) seen[key] ??= run(formulas.get(key)!)
  return run(compiled(source, table))
}

const ofScope = (scope: 'row' | 'table') => rules.filter(({ rule }) => rule.scope === scope).map((one) => [one.rule.id, one] as const)

test('no rule and no condition is without a case that breaks it and one that just does not', () => {
  const ids = (scope: 'row' | 'table') => ofScope(scope).map(([id]) => id)
  expect(Object.keys(ROW_CASES).toSorted()).toEqual(ids('row').toSorted())
  expect(Object.keys(TABLE_CASES).toSorted()).toEqual(ids('table').toSorted())
  expect(Object.keys(CONDITION_CASES).toSorted()).toEqual(conditions.map(({ id }) => id).toSorted())
})

test.each(ofScope('row'))('%s is broken by one row and kept by the one beside it', (id, { rule, table, template }) => {
  const { breaks, keeps } = ROW_CASES[id]!
  expect(answer(rule.formula, table, template, breaks)).toBe(false)
  expect(answer(rule.formula, table, template, keeps)).toBe(true)
})

test.each(ofScope('table'))('%s is broken by one table and kept by the one beside it', (id, { rule, table, template, above }) => {
  const formula = compiled(rule.formula, table, above)
  const over = (columns: Readonly<Record<string, readonly Scalar[]>>) =>
    evaluate(formula, { row: {}, column: (key) => columns[key] ?? [], ...names(template) })
  expect(over(TABLE_CASES[id]!.breaks)).toBe(false)
  expect(over(TABLE_CASES[id]!.keeps)).toBe(true)
})

test.each(conditions.map((one) => [one.id, one] as const))('%s is asked for in one row and not in the one beside it', (id, one) => {
  const { breaks, keeps } = CONDITION_CASES[id]!
  expect(answer(one.formula, one.table, one.template, breaks)).toBe(true)
  expect(answer(one.formula, one.table, one.template, keeps)).toBe(false)
})

describe('what a rule says', () => {
  test.each(rules.map(({ rule }) => [rule.id, rule] as const))('%s says in both languages what to do, and cites its source', (_, rule) => {
    expect(rule.basis?.trim()).toBeTruthy()
    for (const text of [rule.message.vi, rule.message.en]) {
      expect(text.length).toBeGreaterThan(30)
      expect(text).toMatch(/[.!?]$/)
    }
    // An error or a warning ends with what to do about it.
    if (rule.severity !== 'info')
      expect(rule.message.vi).toMatch(/Kiểm tra|Sửa|giải trình|Nhập|Bỏ|Thống nhất|đếm|Tăng|nêu|Để|Xóa|Bổ sung|Chọn|Lấy|ghi|phải/i)
  })
})

describe('the last day of a due time', () => {
  const thang = templates.find(({ code }) => code === 'THANG')!
  const pl1 = templates.find(({ code }) => code === 'PL1')!
  const lastDay = (template: Template, row: Row) => {
    const table = template.tables[0]!
    const formula = compiled(table.fields.find(({ key }) => key === 'han_cuoi')!.formula!, table)
    const result = evaluate(formula, { row, column: () => [], ...names(template) })
    return typeof result === 'number' ? new Date((result - 25_569) * 86_400_000).toISOString().slice(0, 10) : result
  }

  test.each([
    ['Tháng 02/2024', '2024-02-29'],
    ['Tháng 3/2025', '2025-03-31'],
    ['Tháng 12/2024', '2024-12-31'],
    ['Quý I/2025', '2025-03-31'],
    ['Quý II/2025', '2025-06-30'],
    ['Quý III/2025', '2025-09-30'],
    ['Quý IV/2025', '2025-12-31'],
    ['6 tháng đầu năm 2025', '2025-06-30'],
    ['6 tháng cuối năm 2025', '2025-12-31'],
    ['9 tháng đầu năm 2025', '2025-09-30'],
    ['Năm 2025', '2025-12-31'],
    ['20/02/2025', '2025-02-20'],
    ['Thường xuyên', ''],
    ['Sau khi có kế hoạch của BCĐ CĐS quốc gia', ''],
    [null, ''],
  ])('of "%s" is "%s"', (due, last) => {
    expect(lastDay(thang, { thoi_han: due })).toBe(last)
  })

  test('"Sau khi …" has one once the event has a day', () => {
    const due = 'Sau khi có kế hoạch của BCĐ CĐS quốc gia'
    expect(lastDay(pl1, { thoi_gian_trinh: due, ngay_moc: 45_733 })).toBe('2025-03-17')
    expect(lastDay(pl1, { thoi_gian_trinh: due, ngay_moc: null })).toBe('')
  })
})
