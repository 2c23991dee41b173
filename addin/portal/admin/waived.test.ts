import { expect, test } from 'vitest'
import { WAIVABLE_CODES } from '../../../shared/waiver.ts'
import { waivedSentence } from './waived.ts'

test('whatever may be waived is named without a gap where a value would stand', () => {
  for (const code of WAIVABLE_CODES) {
    const { vi, en } = waivedSentence(undefined, code)
    expect(
      [vi, en].filter((text) => text === code || text.includes('…')),
      code,
    ).toEqual([])
  }
})
