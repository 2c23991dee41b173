import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from '../sheet/sample.ts'

test('the same template beside another plan is judged by that plan’s code lists', () => {
  const rule = {
    ...({ id: 'THU-1', scope: 'row', severity: 'error', field: 'ten' } as const),
    formula: '=VLOOKUP([@ten],list.nguon,2,FALSE)="a"',
    message: { vi: 'Chọn trong danh mục.', en: 'Choose from the list.' },
  }
  const template = sampleTemplate({ tables: [sampleTable({ rules: [rule] })] })
  const broken = (label: string) => {
    const list = { id: 'nguon', entries: [{ code: 'a', label: { vi: label, en: label } }] }
    const plan = { ...samplePlan, lists: [list] }
    const rows = [{ id: 'n1', table: 'main', entries: { ten: { value: 'Vốn tỉnh' } } }]
    const about = { agency: 'A', period: '2025-03' }
    const filing = { ...{ template: 'THU', version: 3, declaration: null, header: {}, explanations: {} }, ...about, rows }
    const context = { ...about, today: '2025-03-17', register: sampleRegister, plan, previous: null, prefill: { header: {}, rows: [] } }
    return check(template, filing, context).findings.some(({ ruleId }) => ruleId === rule.id)
  }
  expect(['Vốn tỉnh', 'Vốn huyện', 'Vốn tỉnh'].map(broken)).toEqual([false, true, false])
})
