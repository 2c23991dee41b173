// Words, keys and regime of a template: each reason is held by one that it stops, with the
// way to the place, and by one beside it that just passes.
import { describe, expect, test } from 'vitest'
import { sampleTable, sampleTemplate } from '../sheet/sample.ts'
import type { Template } from '../template.ts'
import {
  field,
  halfSaid,
  type Part,
  refusals,
  rule,
  said,
  withDates,
  withField,
  withHeader,
  withRegime,
  withTable,
} from '../testing/changed-sample.ts'
import { refusalSentence } from '../text/template-refusal.ts'

const PARTS: readonly Part[] = [
  ['blank', ['title', 'en'], sampleTemplate({ title: halfSaid }), sampleTemplate({ title: said })],
  ['blank', ['titleLines', 0, 'en'], sampleTemplate({ titleLines: [halfSaid] }), sampleTemplate({ titleLines: [] })],
  ['blank', ['legalBasis', 0], sampleTemplate({ legalBasis: ['\u200b '] }), sampleTemplate({ legalBasis: ['VII.7'] })],
  ['blank', ['signature', 'signer', 'en'], sampleTemplate({ signature: { preparer: said, signer: halfSaid } }), sampleTemplate()],
  [
    'placeholder-unknown',
    ['titleLines', 0, 'vi'],
    sampleTemplate({ titleLines: [{ vi: 'Năm {nam}', en: '{year}' }] }),
    sampleTemplate({ titleLines: [{ vi: 'Năm {year}', en: '{period}' }] }),
  ],
  [
    'blocks-only-errors',
    ['tables', 0, 'rules', 0, 'blocksFrom'],
    withTable({ rules: [{ ...rule('THU-1'), severity: 'warning', blocksFrom: '2025-06' }] }),
    withTable({ rules: [{ ...rule('THU-1'), blocksFrom: '2025-06' }] }),
  ],
  ['no-tables', ['tables'], sampleTemplate({ tables: [] }), sampleTemplate()],
  ['not-countable', ['countedFrom'], sampleTemplate({ countedFrom: { tasks: 1 } }), sampleTemplate()],
  ['no-columns', ['tables', 0, 'fields'], withTable({ fields: [] }), withTable({ fields: [sampleTable().fields[1]!] })],
  [
    'title-missing',
    ['tables', 1, 'title'],
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai' })] }),
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: said })] }),
  ],
  [
    'key-twice',
    ['tables', 1, 'key'],
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ title: said })] }),
    sampleTemplate({ tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: said })] }),
  ],
  ['key-twice', field('gn', 'key'), withField('gn', { key: 'ngay' }), withField('ngay', { key: 'ngay_2' })],
  ['key-twice', ['header', 2, 'key'], withHeader(2, { key: 'don_vi' }), withHeader(2, { key: 'don_vi_2' })],
  [
    'key-twice',
    ['tables', 0, 'rules', 1, 'id'],
    withTable({ rules: [rule('THU-1'), rule('THU-1')] }),
    withTable({ rules: [rule('THU-1'), rule('THU-2')] }),
  ],
  [
    'blank',
    ['tables', 0, 'rules', 0, 'message', 'en'],
    withTable({ rules: [rule('THU-1', halfSaid)] }),
    withTable({ rules: [rule('THU-1')] }),
  ],
  ['blank', ['regime', 'receiver', 'en'], withRegime({ receiver: halfSaid }), withRegime({ receiver: said })],
  ['blank', ['regime', 'basis'], withRegime({ basis: '' }), withRegime({ basis: 'VII.7.d' })],
  ['nobody-owes', ['regime', 'owedBy'], withRegime({ owedBy: [] }), withRegime({ owedBy: ['B'] })],
  ['unknown-agency', ['regime', 'owedBy', 1], withRegime({ owedBy: ['A', 'STTTT'] }), withRegime({ owedBy: ['A', 'B'] })],
  ['number-range', ['regime', 'dates', 'cutOffDay'], withDates({ cutOffDay: 0 }), withDates({ cutOffDay: 1 })],
  ['number-range', ['regime', 'dates', 'dueDay'], withDates({ dueDay: 32 }), withDates({ dueDay: 31 })],
  ['number-range', ['regime', 'dates', 'lockAfterDays'], withDates({ lockAfterDays: -1 }), withDates({ lockAfterDays: 0 })],
  ['cut-off-after-due', ['regime', 'dates', 'dueDay'], withDates({ cutOffDay: 20 }), withDates({ cutOffDay: 19 })],
  [
    'cut-off-after-due',
    ['regime', 'dates', 'dueDay'],
    withDates({ cutOffDay: 21, dueInclusive: true }),
    withDates({ cutOffDay: 20, dueInclusive: true }),
  ],
  [
    'cut-off-after-due',
    ['regime', 'dates', 'dueDay'],
    withDates({ cutOffDay: 31, dueDay: 20 }),
    withDates({ cutOffDay: 31, dueDay: 20 }, 'ad-hoc'),
  ],
]

test.each(PARTS)('as %s at %j a template is refused, and the one beside it is taken', (code, path, refused, taken) => {
  expect(refusals(refused)[0]).toMatchObject({ code, path })
  expect(refusals(taken)).toEqual([])
})

test.each(PARTS)('as %s at %j in a sentence that leaves nothing out, in both languages', (_, __, refused) => {
  for (const refusal of refusals(refused))
    for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, refused, lang)).not.toMatch(/undefined|NaN|""|“”|: .*: .*:/)
})

describe('the sentence', () => {
  const sentence = (template: Template, lang: 'vi' | 'en' = 'vi') => refusalSentence(refusals(template)[0]!, template, lang)

  test('names the column and its property, the element of the regime, the cell above the table', () => {
    expect(sentence(withField('gn', { carryFrom: 'khong' }))).toBe(
      'Cột "Giải ngân", mang sang từ kỳ trước: bảng không có cột "khong". Hãy chọn một cột của bảng.',
    )
    expect(sentence(withDates({ cutOffDay: 20 }))).toBe(
      'Chế độ báo cáo, ngày đến hạn: ngày nhận cuối cùng là ngày 19, trước ngày chốt số liệu 20. Hãy lùi hạn nộp, hoặc chốt số liệu sớm hơn.',
    )
    expect(sentence(withHeader(2, { title: halfSaid }))).toBe('Ô "Tên" ở đầu biểu, tên: chưa có nội dung tiếng Anh. Hãy nhập nội dung.')
    expect(sentence(withRegime({ owedBy: ['X'] }), 'en')).toBe(
      'Report regime, who owes it: no agency or group has the code "X". Choose from the list of agencies.',
    )
  })

  test('names the table where there are several', () => {
    const rules = [{ ...rule('THU-2'), formula: '=[@khong]>0' }]
    const template = sampleTemplate({
      tables: [sampleTable({ title: said }), sampleTable({ key: 'hai', title: { vi: 'B. Hai', en: 'B. Two' }, rules })],
    })
    expect(sentence(template)).toMatch(/^Quy tắc THU-2, bảng "B. Hai", ký tự 2–9: /)
    expect(sentence(template, 'en')).toMatch(/^Rule THU-2, table "B. Two", characters 2–9: /)
  })
})
