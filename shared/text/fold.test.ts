import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldBare } from './fold.ts'

describe('one word in two spellings', () => {
  test.each([
    ['Khánh Hòa', 'Khánh Hoà'],
    ['sức khỏe', 'sức khoẻ'],
    ['thúy', 'thuý'],
    ['hóa', 'hoá'],
    ['Ủy ban', 'UỶ BAN'],
    ['Đổi số', 'Ðổi số'],
    ['Kế hoạch chuyển đổi số', 'Kế hoạch chuyển đổi số'.normalize('NFD')],
    ['2026 - 2030', '2026–2030'],
    ['“Sở, ban, ngành”', 'sở ban ngành'],
    // Marks typed in an order that does not compose.
    ['ấ', 'a\u0301\u0302'],
  ])('%s = %s', (one, other) => expect(fold(one)).toBe(fold(other)))
})

describe('two words', () => {
  test.each([
    ['hòa', 'hóa'],
    ['hoa', 'hòa'],
    ['đổi', 'dổi'],
    ['đá', 'dá'],
    ['ô', 'ơ'],
    ['a', 'ă'],
  ])('%s ≠ %s', (one, other) => expect(fold(one)).not.toBe(fold(other)))
})

test('composition and case never matter', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aăâđeêoôơuưyàảãáạấệợỷABCĐỢ ,.-') })
  fc.assert(
    fc.property(text, (one) => {
      expect(fold(one.normalize('NFD'))).toBe(fold(one))
      expect(fold(one.toUpperCase())).toBe(fold(one))
    }),
  )
})

test('bare is without any mark', () =>
  expect(foldBare('Sở Thông tin và Truyền thông, Đà Nẵng')).toBe('so thong tin va truyen thong da nang'))
