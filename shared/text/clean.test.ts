import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, composedAnew, mended } from './clean.ts'

describe('what nobody can see is put right in silence', () => {
  test.each([
    ['một\u00A0hai', 'một hai'],
    ['một\u2009hai\u202Fba\u3000bốn', 'một hai ba bốn'],
    ['  một   hai  ', 'một hai'],
    ['một\u200B\uFEFF\u00ADhai', 'mộthai'],
    ['một\r\nhai\u2028ba', 'một\nhai\nba'],
    ['một\n\n\n\nhai', 'một\n\nhai'],
    ['một\u0000\u001Fhai', 'mộthai'],
    ['lạc\uD800loài', 'lạcloài'],
    ['Ke\u0302\u0301 hoạch', 'Kế hoạch'],
    ['“Kế hoạch” – 2026…', '“Kế hoạch” – 2026…'],
    ['😀', '😀'],
  ])('%j', (text, clean) => expect(cleanText(text)).toBe(clean))
  test('a clean text stays as it is', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aáđ \n\t\u00A0\u0301\u0302\u200B\uD800') }))
    fc.assert(
      fc.property(text, (one) => {
        expect(cleanText(cleanText(one))).toBe(cleanText(one))
      }),
    )
  })
})

test.each([
  ['Ðổi', 'Đổi'],
  ['a\u0301\u0302', 'ấ'],
  ['Đổi', null],
  ['x\u0301', null],
])('marks and strokes: %j → %j', (text, anew) => expect(composedAnew(text)).toBe(anew))

describe('syllables torn by recognition software', () => {
  // As they stand in the plan's text.
  test.each([
    ['ch ỉ đạo', 'chỉ đạo'],
    ['phát tri ể n', 'phát triển'],
    ['vi ễ n thông', 'viễn thông'],
    ['s ố của', 'số của'],
    ['một l ầ n', 'một lần'],
    ['thu ộ c', 'thuộc'],
    ['s ố ng', 'sống'],
    ['lao đ ộ ng', 'lao động'],
    ['kết n ố i, chia sẻ', 'kết nối, chia sẻ'],
    ['kiến trúc ứ ng dụng', 'kiến trúc ứng dụng'],
    ['n ề n tảng s ố chuyển', 'nền tảng số chuyển'],
    ['c ô ng nghệ', 'công nghệ'],
    ['khu ph ố không', 'khu phố không'],
    ['C ổ ng', 'Cổng'],
    ['hư ở ng ứng', 'hưởng ứng'],
    ['kinh nghi ệ m', 'kinh nghiệm'],
    ['ng u ồn', 'nguồn'],
    ['trực tuy ế n', 'trực tuyến'],
    ['chuyển đ ổ i số', 'chuyển đổi số'],
    ['Th á ng 8/2025', 'Tháng 8/2025'],
  ])('%s', (torn, whole) => expect(mended(torn)).toBe(whole))
  test.each(['ở tỉnh', 'có ý kiến', 'y tế', 'à', 'điểm à', 'khu A và B', '5 m', 'UBND TP', 'Wi-Fi 6 ở xã', 'hộ ý thức', 'đ/c Ổn'])(
    'whole words stay: %s',
    (text) => expect(mended(text)).toBeNull(),
  )
})
