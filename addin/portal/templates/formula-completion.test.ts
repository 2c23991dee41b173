// Columns are found by what people call them, typed with marks or without, and written as formulas want them.
import { expect, test } from 'vitest'
import { samplePlan, sampleTemplate } from '../../../shared/sheet/sample.ts'
import { completed, completionAt, type FormulaPlace } from './formula-completion.ts'

const place: FormulaPlace = { template: sampleTemplate(), table: 0, about: 'row', plan: samplePlan, language: 'vi' }
/** `|` is the caret. */
const at = (typed: string, where: FormulaPlace = place) => completionAt(typed.replace('|', ''), typed.indexOf('|'), where)
const labels = (typed: string, where?: FormulaPlace) => at(typed, where)?.offers.map(({ label }) => label) ?? null
const taken = (typed: string, where?: FormulaPlace) => {
  const completion = at(typed, where)!
  const { source, caret } = completed(typed.replace('|', ''), completion, completion.offers[0]!)
  return `${source.slice(0, caret)}|${source.slice(caret)}`
}

test.each([
  ['=[|', '=[@stt]|'],
  ['=[@giai ng|', '=[@gn]|'],
  ['=[@Giải ng|]<=5', '=[@gn]|<=5'],
  ['=[@gi|<=[@von]', '=[@gn]|<=[@von]'],
  ['=[@ke ho|', '=[@von]|'],
  ['=giai|>0', '=[@gn]|>0'],
  ['=ty_le|', '=[@ty_le]|'],
  ['=SUMI|', '=SUMIF(|'],
  ['=ro|([@gn],0)', '=ROUND(|[@gn],0)'],
  ['=[@gn]<=plan.t|', '=[@gn]<=plan.tong|'],
  ['=[@ngay]>=ky.d|', '=[@ngay]>=ky.den|'],
])('%s becomes %s', (typed, expected) => {
  expect(taken(typed)).toBe(expected)
})

test('a rule of the table is offered whole columns, and those of the tables above', () => {
  const [table] = place.template.tables
  const two: FormulaPlace = {
    ...{ ...place, table: 1, about: 'table' },
    template: sampleTemplate({
      tables: [
        { ...table!, key: 'a', title: { vi: 'Bảng A', en: 'A' } },
        { ...table!, key: 'b' },
      ],
    }),
  }
  expect(taken('=SUM(giai|)', two)).toBe('=SUM([gn]|)')
  expect(at('=SUM([a giai|', two)?.offers.map(({ insert }) => insert)).toContain('[a.gn]')
})

test('nothing is offered in a text, after a number or an operator', () => {
  for (const typed of ['="Hoàn th|', '=12|', '=[@gn]+|', '|', '=zzz|']) expect(labels(typed)).toBeNull()
})
