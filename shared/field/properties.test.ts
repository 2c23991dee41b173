// What holds for every type of field and every value: nothing throws, nothing is read
// as another value than was shown or stored, every offer helps, and no text takes long.
import fc from 'fast-check'
import { describe, expect, test, vi as vitest } from 'vitest'
import type { Entry } from '../filing.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { calendarDay } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { en } from '../text/en.ts'
import { vi } from '../text/vi.ts'
import type { Value } from '../value.ts'
import { cellValue, numberFormat, plainReader, readEntry, showValue } from './field.ts'
import { context, readCell } from './one-cell.ts'

const { plan, register } = khanhHoa2025

// Thousands of readings each, on whatever machine.
vitest.setConfig({ testTimeout: 60_000 })

const day = fc
  .tuple(fc.integer({ min: 1946, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => calendarDay(year, month, date) as string)
const year = fc.integer({ min: 1946, max: 2099 }).map(String)
const code = fc.oneof(
  day,
  year,
  fc
    .tuple(year, fc.constantFrom('01', '02', '03', '09', '10', '12', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '9M'))
    .map((parts) => parts.join('-')),
  fc.constantFrom('recurring', 'after:có kế hoạch của BCĐ', 'after:20/02/2025'),
)
const words = fc
  .array(fc.constantFrom('Đã', 'trình', 'UBND', 'tỉnh', 'dự', 'thảo', '954/QĐ-UBND', '2025', 'hòa', '–', '“số”', '100%'), {
    minLength: 3,
    maxLength: 12,
  })
  .map((all) => all.join(' '))
const names = [...register.agencies, ...register.groups].map((named) => named.code)
const number = (places: number, most: number) => fc.integer({ min: -most, max: most }).map((count) => count / 10 ** places + 0)

const codesOf = (id: string) => fc.constantFrom(...plan.lists.find((list) => list.id === id)!.entries.map((entry) => entry.code))

/** Every type with its values. */
const KINDS: readonly (readonly [name: string, type: FieldType, values: fc.Arbitrary<Exclude<Value, null>>])[] = [
  ['text', { kind: 'text', maxLength: 2000, multiline: true }, words],
  ['integer', { kind: 'integer' }, fc.integer({ min: -(10 ** 14), max: 10 ** 14 })],
  ['decimal of two places', { kind: 'decimal', places: 2 }, number(2, 10 ** 12)],
  ['decimal of four places', { kind: 'decimal', places: 4 }, number(4, 10 ** 12)],
  ['percent', { kind: 'percent', places: 2 }, number(2, 10 ** 6)],
  ['đồng', { kind: 'money', unit: 'dong' }, fc.integer({ min: -(10 ** 14), max: 10 ** 14 })],
  ['triệu đồng', { kind: 'money', unit: 'trieu' }, fc.integer({ min: -(10 ** 14), max: 10 ** 14 })],
  ['tỷ đồng', { kind: 'money', unit: 'ty' }, fc.integer({ min: -(10 ** 14), max: 10 ** 14 })],
  ['date', { kind: 'date' }, day],
  ['period', { kind: 'period' }, code],
  [
    'year range',
    { kind: 'year-range' },
    fc.oneof(
      year,
      fc.tuple(year, year).map(([a, b]) => (a < b ? `${a}-${b}` : a)),
    ),
  ],
  ['choice', { kind: 'choice', list: 'tinh-trang' }, codesOf('tinh-trang')],
  ['choice among signs', { kind: 'choice', list: 'toan-tu' }, codesOf('toan-tu')],
  ['agency', { kind: 'agency' }, fc.constantFrom(...register.agencies.map((agency) => agency.code))],
  ['agencies', { kind: 'agencies' }, fc.subarray(names, { minLength: 1 })],
  ['clause', { kind: 'clause', many: false }, fc.constantFrom(...plan.clauses)],
  ['clauses', { kind: 'clause', many: true }, fc.subarray(plan.clauses, { minLength: 1 })],
  [
    'document number',
    { kind: 'document-number' },
    fc.constantFrom('954/QĐ-UBND', '12/2025/QĐ-UBND', '15-NQ/TU; 148/2025/QH15', '7/KH-HĐND', '7/TTr-SNV'),
  ],
  ['url', { kind: 'url' }, fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true })],
  ['yes or no', { kind: 'yes-no' }, fc.boolean()],
  ['number', { kind: 'sequence', style: 'number' }, fc.integer({ min: 1, max: 99999 }).map(String)],
  ['outline', { kind: 'sequence', style: 'outline' }, fc.constantFrom('I', 'XIV', '1', '1.1', '1.10', 'a', 'đ', 'B')],
]

const showsPercent = (type: FieldType): boolean => numberFormat(type).includes('%')
const asEntry = (value: Entry['value'], type: FieldType): Entry => ({
  value,
  ...(typeof value === 'number' && showsPercent(type) && { percent: true }),
})

describe.each(KINDS)('%s', (_, type, values) => {
  test('what is stored in a cell is read as the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { value: read, findings } = readEntry(type, asEntry(cellValue(type, value, context), type), context)
        expect([read, findings.filter(({ severity }) => severity === 'error')]).toEqual([value, []])
      }),
    )
  })

  test('what is shown is read as the same value, or is asked about with that value among the answers', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { value: read, findings } = readCell(type, showValue(type, value, 'vi', context))
        const offered = findings.flatMap(({ fixes }) => fixes.map((fix) => readCell(type, fix.value).value))
        if (read !== null || offered.length === 0) expect(read).toEqual(value)
        else expect(offered).toContainEqual(value)
      }),
    )
  })

  test('a fix takes its finding away, or confirms the value as it stands', () => {
    const slips = fc
      .tuple(values, fc.nat(50), fc.constantFrom('', ' ', '.', ',', '0', 'x', '1', '%', 'đ', '/'))
      .map(([value, at, sign]) => {
        const shown = showValue(type, value, 'vi', context)
        return shown.slice(0, at) + sign + shown.slice(at)
      })
    fc.assert(
      fc.property(fc.oneof(slips, fc.double({ noNaN: true })), fc.boolean(), fc.boolean(), (typed, percent, nilAllowed) => {
        const reading = readCell(type, typed, { percent, nilAllowed })
        for (const finding of reading.findings)
          for (const fix of finding.fixes) {
            const after = readCell(type, fix.value, { percent, nilAllowed })
            const stays = after.findings.some((one) => one.code === finding.code)
            if (stays) expect([after.value, finding.severity], `${typed} → ${fix.value}`).toEqual([reading.value, 'warning'])
          }
      }),
    )
  })

  test('the short way of reading gives what reading gives, and only where there is nothing to say', () => {
    const plain = plainReader(type, context)
    let short = 0
    const typed = fc.oneof(
      values.map((value) => cellValue(type, value, context)),
      values.map((value) => showValue(type, value, 'vi', context)),
      fc.tuple(words, fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 4 })).map((parts) => parts.join(' ')),
      ...[
        fc.constantFrom(...WORST, 'x', 'kg', 'Không', 'k', 'NA', 'I', '01', '0', 'Sở Nội vụ'),
        fc.integer(),
        fc.double({ noNaN: true }),
        number(3, 10 ** 6),
      ],
      ...[fc.integer({ min: 15_000, max: 80_000 }), fc.constantFrom(0, 0.01, 0.5, 1, -0.001, 322.799, 1e13, 1e15), fc.boolean()],
    )
    fc.assert(
      fc.property(typed, (one) => {
        const reading = readEntry(type, { value: one }, context)
        const value = one === null ? undefined : plain(one)
        if (value === undefined) return
        short++
        expect(reading).toEqual({ value, findings: [] })
      }),
      { numRuns: 400 },
    )
    expect(short).toBeGreaterThan(0)
  })

  test('no entry throws, and each finding has its sentence', () => {
    const anything = fc.record(
      {
        value: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 60 }),
          fc.double(),
          fc.maxSafeInteger(),
          fc.boolean(),
          fc.constant(null),
        ),
        percent: fc.boolean(),
        error: fc.boolean(),
        formula: fc.string(),
        font: fc.constantFrom('.VnTime', 'VNI-Times', '.VnTimeH', 'Arial'),
      },
      { requiredKeys: ['value'] },
    )
    fc.assert(
      fc.property(anything, (entry) => {
        for (const { code: said, actual = '', expected = '', params } of readEntry(type, entry as Entry, context).findings)
          for (const sentences of [vi, en]) {
            const text = sentences[said]({ label: 'Cột', actual, expected, ...params })
            expect(text).toMatch(/^"Cột".*[.?)]$/s)
            expect(text).not.toMatch(/undefined|null|\[object/)
          }
      }),
      { examples: [[{ value: Number.NaN }], [{ value: Number.POSITIVE_INFINITY }], [{ value: '\uD800' }], [{ value: '\u0000' }]] },
    )
  })

  test('the longest cells of the worst kinds are read', () => {
    // 32 767 characters are what Excel lets into a cell. A pattern that went back and forth over them would not end.
    for (const piece of WORST)
      expect(() => readCell(type, `${piece.repeat(Math.ceil(32_766 / piece.length)).slice(0, 32_766)}!`), piece).not.toThrow()
  })
})

const HOSTILE = [
  ...'0123456789.,-+%()/: \n\t;&\'"đĐaáạTtQq',
  'tháng ',
  'Sở ',
  'tỷ ',
  'UBND ',
  'III.7.',
  '\u0301',
  '\u200B',
  '\uD800',
  '−',
  '\u00AD',
  '®',
  'ü',
  'á»™',
  'Ã´',
  '\uFFFD',
]
const WORST = [
  ...[
    '1',
    '1.',
    '1,',
    '1 ',
    "1'",
    '-',
    '(',
    ')',
    '1/',
    '12 tỷ ',
    '%',
    'a',
    'á',
    'á ',
    'n ề n ',
    ' ',
    '\n',
    '; ',
    ', ',
    ' và ',
    'Sở Nội vụ, ',
  ],
  ...[
    'UBND các ',
    'x: ',
    'tháng ',
    'Tháng 3/2025 ',
    'điểm a, ',
    'khoản 1 ',
    'III.7.a; ',
    '/A',
    '-A',
    'a.',
    'https://',
    'a-',
    '.a',
    'sau khi ',
  ],
  ...['µ', '®\u00ADêng ', 'a^', "a^'", 'o+', 'a\u0301', '\uD800', '\u200B', '…', '0', 'I', 'Ð', 'ngày 1 ', '1:1', 'trước ', 'aaa@'],
]

test('every entry of every list is read from its label, in both cases', () => {
  for (const { id, entries } of plan.lists)
    for (const { code: own, label } of entries)
      for (const text of [label.vi, label.vi.toUpperCase(), label.vi.normalize('NFD')])
        expect(readCell({ kind: 'choice', list: id }, text).value, text).toBe(own)
})
