import { describe, expect, it } from 'vitest'
import { difference, isSame } from './difference.ts'
import type { Content, ContentRow } from './filing.ts'
import { samplePlan, sampleRegister, sampleTemplate } from './sheet/sample.ts'
import { NIL } from './value.ts'

const template = sampleTemplate()
const names = { plan: samplePlan, register: sampleRegister }
const row = (id: string, values: ContentRow['values']): ContentRow => ({ id, table: 'main', carried: true, values })
const content = (rows: ContentRow[], change: Partial<Content> = {}): Content => ({
  ...{ template: 'THU', version: 3, agency: 'A', period: '2025-03', declaration: null },
  header: { nguoi_lap: 'Hoa' },
  explanations: {},
  rows,
  ...change,
})
const between = (before: Content, after: Content, typedOnly = false) => difference(template, before, after, names, typedOnly)

const one = row('a', { ten: 'Nâng cấp trung tâm dữ liệu', von: 322_799_000_000, gn: 0 })

describe('a difference', () => {
  it('is nothing where nothing was changed, blank and absent being the same', () => {
    const found = between(content([one]), content([row('a', { ...one.values, ghi_chu: null })]))
    expect(isSame(found)).toBe(true)
    expect(found.unchanged).toBe(1)
  })

  it('names row, column, and both values as people read them', () => {
    const found = between(content([one]), content([row('a', { ...one.values, von: 322_799_500_000 })]))
    expect(found.cells).toEqual([
      {
        ...{ row: 'Nâng cấp trung tâm dữ liệu', rowId: 'a', field: 'von' },
        label: { vi: 'Nhu cầu vốn năm 2025 – Kế hoạch (triệu đồng)', en: 'Nhu cầu vốn năm 2025 – Kế hoạch (million đồng)' },
        before: { vi: '322.799', en: '322,799' },
        after: { vi: '322.799,5', en: '322,799.5' },
      },
    ])
    expect(found.unchanged).toBe(0)
    expect(isSame(found)).toBe(false)
  })

  it('tells a blank, the deliberate nothing and 0 apart', () => {
    for (const [before, after] of [
      [null, NIL],
      [NIL, 0],
      [0, null],
    ] as const)
      expect(between(content([row('a', { von: before })]), content([row('a', { von: after })])).cells).toHaveLength(1)
  })

  it('finds rows by their identity, in whatever order they stand', () => {
    const two = row('n1', { ten: 'Việc phát sinh' })
    expect(isSame(between(content([one, two]), content([two, one])))).toBe(true)
    expect(between(content([one]), content([two, one])).added).toEqual([{ rowId: 'n1', row: 'Việc phát sinh' }])
    expect(between(content([one, two]), content([one])).removed).toEqual([{ rowId: 'n1', row: 'Việc phát sinh' }])
  })

  it('takes a new number in front of a row for no change', () => {
    expect(isSame(between(content([row('a', { stt: '1' })]), content([row('a', { stt: '2' })])))).toBe(true)
  })

  it('against the period before looks at what is typed, not at what is carried or computed', () => {
    const before = content([row('a', { ten: 'Cũ', gn: 0, ty_le: 10 })])
    const after = content([row('a', { ten: 'Mới', gn: 0, ty_le: 20 })])
    expect(between(before, after).cells).toHaveLength(2)
    expect(between(before, after, true).cells).toEqual([])
  })

  it('sees a changed header cell and a changed declaration', () => {
    const nil = content([], { declaration: { kind: 'nothing-to-report' } })
    expect(between(content([]), nil).declarationChanged).toBe(true)
    expect(between(content([]), content([], { header: { nguoi_lap: 'Minh' } })).cells).toMatchObject([{ row: null, field: 'nguoi_lap' }])
  })
})
