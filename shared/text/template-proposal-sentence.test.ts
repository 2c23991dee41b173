// What is asked about a form says why it is in doubt; what is clear is said without it.
import { expect, test } from 'vitest'
import { context } from '../field/one-cell.ts'
import { proposeTemplate } from '../template-proposal/propose-template.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { inferredSentence } from './template-proposal-sentence.ts'

const rows = [['STT', 'Tên nhiệm vụ', 'Diện tích (ha)', 'Kết luận (Phù hợp/Không phù hợp)', 'Điều khác'], [1]]
const proposal = proposeTemplate({ sheets: [oldSheet(rows)], names: [], date1904: false }, 'THU', context)!
const said = (code: string, cell: string) => {
  const one = proposal.inferred.find((each) => each.code === code && each.cell === cell)!
  return inferredSentence(proposal.template, one)
}

test('a column of which nothing is known says so in both languages', () => {
  expect(said('type', 'E1').vi).toContain('tiêu đề không rõ và cột để trống). Hãy xem lại chỗ này.')
  expect(said('type', 'E1').en).toContain('its title does not say and its cells are blank). Please check this.')
})

test('a column that is clear gives no reason', () =>
  expect(said('type', 'C1').vi).toMatch(/“Diện tích \(ha\)” hiểu là kiểu [^()]*(?:\([^()]*\))?\.$/))

test('what a title offers is asked about once', () => {
  expect(said('options', 'D1').vi).toContain('(Phù hợp; Không phù hợp)')
  expect(said('type', 'D1').vi).not.toContain('Hãy xem lại')
})
