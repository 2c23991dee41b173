import { describe, expect, test } from 'vitest'
import { parseRange } from '../a1.ts'
import { obligationsOf } from '../deadline.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../prefill.ts'
import type { Waiver } from '../waiver.ts'
import { layout } from './layout.ts'
import { MARKS, MISSING } from './looks.ts'

const { templates, register, plan, assignments } = khanhHoa2025
const template = templates.find(({ code }) => code === 'PL1')!
const [agency, period] = ['STTTT', '2025-03']
const obligation = obligationsOf(template, register, period).find((one) => one.agency === agency)!
const known = prefill(template, agency, period, { assignments, register, plan, previous: null })

const waiver = (change: Partial<Waiver>): Waiver => ({
  ...{ id: 'w', agency, template: 'PL1', waives: 'PL1-NAM', rowId: null, field: null, until: '2025-12-31' },
  ...{ reason: 'Phụ lục I đã ký ghi như vậy.', ...change },
})

function drawn(...waivers: Waiver[]) {
  const [form] = layout(template, known, { obligation, register, plan, agencyName: 'Sở', provinceName: 'Khánh Hòa', waivers }).sheets
  const rowOf = (id: string) => Number(form!.cells.find(({ at, value }) => at.startsWith('A') && value === id)!.at.slice(1))
  /** How a row's cell of the column would be coloured, by what the formula asks. */
  const fills = (letter: string, id: string, asks: string) =>
    form!.conditionals.flatMap(({ range, formula, style }) => {
      const { from, to } = parseRange(range)!
      const row = rowOf(id) - 1
      const there = from.row <= row && row <= to.row && range.startsWith(letter)
      return there && formula.includes(asks) ? [style.fill] : []
    })
  return { form: form!, fills }
}

/** PL1-NAM reads the plan's year; thoi_gian_trinh stands in column F. */
const year = (waivers: Waiver[], id: string) => drawn(...waivers).fills('F', id, 'YEAR(')

describe('a rule that is waived', () => {
  test('for one row is a note there and a warning in the others', () => {
    const waivers = [waiver({ rowId: 'PL1-2' })]
    expect(year(waivers, 'PL1-2')).toEqual([MARKS.info.fill])
    expect(['PL1-1', 'PL1-3'].flatMap((id) => year(waivers, id))).toEqual([MARKS.warning.fill, MARKS.warning.fill])
  })
  test('for the agency is a note everywhere, and its words no longer stand at the cells', () => {
    const { form, fills } = drawn(waiver({}))
    expect(['PL1-1', 'PL1-2'].flatMap((id) => fills('F', id, 'YEAR('))).toEqual([MARKS.info.fill, MARKS.info.fill])
    const words = (sheet: typeof form) => sheet.validations.filter(({ prompt }) => prompt?.message.includes('ngoài năm kế hoạch')).length
    expect(words(form)).toBe(0)
    expect(words(drawn().form)).toBeGreaterThan(0)
  })
  test('for another agency or for data that ended before is none', () => {
    expect(year([waiver({ agency: 'SYT' })], 'PL1-2')).toEqual([MARKS.warning.fill])
    expect(year([waiver({ until: '2025-03-13' })], 'PL1-2')).toEqual([MARKS.warning.fill])
  })
})

describe('a cell that is asked for', () => {
  /** trang_thai stands in column L. */
  const missing = (waivers: Waiver[], id: string) => drawn(...waivers).fills('L', id, 'TRIM($L')
  test('is marked as long as it is blank and nothing is declared', () => {
    expect(missing([], 'PL1-2')).toEqual([MISSING.fill])
    const { form } = drawn()
    const asking = form.conditionals.filter(({ style }) => style.fill === MISSING.fill && style)
    const declared = /^=AND\(AND\(TRIM\(\$[A-Z]+\$\d+\)="",TRIM\(\$[A-Z]+\$\d+\)=""\),/
    expect(asking.filter(({ formula }) => formula.includes('TRIM($L')).every(({ formula }) => declared.test(formula))).toBe(true)
  })
  test('is only a note where it is waived', () => {
    expect(missing([waiver({ waives: 'required', field: 'trang_thai' })], 'PL1-2')).toEqual([MARKS.info.fill])
  })
  test('says so in words too', () => {
    const { form } = drawn()
    expect(form.validations.find(({ prompt }) => prompt?.title === 'Trạng thái')?.prompt?.message).toMatch(/^Bắt buộc\./)
  })
})
