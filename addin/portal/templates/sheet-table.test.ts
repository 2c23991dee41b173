import { expect, test } from 'vitest'
import { checkTemplate } from '../../../shared/check-template.ts'
import { khanhHoa2025 } from '../../../shared/packs/khanh-hoa-2025/pack.ts'
import { sampleSheet } from '../../../shared/trial/sample-sheet.ts'
import { shownSheet } from './sheet-table.ts'

const { templates, plan, register } = khanhHoa2025
const surroundings = { plan, register, templates: [...templates] }

test.each(templates.map((one) => [one.code, one] as const))(
  '%s: every row fills the columns that are seen, merged or not',
  (_, template) => {
    const { sheet } = sampleSheet(template, surroundings, checkTemplate(template, plan, surroundings))!
    const { columns, rows } = shownSheet(sheet)
    // Cells that reach down from the rows above count where they reach.
    const reaching = new Map<number, number>()
    for (const { at, cells } of rows) {
      const own = cells.reduce((sum, one) => sum + one.columns, 0)
      expect(own + (reaching.get(at) ?? 0), `row ${at}`).toBe(columns.length)
      for (const one of cells)
        for (let below = 1; below < one.rows; below++) reaching.set(at + below, (reaching.get(at + below) ?? 0) + one.columns)
    }
    expect(columns.map(({ at }) => at)).not.toContain(0)
  },
)

test('titles are seen, ids and keys are not, and blank rows only as many as asked for', () => {
  const template = templates.find(({ code }) => code === 'VUONGMAC')!
  const { sheet } = sampleSheet(template, surroundings, [])!
  const texts = (blank: number) => shownSheet(sheet, blank).rows.flatMap(({ cells }) => cells.map(({ text }) => text))
  expect(texts(2)).toEqual(expect.arrayContaining(template.tables[0]!.fields.map(({ title }) => title.vi)))
  expect(texts(2).filter((text) => text.startsWith('#') || text === template.tables[0]!.fields[1]!.key)).toEqual([])
  expect(shownSheet(sheet, 5).rows.length - shownSheet(sheet, 2).rows.length).toBe(3)
})
