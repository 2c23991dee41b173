// A form bears what makes it found again, and opens what may be typed.
import { expect, it } from 'vitest'
import { findForms } from './find-forms.ts'
import type { GridCell, GridSheet } from './grid.ts'
import { layout } from './layout.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTemplate } from './sample.ts'

const template = sampleTemplate()
const drawn = layout(
  template,
  { header: {}, rows: [] },
  { obligation: sampleObligation, register: sampleRegister, plan: samplePlan, agencyName: 'Sở Tài chính', provinceName: 'Khánh Hòa' },
)

const gridOf = (sheets: readonly GridSheet['name'][]) => ({
  sheets: drawn.sheets
    .filter((sheet) => sheets.includes(sheet.name))
    .map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: new Map(
        sheet.cells.flatMap((cell): [string, GridCell][] => (cell.value === undefined ? [] : [[cell.at, { value: cell.value }]])),
      ),
      merges: sheet.merges,
      hiddenRows: new Set<number>(),
    })),
  names: [],
  date1904: false,
})

it('is found by the marks in its sheet alone, when names and record sheet are gone', () => {
  const [form] = drawn.sheets
  expect(findForms(gridOf([form!.name]))).toMatchObject([
    { sheet: form!.name, identity: { template: template.code, period: sampleObligation.period } },
  ])
})

it('is protected without a password, with cells to type into', () => {
  const [form] = drawn.sheets
  expect(form!.protected).toBe(true)
  expect(form!.styled.some(({ style }) => form!.styles[style]?.locked === false)).toBe(true)
  expect(drawn.sheets.slice(1).every(({ visibility }) => visibility === 'very-hidden')).toBe(true)
})
