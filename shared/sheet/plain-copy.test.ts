import { expect, test } from 'vitest'
import { findForms } from './find-forms.ts'
import type { Grid } from './grid.ts'
import { layout } from './layout.ts'
import { plainCopy } from './plain-copy.ts'
import { sampleObligation, samplePlan, sampleRegister, sampleTemplate } from './sample.ts'

test('a copy of a form shows what the form shows, and is no form', () => {
  const form = layout(
    sampleTemplate(),
    { header: {}, rows: [] },
    { obligation: sampleObligation, register: sampleRegister, plan: samplePlan, agencyName: 'Sở X', provinceName: 'Tỉnh Y' },
  )
  const copy = plainCopy(form, 'Bản khác')
  expect(copy.sheets.map(({ name }) => name)).toEqual(['Bản khác'])
  const shown = form.sheets[0]!.cells.filter(({ value }) => value !== undefined && !(typeof value === 'string' && value.startsWith('#')))
  expect(copy.sheets[0]!.cells).toEqual(shown.map(({ at, value }) => ({ at, value })))
  const cells = new Map(copy.sheets[0]!.cells.map(({ at, value }) => [at, { value: value ?? '' }]))
  const grid: Grid = {
    sheets: [{ name: 'Bản khác', visibility: 'visible', cells, merges: [], hiddenRows: new Set() }],
    names: [],
    date1904: false,
  }
  expect(findForms(grid)).toEqual([])
})
