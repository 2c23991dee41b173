import * as v from 'valibot'
import { expect, test } from 'vitest'
import { Field, Rule } from '../template.ts'
import { fieldKey, ruleId } from './field-key.ts'

const none = new Set<string>()

test.each([
  ['Tỷ lệ hoàn thành', 'ty_le_hoan_thanh'],
  ['% giải ngân', 'giai_ngan'],
  ['Đơn vị (chủ trì)', 'don_vi_chu_tri'],
  ['2025', 'cot_2025'],
  ['', 'cot'],
  ['…', 'cot'],
  ['Tên nhiệm vụ, dự án thuộc kế hoạch chuyển đổi số năm 2025', 'ten_nhiem_vu_du_an_thuoc'],
  ['Supercalifragilisticexpialidocious', 'supercalifragilisticexpi'],
])('%j gives %s, which the schema takes', (title, key) => {
  expect(fieldKey(title, none)).toBe(key)
  expect(v.is(Field.entries.key, key)).toBe(true)
})

test('a key that is taken gets a number', () => {
  expect(fieldKey('Ghi chú', new Set(['ghi_chu', 'ghi_chu_2']))).toBe('ghi_chu_3')
})

test('ids of rules are counted on', () => {
  expect(ruleId('THANG', new Set(['THANG-1', 'THANG-100']))).toBe('THANG-2')
  expect(v.is(Rule.entries.id, ruleId('A'.repeat(31), none))).toBe(true)
})
