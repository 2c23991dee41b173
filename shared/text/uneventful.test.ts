import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, composedAnew, hasLooseMarks } from './clean.ts'
import { legacyText } from './legacy-font.ts'
import { mended } from './mended.ts'
import { isUneventful } from './uneventful.ts'

const words = fc.constantFrom(
  ...[
    'Tháng',
    'Th',
    'á',
    'ng',
    'ý',
    'kiến',
    'góp',
    'à',
    'ông',
    'ngh',
    'iệp',
    'văn',
    'bản',
    '–',
    '-',
    '.',
    'Hà',
    'có',
    'Trà',
    'Céng',
    'hoµ',
    'Há»‹',
    'thÃ´ng',
    'lĂ´',
    'm²',
    'So+?',
  ],
  ...[
    'Tho^ng',
    'Sở&nbsp;Y',
    '&amp;',
    '&#8211;',
    'a(b',
    'x^2',
    '12',
    '5%',
    'Ðà',
    'ðồng',
    'ho\u0300a',
    '\u00A0',
    '\n',
    '\u200B',
    'ﬁ',
    '€',
    '“Đề',
    'án”',
    'kế hoạch',
    'THỦY LỢI',
    'n',
    '',
  ],
)
const anyText = fc.oneof(
  fc
    .array(words, { maxLength: 8 })
    .chain((all) => fc.constantFrom(' ', ' ', '', '  ', '\n', '\n\n', ' \n').map((between) => all.join(between))),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x1fff }).map((code) => String.fromCharCode(code)), maxLength: 6 }),
)

test('of an uneventful text nothing is said, and nothing in it is changed', () => {
  let [uneventful, all] = [0, 0]
  fc.assert(
    fc.property(anyText, (text) => {
      all++
      if (!isUneventful(text, true)) return
      uneventful++
      expect(isUneventful(text)).toBe(!text.includes('\n'))
      expect([cleanText(text), composedAnew(text), hasLooseMarks(text), legacyText(text), mended(text)]).toEqual([
        text,
        null,
        false,
        null,
        null,
      ])
      expect(text).toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 5000 },
  )
  expect(uneventful / all).toBeGreaterThan(0.05)
})

test.each([
  'Đã trình Ủy ban nhân dân tỉnh dự thảo kế hoạch (văn bản số 12/STTTT-CĐS)',
  'Nha Trang, có ý kiến',
  'THỦY LỢI 2',
  'Hệ thống LGSP + NDXP',
])('ordinary texts are uneventful: %s', (text) => expect(isUneventful(text)).toBe(true))
