import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, composedAnew } from './clean.ts'

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
  ['Нội nghị', 'Hội nghị'],
  ['Нa\u0300 Сam Ranh', 'Hà Cam Ranh'],
  ['Ｋế ｈoạch ２０２５', 'Kế hoạch 2025'],
  ['𝐊ế hoạch', 'Kế hoạch'],
  ['quy đị\uFB01nh', 'quy địfinh'],
  ['Нева, α = 5', null],
  ['x\u0301', null],
])('marks and strokes: %j → %j', (text, anew) => expect(composedAnew(text)).toBe(anew))
