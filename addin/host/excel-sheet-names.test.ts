import { expect, test } from 'vitest'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { freeName, withFreeNames } from './excel-sheet-names.ts'

const sheet = (name: string, change: Partial<SheetLayout> = {}): SheetLayout => ({
  name,
  visibility: 'visible',
  columns: [],
  rows: [],
  cells: [],
  styles: {},
  styled: [],
  merges: [],
  validations: [],
  conditionals: [],
  protected: false,
  ...change,
})

const layout = (sheets: SheetLayout[], names: WorkbookLayout['names'] = []): WorkbookLayout => ({ title: '', font: '', sheets, names })

test('a free name is kept, a taken one is numbered, also where only the case differs', () => {
  expect(freeName('THANG', new Set())).toBe('THANG')
  expect(freeName('THANG', new Set(['thang']))).toBe('THANG (2)')
  expect(freeName('THANG', new Set(['thang', 'thang (2)']))).toBe('THANG (3)')
})

test('a numbered name stays within 31 characters', () => {
  const long = 'x'.repeat(31)
  expect(freeName(long, new Set([long]))).toBe(`${'x'.repeat(27)} (2)`)
})

test('names, formulas, lists and the record follow a sheet that got another name', () => {
  const given = layout(
    [
      sheet("Biểu '3", {
        cells: [
          { at: 'A1', formula: "=SUM('Biểu ''3'!B1:B9)+'DM'!A1" },
          { at: 'A2', value: "'Biểu ''3'!" },
        ],
        conditionals: [{ range: 'A1', formula: "='DM'!A1>0", style: {} }],
        validations: [{ range: 'A1', rule: { kind: 'list', source: "='DM'!$A$1:$A$9" }, alert: { style: 'stop', title: '', message: '' } }],
      }),
      sheet('DM', { visibility: 'very-hidden', cells: [{ at: 'B3', value: "Biểu '3" }] }),
    ],
    [{ name: 'n', ref: "'Biểu ''3'!$A$1", visible: false }],
  )
  const [form, lists] = withFreeNames(given, ["biểu '3", 'dm']).sheets
  expect(form?.name).toBe("Biểu '3 (2)")
  expect(form?.cells).toEqual([
    { at: 'A1', formula: "=SUM('Biểu ''3 (2)'!B1:B9)+'DM (2)'!A1" },
    { at: 'A2', value: "'Biểu ''3'!" },
  ])
  expect(form?.conditionals[0]?.formula).toBe("='DM (2)'!A1>0")
  expect(form?.validations[0]?.rule).toEqual({ kind: 'list', source: "='DM (2)'!$A$1:$A$9" })
  expect(lists?.cells).toEqual([{ at: 'B3', value: "Biểu '3 (2)" }])
  expect(withFreeNames(given, ["biểu '3"]).names[0]?.ref).toBe("'Biểu ''3 (2)'!$A$1")
})

test('two sheets of one layout never get the same name', () => {
  const names = withFreeNames(layout([sheet('A'), sheet('A (2)')]), ['A']).sheets.map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
})
