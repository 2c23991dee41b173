// Every kind of field gets the native validation that holds the most of it, with
// a hint before and a sentence after; what a validation cannot hold is not cut.
import { describe, expect, test } from 'vitest'
import type { FieldType } from '../template.ts'
import { fieldValidation, lockedPrompt, type Validated } from './validations.ts'

const which = { template: 'THU', period: '2025-03' }
const validation = (type: FieldType, change: Partial<Validated> = {}) =>
  fieldValidation({ title: { vi: 'Cột', en: 'Column' }, type, nilAllowed: false, ...change }, 'F9:F20', 'F9', which)
const ruleOf = (type: FieldType, change: Partial<Validated> = {}) => validation(type, change).rule

describe('the native rule', () => {
  test.each<[FieldType, ReturnType<typeof ruleOf>]>([
    [
      { kind: 'integer', min: 1, max: 5 },
      { kind: 'whole', min: 1, max: 5 },
    ],
    [
      { kind: 'decimal', places: 2, min: 0 },
      { kind: 'decimal', min: 0 },
    ],
    [
      { kind: 'money', unit: 'trieu', min: 0, max: 5_000_000 },
      { kind: 'decimal', min: 0, max: 5 },
    ],
    [
      { kind: 'percent', places: 0, min: 0, max: 100 },
      { kind: 'decimal', min: 0, max: 100 },
    ],
    [{ kind: 'date' }, { kind: 'date', min: '2000-01-01', max: '2099-12-31' }],
    [
      { kind: 'text', maxLength: 500 },
      { kind: 'text-length', max: 500 },
    ],
    [
      { kind: 'choice', list: 'trang-thai' },
      { kind: 'list', source: '=_ds_THU_2025_03_trang_thai' },
    ],
    [{ kind: 'yes-no' }, { kind: 'list', source: '=_ds_THU_2025_03_co_khong' }],
    [{ kind: 'agency' }, { kind: 'list', source: '=_ds_THU_2025_03_co_quan' }],
  ])('of %j is %j', (type, rule) => expect(ruleOf(type)).toEqual(rule))

  test.each<[FieldType, string]>([
    [{ kind: 'integer', min: 0 }, '=OR(F9="-",AND(ISNUMBER(F9),N(F9)=INT(N(F9)),F9>=0))'],
    [{ kind: 'money', unit: 'trieu' }, '=OR(F9="-",ISNUMBER(F9))'],
    [{ kind: 'date' }, '=OR(F9="-",ISNUMBER(F9))'],
  ])('of %j where "-" is an answer is %s', (type, formula) => {
    expect(ruleOf(type, { nilAllowed: true })).toEqual({ kind: 'custom', formula })
  })

  test('of a list where "-" is an answer is the list that holds it', () => {
    expect(ruleOf({ kind: 'choice', list: 'trang-thai' }, { nilAllowed: true })).toEqual({
      kind: 'list',
      source: '=_ds_THU_2025_03_trang_thai_nil',
    })
  })
})

describe('a rule of the template that hangs on the cell alone', () => {
  const condition = (formula: string) => ({ formula, message: 'Dự toán phải lớn hơn 0.' })

  test('is asked together with the limits, and its message is told', () => {
    const { rule, alert } = validation({ kind: 'money', unit: 'trieu', min: 0 }, { conditions: [condition('$F9>0')] })
    expect(rule).toEqual({ kind: 'custom', formula: '=AND(AND(ISNUMBER(F9),F9>=0),$F9>0)' })
    expect(alert).toMatchObject({ style: 'warning', message: 'Nhập số tiền (triệu đồng) không âm. Dự toán phải lớn hơn 0.' })
  })

  test('is left to the colour of the cell where the condition is longer than Excel’s dialog takes', () => {
    const limits = '=AND(ISNUMBER(F9),)'.length
    const fits = condition('1'.repeat(255 - limits))
    expect(ruleOf({ kind: 'decimal', places: 0 }, { conditions: [fits] })).toMatchObject({ kind: 'custom' })
    expect(ruleOf({ kind: 'decimal', places: 0 }, { conditions: [condition(`${fits.formula}1`)] })).toEqual({ kind: 'decimal' })
  })
})

describe('the hint', () => {
  test('says help, "-", example and what rules say about the cell', () => {
    const said = { help: { vi: 'Triệu đồng', en: 'Million đồng' }, nilAllowed: true, example: '5,5', rules: ['Không vượt dự toán.'] }
    expect(validation({ kind: 'decimal', places: 1 }, said).prompt).toEqual({
      title: 'Cột',
      message: 'Triệu đồng\nGõ "-" nếu không có.\nVí dụ: 5,5\nKhông vượt dự toán.',
    })
    expect(validation({ kind: 'decimal', places: 1 }).prompt).toBeUndefined()
  })

  test('stands at a cell that nobody types into where a rule can colour it', () => {
    const locked: Validated = { title: { vi: 'Tổng', en: 'Total' }, type: { kind: 'decimal', places: 0 }, nilAllowed: false }
    expect(lockedPrompt(locked, 'F9:F20')).toBeNull()
    expect(lockedPrompt({ ...locked, rules: ['Không vượt dự toán.'] }, 'F9:F20')).toMatchObject({
      range: 'F9:F20',
      prompt: { title: 'Tổng', message: 'Không vượt dự toán.' },
    })
  })
})
