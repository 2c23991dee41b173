import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import type { Filing } from './filing.ts'
import type { Finding } from './finding.ts'
import { applyFixes, editsOf, safeFix, safeFixes } from './fixes.ts'
import { allTemplates, anyFiling, contextOf } from './testing/any-filing.ts'

const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').length

describe.each(allTemplates)('$code', ({ template }) => {
  const context = contextOf(template)
  test('accepting all safe fixes adds no error and leaves none of them to accept', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFiling(template, context), (filing) => {
        const before = check(template, filing, context).findings
        const after = check(template, applyFixes(filing, safeFixes(before)), context).findings
        const left = safeFixes(after)
        expect(left).toEqual([])
        expect(errors(after)).toBeLessThanOrEqual(errors(before))
      }),
      { numRuns: 60 },
    )
  })
})

const finding = (code: Finding['code'], values: readonly Finding['fixes'][number]['value'][]): Finding => ({
  ...{ id: code, code, severity: 'warning', place: {}, params: {} },
  fixes: values.map((value) => ({ rowId: 'r1', field: 'von', value, shown: String(value) })),
})

const filing: Filing = {
  ...{ template: 'T', version: 1, agency: 'A', period: '2025-03', declaration: null, explanations: {} },
  header: { nguoi_lap: { value: 'Nguyeãn', cell: 'C4', font: 'VNI-Times' } },
  rows: [{ id: 'r1', table: 'main', entries: { von: { value: '1.234,5', cell: 'F7', formula: '=A1' } } }],
}

test('several readings, and guesses at what was meant, are never accepted unseen', () => {
  expect(safeFix(finding('number-ambiguous', [1234, 1.234]))).toBeNull()
  expect(safeFix(finding('number-as-text', [1234, 1.234]))).toBeNull()
  expect(safeFix(finding('agency-near', ['Sở Y tế']))).toBeNull()
  expect(safeFix(finding('number-as-text', [1234.5]))).toMatchObject({ value: 1234.5 })
})

test('a fix takes the place of what was in the cell, and nothing else changes', () => {
  const [fix] = finding('number-as-text', [1234.5]).fixes
  const fixed = applyFixes(filing, [fix!])
  expect(fixed).toEqual({ ...filing, rows: [{ ...filing.rows[0], entries: { von: { value: 1234.5, cell: 'F7' } } }] })
  expect(applyFixes(filing, [{ ...fix!, rowId: 'gone' }])).toEqual(filing)
})

test('an edit names the cell, and a legacy font is left behind', () => {
  expect(editsOf(filing, [{ field: 'nguoi_lap', value: 'Nguyễn', shown: 'Nguyễn' }])).toEqual([
    { cell: 'C4', value: 'Nguyễn', font: 'Times New Roman' },
  ])
  expect(editsOf(filing, [{ rowId: 'r1', field: 'khong_co', value: 1, shown: '1' }])).toEqual([])
})
