import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import { blocks } from '../explanations.ts'
import type { Filing } from '../filing.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from '../sheet/sample.ts'
import { sentence } from '../text/sentence.ts'
import type { Waiver } from '../waiver.ts'

const template = sampleTemplate({
  tables: [
    sampleTable({
      rules: [
        {
          ...{ id: 'THU-1', scope: 'row', formula: '=[@gn]<=10', severity: 'error', field: 'gn' },
          message: { vi: 'Giải ngân không quá 10.', en: 'At most 10.' },
        },
      ],
    }),
  ],
})

const waiver = (change: Partial<Waiver> = {}): Waiver => ({
  ...{ id: 'w', agency: 'A', template: 'THU', waives: 'THU-1', rowId: null, field: null },
  ...{ reason: 'Đã được UBND tỉnh cho phép.', until: '2025-03-14' },
  ...change,
})

function findings(waivers: readonly Waiver[], period = '2025-03') {
  const row = (id: string) => ({ id, table: 'main', entries: { stt: { value: '1' }, ten: { value: `Nhiệm vụ ${id}` }, gn: { value: 11 } } })
  const filing: Filing = {
    ...{ template: 'THU', version: 3, agency: 'A', period, declaration: null, header: { nguoi_lap: { value: 'Lan' } }, explanations: {} },
    rows: [row('n1'), row('n2')],
  }
  const context: CheckContext = {
    ...{ today: '2025-03-17', agency: 'A', period, register: sampleRegister, plan: samplePlan, previous: null, waivers },
    prefill: { header: {}, rows: [] },
  }
  return check(template, filing, context).findings
}
const severities = (...waivers: Waiver[]) => findings(waivers).map(({ severity }) => severity)

describe('a waived finding', () => {
  test('is a note that blocks nothing and says until when and why', () => {
    const [first] = findings([waiver()])
    expect(first?.severity).toBe('info')
    expect(blocks(first!, {})).toBe(false)
    expect(sentence(first!, 'vi')).toBe(
      '"Giải ngân": Giải ngân không quá 10. Được miễn với số liệu đến hết ngày 14/03/2025. Lý do: Đã được UBND tỉnh cho phép.',
    )
    expect(sentence(first!, 'en')).toBe('"Giải ngân": At most 10. Waived for data up to 14/03/2025. Reason: Đã được UBND tỉnh cho phép.')
  })

  test('comes after what still blocks', () => {
    expect(findings([waiver({ rowId: 'n1' })]).map(({ severity, place }) => [severity, place.rowId])).toEqual([
      ['error', 'n2'],
      ['info', 'n1'],
    ])
  })

  test('is one of this rule, agency, form, row and column only', () => {
    expect(severities()).toEqual(['error', 'error'])
    expect(severities(waiver())).toEqual(['info', 'info'])
    expect(severities(waiver({ field: 'gn' }))).toEqual(['info', 'info'])
    const others: Partial<Waiver>[] = [{ waives: 'THU-2' }, { agency: 'B' }, { template: 'KHAC' }, { rowId: 'n3' }, { field: 'von' }]
    for (const other of others) expect(severities(waiver(other))).toEqual(['error', 'error'])
  })

  test('ends with the last day of data that the waiver covers, whenever the filing is judged', () => {
    expect(severities(waiver({ until: '2025-03-14' }))).toEqual(['info', 'info'])
    expect(severities(waiver({ until: '2025-03-13' }))).toEqual(['error', 'error'])
    expect(findings([waiver()], '2025-02').map(({ severity }) => severity)).toEqual(['info', 'info'])
    expect(findings([waiver()], '2025-04').map(({ severity }) => severity)).toEqual(['error', 'error'])
  })
})
