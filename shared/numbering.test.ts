import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Numbering } from './numbering.ts'
import { sampleTemplate } from './sheet/sample.ts'
import type { Table } from './template.ts'
import type { Value } from './value.ts'

const [sample] = sampleTemplate().tables
const [first, ...others] = sample!.fields
const outlined: Table = { ...sample!, fields: [{ ...first!, key: 'stt', type: { kind: 'sequence', style: 'outline' } }, ...others] }

const numbered = (filed: readonly Value[], numbering = new Numbering(outlined), submission = 's'): Value[] =>
  filed.map((stt) => numbering.next(submission, { stt, ten: 'x' }).stt!)

const said = (text: string) => numbered(text.split(' ')).join(' ')

describe('an outline in a consolidation', () => {
  test.each([
    ['numerals are the agencies’: what stood under one stands under a figure', 'I 1 2 II 1', '1 1.1 1.2 2 2.1'],
    ['figures that run on through the numerals begin anew under each', 'I 1 2 II 3 4', '1 1.1 1.2 2 2.1 2.2'],
    ['what is deeper stays deeper', 'I 1 1.1 1.2 2 2.1 II 1 1.1', '1 1.1 1.1.1 1.1.2 1.2 1.2.1 2 2.1 2.1.1'],
    ['letters begin anew under each row, in the order of Vietnamese points', '1 a b c d đ e g h i 2 a', '1 a b c d đ e g h i 2 a'],
    ['parts with letters stand above numerals', 'A I 1 II B I 1 a', '1 1.1 1.1.1 1.2 2 2.1 2.1.1 a'],
    ['a part C is no hundred, and I under it no letter', 'A B C I 1 II D Đ', '1 2 3 3.1 3.1.1 3.2 4 5'],
    ['gaps are closed', 'I III 1 3 7.2 7.5', '1 2 2.1 2.2 2.3.1 2.3.2'],
    ['what is repeated is another row, and what follows stands under the last', '1 1 1.1 2', '1 2 2.1 3'],
    ['what was added at the end stands under the row that it names', '17 18 19 19.1 19.2 18.1', '1 2 3 3.1 3.2 2.1'],
    ['rows without the one above them keep apart', '1.1 1.2 3.1 3.2', '1.1 1.2 2.1 2.2'],
    ['a row that comes after those under it takes its place', '1.1 2.1 2 3', '1.1 2.1 2 3'],
    ['under a numeral 2.1 may stand without 2', 'I 1.1 1.2 II 2.1 2.2', '1 1.1 1.2 2 2.1 2.2'],
    ['where there are rows 1, 2 under a numeral, 2.1 stands under 2', 'II 1 2 2.1', '1 1.1 1.2 1.2.1'],
    ['rows before the first numeral count with it', '1 2 I 1', '1 2 3 3.1'],
    ['dots and brackets behind a number say nothing', 'I. 1. 1.1. 2) a) b.', '1 1.1 1.1.1 1.2 a b'],
    ['a small i is a letter, and so is a mark', '1 i x x', '1 a b c'],
    ['1.10 is the tenth or a lost zero, but always another row', '1 1.1 1.10 1.2', '1 1.1 1.2 1.3'],
    ['what nobody would call a numeral is still one', 'I IIII VX', '1 2 3'],
    ['what is no number stays, and counts for nothing', '1 - (*) 2', '1 - (*) 2'],
  ])('%s', (_, filed, expected) => {
    expect(said(filed)).toBe(expected)
  })

  test('a blank stays blank and counts for nothing, whether it heads rows or not', () => {
    expect(numbered([null, '3', null, '4'])).toEqual([null, '1', null, '2'])
  })

  test('a number from a cell that counts is read as what it shows', () => {
    expect(numbered([1, 1.1, 2])).toEqual(['1', '1.1', '2'])
  })

  test('begins anew with every submission', () => {
    const numbering = new Numbering(outlined)
    expect(numbered(['I', '1', '2'], numbering, 'one')).toEqual(['1', '1.1', '1.2'])
    expect(numbered(['4', '4.1', 'a'], numbering, 'other')).toEqual(['1', '1.1', 'a'])
  })

  const anyNumber = fc.oneof(
    fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'A', 'B', 'C', 'a', 'b', 'x', '-', null),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
  )

  test('what was numbered once stays as it is: a pulled sheet numbers what it is given', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 40 }), (filed) => {
        const once = numbered(filed)
        expect(numbered(once)).toEqual(once)
      }),
    )
  })

  test('figures of an agency are never the same twice', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 40 }), (filed) => {
        const figures = numbered(filed).filter((one) => typeof one === 'string' && /^\d/.test(one))
        expect(new Set(figures).size).toBe(figures.length)
      }),
    )
  })
})

test('plain numbers count every row, whatever was filed', () => {
  const numbering = new Numbering(sample!)
  expect(['7', '7', null].map((stt) => numbering.next('s', { stt }).stt)).toEqual(['1', '2', '3'])
})
