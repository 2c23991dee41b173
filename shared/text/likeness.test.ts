import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { likeness } from './likeness.ts'

const letter = fc.oneof(
  fc.constantFrom(...'aàảãáạăằâbcdđðeêghiklmnoôơpqrstuưvxyAÁĐÐOƠ0123  ,.;-–“”'),
  fc.constantFrom('\u0300', '\u0301', '\u0302', '\u0303', '\u0306', '\u031B', '\u0323'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const word = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''))

test('texts that fold the same are alike', () => {
  const rewritten = (text: string) => [text.toUpperCase(), text.normalize('NFD'), ` ${text.replaceAll(' ', ' , ')}`, fold(text)]
  fc.assert(
    fc.property(word, word, (one, other) => {
      for (const text of [other, ...rewritten(one)]) if (fold(text) === fold(one)) expect(likeness(text)).toBe(likeness(one))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['hòa bình', 'hoà bình', true],
  ['Đường', 'đường', true],
  ['dự án 1', 'dự án 2', false],
])('%s and %s: %s', (one, other, alike) => {
  expect(likeness(one) === likeness(other)).toBe(alike)
})
