// That texts are compared by a short way changes nothing: whatever they begin with,
// they are the same where they are the same without case and composition.
import { expect, test } from 'vitest'
import { equal } from './scalar.ts'

const SIGNS = [
  'a',
  'A',
  'k',
  '\u212A',
  'i',
  '\u0130',
  '\u0131',
  'đ',
  'Đ',
  'á',
  'a\u0301',
  'Á',
  '\u0301',
  'ß',
  'Å',
  '\u212B',
  ';',
  '\u037E',
  'Ấ',
  'ấ',
  '1',
  ' ',
]
const texts = SIGNS.flatMap((one) => [one, ...SIGNS.map((other) => one + other)])
const folded = (text: string) => text.normalize('NFC').toLowerCase()

test('two texts are equal exactly where they fold alike', () => {
  const wrong = texts.flatMap((one) =>
    texts.filter((other) => equal(one, other) !== (folded(one) === folded(other))).map((other) => [one, other]),
  )
  expect(wrong).toEqual([])
})
