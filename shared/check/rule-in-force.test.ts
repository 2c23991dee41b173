import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import type { Filing } from '../filing.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from '../sheet/sample.ts'
import type { Rule } from '../template.ts'
import { sentence } from '../text/sentence.ts'

const rule = (change: Partial<Rule>): Rule => ({
  id: 'THU-1',
  scope: 'row',
  formula: '=[@gn]<=10',
  severity: 'error',
  field: 'gn',
  message: { vi: 'Giải ngân không quá 10.', en: 'At most 10.' },
  ...change,
})

function findings(change: Partial<Rule>, period: string, declaration: Filing['declaration'] = null) {
  const template = sampleTemplate({ tables: [sampleTable({ rules: [rule(change)] })] })
  const filing: Filing = {
    ...{ template: 'THU', version: 3, agency: 'A', period, declaration, header: { nguoi_lap: { value: 'Lan' } }, explanations: {} },
    rows: declaration ? [] : [{ id: 'n1', table: 'main', entries: { stt: { value: '1' }, ten: { value: 'Nhiệm vụ' }, gn: { value: 11 } } }],
  }
  const context: CheckContext = {
    ...{ today: '2025-03-17', agency: 'A', period, register: sampleRegister, plan: samplePlan, previous: null },
    prefill: { header: {}, rows: [] },
  }
  return check(template, filing, context).findings.filter(({ ruleId }) => ruleId !== undefined)
}
const severities = (change: Partial<Rule>, period: string) => findings(change, period).map(({ severity }) => severity)

describe('a rule that begins with a period', () => {
  test('says nothing before it and all of it from it on', () => {
    expect(severities({ appliesFrom: '2025-04' }, '2025-03')).toEqual([])
    expect(severities({ appliesFrom: '2025-04' }, '2025-04')).toEqual(['error'])
    expect(severities({ appliesFrom: '2025-04' }, '2026-01')).toEqual(['error'])
  })

  test('only warns before the period in which it blocks, and says from when it will', () => {
    expect(severities({ blocksFrom: '2025-04' }, '2025-03')).toEqual(['warning'])
    expect(severities({ blocksFrom: '2025-04' }, '2025-04')).toEqual(['error'])
    const [early] = findings({ blocksFrom: '2025-04' }, '2025-03')
    expect(sentence(early!, 'vi')).toBe('"Giải ngân": Giải ngân không quá 10. Từ kỳ Tháng 4/2025 đây là lỗi và không nộp được.')
    expect(sentence(early!, 'en')).toBe('"Giải ngân": At most 10. From April 2025 on this is an error and cannot be submitted.')
    const [late] = findings({ blocksFrom: '2025-04' }, '2025-04')
    expect(sentence(late!, 'vi')).toBe('"Giải ngân": Giải ngân không quá 10.')
  })

  test('a warning stays one whatever period it would block from', () => {
    expect(severities({ severity: 'warning', blocksFrom: '2025-04' }, '2025-05')).toEqual(['warning'])
  })

  test('a longer period that reaches into the first one is no longer before it', () => {
    expect(severities({ blocksFrom: '2025-06' }, '2025-Q1')).toEqual(['warning'])
    expect(severities({ blocksFrom: '2025-06' }, '2025-Q2')).toEqual(['error'])
    expect(severities({ blocksFrom: '2025-Q2' }, '2025-03')).toEqual(['warning'])
    expect(severities({ blocksFrom: '2025-Q2' }, '2025-04')).toEqual(['error'])
  })
})

describe('a table rule and "không phát sinh"', () => {
  const counted: Partial<Rule> = { scope: 'table', formula: '=COUNT([gn])>0', severity: 'warning' }

  test('judges the blank table only where it says so', () => {
    expect(findings({ ...counted, judgesNothing: true }, '2025-03', { kind: 'nothing-to-report' })).toHaveLength(1)
    expect(findings(counted, '2025-03', { kind: 'nothing-to-report' })).toEqual([])
  })

  test('says nothing where the report does not apply at all', () => {
    expect(findings({ ...counted, judgesNothing: true }, '2025-03', { kind: 'not-applicable', reason: 'Không có hệ thống' })).toEqual([])
  })
})
