// Words in cells: lists, clauses, document numbers, links, yes and no, STT, prose, and the words for nothing.
import { describe, expect, test } from 'vitest'
import type { FieldKind, FieldType } from '../template.ts'
import { brief, offers, readCell } from './one-cell.ts'

const list = (id: string): FieldType => ({ kind: 'choice', list: id })
const clauses: FieldType = { kind: 'clause', many: true }
const document: FieldType = { kind: 'document-number' }
const url: FieldType = { kind: 'url' }
const yesNo: FieldType = { kind: 'yes-no' }
const prose: FieldType = { kind: 'text', maxLength: 2000, multiline: true }

describe('an entry of a list', () => {
  test.each([
    ['tinh-trang', 'Đang thực hiện', 'dang-thuc-hien'],
    ['tinh-trang', 'ĐANG THỰC HIỆN', 'dang-thuc-hien', 'list-spelling'],
    ['tinh-trang', 'Ðang thực hiện', 'dang-thuc-hien', 'list-spelling'],
    ['tinh-trang', 'hoàn thành.', 'hoan-thanh', 'list-spelling'],
    ['tinh-trang', 'Dang thuc hien', null, 'not-in-list'],
    ['tinh-trang', 'Đang làm', null, 'not-in-list'],
    ['tinh-trang', 'không', null, 'not-in-list'],
    ['nhom-uu-tien', 1, '01', 'list-spelling'],
    ['nhom-uu-tien', '01', '01'],
    ['toan-tu', '≥', 'tu'],
    ['toan-tu', '>=', 'tu', 'list-spelling'],
    ['toan-tu', '<', null, 'not-in-list'],
    ['toan-tu', '~', null, 'not-in-list'],
    ['don-vi-tinh', '% GRDP', 'phan-tram-grdp'],
    ['don-vi-tinh', '% grdp', 'phan-tram-grdp', 'list-spelling'],
    ['don-vi-tinh', 'GRDP', null, 'not-in-list'],
    ['danh-gia', 'Không áp dụng', 'khong-ap-dung'],
    ['ap-dung', 'không áp dụng', 'khong-ap-dung', 'list-spelling'],
    ['tinh-trang', 'Không áp dụng', null, 'not-applicable-typed'],
  ])('%s: %j', (id, value, ...expected) => expect(brief(readCell(list(id), value))).toEqual(expected))
  test('what is near is offered', () => {
    expect(offers(readCell(list('tinh-trang'), 'Dang thuc hien'))).toEqual(['Đang thực hiện'])
    expect(offers(readCell(list('tinh-trang'), 'Hoàn thàn'))).toEqual(['Hoàn thành'])
  })
})

describe('a clause of the plan', () => {
  test.each([
    ['III.7.a', ['III.7.a']],
    ['iii.7.A', ['III.7.a'], 'clause-spelling'],
    ['III.3.Đ', ['III.3.đ'], 'clause-spelling'],
    ['điểm a khoản 7 Mục III', ['III.7.a'], 'clause-spelling'],
    ['các điểm a, b khoản 7 mục III', ['III.7.a', 'III.7.b'], 'clause-spelling'],
    ['III.7.a, b và III.3.d', ['III.7.a', 'III.7.b', 'III.3.d'], 'clause-spelling'],
    ['III.7.f', null, 'clause-unknown'],
    ['VII.2', null, 'clause-unknown'],
    ['III.7.a-c', null, 'clause-unknown'],
    [3.7, null, 'clause-unknown'],
  ])('%j', (value, ...expected) => expect(brief(readCell(clauses, value))).toEqual(expected))
  test('where one is wanted, several are asked about', () => {
    const reading = readCell({ kind: 'clause', many: false }, 'III.7.a; III.7.b')
    expect([...brief(reading), offers(reading)]).toEqual([null, 'clause-several', ['III.7.a', 'III.7.b']])
  })
})

describe('a document number', () => {
  test.each([
    '954/QĐ-UBND',
    '12/2025/QĐ-UBND',
    '148/2025/QH15',
    '15-NQ/TU',
    '512/TTr-STTTT',
    '01/KH-UBND',
    '954 / QĐ - UBND',
    'Số: 954/QĐ-UBND',
  ])('%s', (text) => expect(readCell(document, text).findings).toEqual([]))
  test.each([
    ['954/QD-UBND', '954/QĐ-UBND'],
    ['954/qđ-ubnd', '954/QĐ-UBND'],
    ['30/2020/nđ-cp', '30/2020/NĐ-CP'],
    ['21/ Q Đ-TTg', '21/QĐ-TTg'],
    ['942/QĐ-TTG', '942/QĐ-TTg'],
    ['942/qđ-ttg', '942/QĐ-TTg'],
    ['954/QĐ-UBND ngày 11/4/2025', '954/QĐ-UBND'],
    ['Quyết định số 954/QĐ-UBND ngày 11/4/2025 của UBND tỉnh', '954/QĐ-UBND'],
    ['954/QĐ-UBND, 955/QĐ-UBND', '954/QĐ-UBND; 955/QĐ-UBND'],
  ])('%s is offered as %s', (text, fix) => {
    const reading = readCell(document, text)
    expect([...brief(reading), offers(reading)]).toEqual([null, 'not-a-document-number', [fix]])
  })
  test('several stand on lines or behind ";"', () => {
    expect(readCell(document, '954/QĐ-UBND\n955/QĐ-UBND').value).toBe('954/QĐ-UBND; 955/QĐ-UBND')
  })
  test.each(['954', 954, 'QĐ-UBND', 'đang trình', '954/QĐ-UBND; đang trình'])('%j is none', (value) => {
    const reading = readCell(document, value)
    expect([...brief(reading), offers(reading)]).toEqual([null, 'not-a-document-number', []])
  })
})

describe('a link', () => {
  test.each(['https://dx.gov.vn', 'http://x.vn/a?b=c#d', 'https://vanban.khanhhoa.gov.vn/Quyết-định-954'])('%s', (text) =>
    expect(brief(readCell(url, text))).toEqual([text.normalize('NFC')]),
  )
  test.each([
    ['https//dx.gov.vn', 'https://dx.gov.vn'],
    ['www.khanhhoa.gov.vn', 'https://www.khanhhoa.gov.vn'],
    ['https: //dx.gov.vn', 'https://dx.gov.vn'],
  ])('%s is offered as %s', (text, fix) => expect(offers(readCell(url, text))).toEqual([fix]))
  test.each(['javascript:alert(1)', 'file:///c:/a.docx', 'a@b.vn', 'xem file đính kèm', 'https://', 'C:\\a.docx'])('%s is none', (text) => {
    const reading = readCell(url, text)
    expect([...brief(reading), offers(reading)]).toEqual([null, 'not-a-url', []])
  })
})

test.each([
  ['Có', true],
  ['có', true],
  ['x', true],
  ['✓', true],
  [true, true],
  [1, true],
  ['Không', false],
  ['không có', false],
  ['k', false],
  [0, false],
  ['Không phát sinh', null, 'nothing-to-report-typed'],
  ['chưa rõ', null, 'not-yes-no'],
  [2, null, 'not-yes-no'],
])('yes or no: %j', (value, ...expected) => expect(brief(readCell(yesNo, value))).toEqual(expected))

describe('STT', () => {
  const number: FieldType = { kind: 'sequence', style: 'number' }
  const outline: FieldType = { kind: 'sequence', style: 'outline' }
  test.each([
    [number, 1, '1'],
    [number, '01.', '1'],
    [number, 'I', null, 'not-a-sequence'],
    [number, 1.5, null, 'not-a-sequence'],
    [outline, 'III', 'III'],
    [outline, 'X', 'X'],
    [outline, 'k)', 'k'],
    [outline, 'không', null, 'nothing-unclear'],
    [outline, '1.10', '1.10'],
    [outline, 'đ)', 'đ'],
    [outline, 1.1, null, 'not-a-sequence'],
    [outline, 'Tổng', null, 'not-a-sequence'],
  ] as const)('%j %j', (type, value, ...expected) => expect(brief(readCell(type, value))).toEqual(expected))
  test('1.1 in a cell that counts may have been 1.10', () => expect(offers(readCell(outline, 1.1))).toEqual(['1.1', '1.10']))
})

describe('prose', () => {
  test.each([
    ['Đã trình UBND tỉnh', 'Đã trình UBND tỉnh'],
    ['Đã trình\u00A0 UBND tỉnh ', 'Đã trình UBND tỉnh'],
    ['Đã trình UBND tỉnh'.normalize('NFD'), 'Đã trình UBND tỉnh'],
    ['Ðã trình', 'Đã trình', 'not-composed'],
    ['a\u0301\u0302n', 'ấn', 'not-composed'],
    ['x\u0301', 'x\u0301', 'not-composed'],
    ['chuyển đ ổ i số', 'chuyển đ ổ i số', 'stray-spaces'],
    [1234.5, '1234,5'],
    ['Không có', 'Không có'],
    ['So^? Thong tin', null, 'legacy-font'],
    ['Së Th«ng tin vµ TruyÒn th«ng', null, 'legacy-font'],
    ['Há»™i nghá»‹', null, 'text-garbled'],
    ['S\uFFFD Th\uFFFDng tin', null, 'text-garbled'],
    ['H?i ngh? t?ng k?t', null, 'text-garbled'],
    ['S? Thông tin và Truy?n thông, ?y ban nhân dân t?nh', null, 'text-garbled'],
    ['Có hay không?', 'Có hay không?'],
    ['Có?Không', 'Có?Không'],
    ['https://a.vn/x?a=b?c và y?z', 'https://a.vn/x?a=b?c và y?z'],
    ['#REF!', null, 'cell-error'],
    ['#1 về chuyển đổi số', '#1 về chuyển đổi số'],
    ['Нội nghị', 'Hội nghị', 'not-composed'],
    ['…', null, 'nothing-unclear'],
    ['Không phát sinh', 'Không phát sinh', 'nothing-to-report-typed'],
  ])('%j', (value, ...expected) => expect(brief(readCell(prose, value))).toEqual(expected))
  test('what was misread is offered as it was, and what is lost is not guessed at', () => {
    expect(offers(readCell(prose, 'Há»™i nghá»‹'))).toEqual(['Hội nghị'])
    expect(offers(readCell(prose, 'S\uFFFD Th\uFFFDng tin'))).toEqual([])
  })
  test('lines are kept where the column has lines, and joined where it has one', () => {
    expect(readCell(prose, 'một \r\n hai').value).toBe('một\nhai')
    expect(readCell({ kind: 'text', maxLength: 100 }, 'một\nhai').value).toBe('một hai')
  })
  test('length is counted in characters', () => {
    const type: FieldType = { kind: 'text', minLength: 3, maxLength: 4 }
    expect(brief(readCell(type, '😀😀'))).toEqual(['😀😀', 'text-too-short'])
    expect(brief(readCell(type, '😀😀😀😀'))).toEqual(['😀😀😀😀'])
    expect(brief(readCell(type, 'Đổi số'))).toEqual(['Đổi số', 'text-too-long'])
  })
})

describe('five nothings stay apart', () => {
  const types: readonly FieldType[] = [
    { kind: 'integer' },
    { kind: 'money', unit: 'trieu' },
    { kind: 'percent', places: 0 },
    { kind: 'date' },
    { kind: 'period' },
    { kind: 'agency' },
    { kind: 'agencies' },
    clauses,
    document,
    url,
    { kind: 'year-range' },
    { kind: 'sequence', style: 'number' },
  ]
  const each = <T>(what: T) => types.map((type): [FieldKind, FieldType, T] => [type.kind, type, what])

  test.each([...each(null), ...each(''), ...each('  \u00A0\u200B')])('%s: blank is blank', (_, type, value) =>
    expect(brief(readCell(type, value))).toEqual([null]),
  )
  test.each(types.flatMap((type) => ['-', '–', '—', '−', '‑', ' - ', '--', '---', '－'].map((dash) => [type.kind, dash, type] as const)))(
    '%s: %s is the deliberate nothing',
    (_, dash, type) => expect(brief(readCell(type, dash))).toEqual(['-']),
  )
  test.each(each(['Không phát sinh', 'không phát sinh.', 'Khong phat sinh', 'KPS']))(
    '%s: "không phát sinh" is asked about',
    (_, type, all) => {
      for (const text of all) expect(brief(readCell(type, text)), text).toEqual([null, 'nothing-to-report-typed'])
    },
  )
  test.each(each(['Không áp dụng', 'N/A', 'n/a']))('%s: "không áp dụng" is asked about', (_, type, all) => {
    for (const text of all) expect(brief(readCell(type, text)), text).toEqual([null, 'not-applicable-typed'])
  })
  test.each(each(['không có', 'không', 'ko', 'k', 'x', '…', '...', 'chưa có', '?', '/']))(
    '%s: other words for nothing are asked about',
    (_, type, all) => {
      for (const text of all) expect(brief(readCell(type, text)), text).toEqual([null, 'nothing-unclear'])
    },
  )
  test('0, "-" and blank are offered as they suit the column, never one alone', () => {
    const money: FieldType = { kind: 'money', unit: 'trieu' }
    expect(offers(readCell(money, 'không có', { nilAllowed: true }))).toEqual(['0', '-', ''])
    expect(offers(readCell(money, 'không có'))).toEqual(['0', ''])
    expect(offers(readCell({ kind: 'date' }, 'không có', { nilAllowed: true }))).toEqual(['-', ''])
    expect(offers(readCell({ kind: 'date' }, 'không có'))).toEqual([])
  })
  test('0 is a number', () => expect(brief(readCell({ kind: 'integer' }, 0))).toEqual([0]))
})

test('a cell with an Excel error is no value', () => {
  expect(brief(readCell({ kind: 'integer' }, '#DIV/0!', { error: true }))).toEqual([null, 'cell-error'])
})
test('a formula where a value is expected is told, and its value taken', () => {
  expect(brief(readCell({ kind: 'integer' }, 5, { formula: '=2+3' }))).toEqual([5, 'formula-instead-of-value'])
})
