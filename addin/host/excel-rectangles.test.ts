import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeText, span } from '../../shared/a1.ts'
import type { SheetLayout, StyledRange } from '../../shared/sheet/sheet-layout.ts'
import { styledRectangles } from './excel-rectangles.ts'

const STYLES = { a: { bold: true }, b: { italic: true }, c: { wrap: true } }

const layout = (styled: StyledRange[]): SheetLayout => ({
  name: 'x',
  visibility: 'visible',
  columns: [],
  rows: [],
  cells: [],
  styles: STYLES,
  styled,
  merges: [],
  validations: [],
  conditionals: [],
  protected: false,
})

const range = fc
  .record({ row: fc.nat(8), column: fc.nat(8), rows: fc.nat(4), columns: fc.nat(4), style: fc.constantFrom('a', 'b', 'c') })
  .map(
    ({ row, column, rows, columns, style }): StyledRange => ({ range: rangeText(span(row, column, row + rows, column + columns)), style }),
  )

test('every styled cell is in exactly one rectangle, with the style that was given last', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (styled) => {
      const painted = new Map<string, unknown>()
      for (const { row, column, rows, columns, style } of styledRectangles(layout(styled)))
        for (let r = row; r < row + rows; r++)
          for (let c = column; c < column + columns; c++) {
            expect(painted.has(`${r},${c}`)).toBe(false)
            painted.set(`${r},${c}`, style)
          }
      const wanted = new Map<string, unknown>()
      for (const one of styled) {
        const [single] = styledRectangles(layout([one]))
        if (!single) throw new Error('no rectangle')
        for (let r = single.row; r < single.row + single.rows; r++)
          for (let c = single.column; c < single.column + single.columns; c++) wanted.set(`${r},${c}`, STYLES[one.style as 'a'])
      }
      expect(painted).toEqual(wanted)
    }),
  )
})

test('columns of a table are one rectangle each, however many rows it has', () => {
  const styled = [
    { range: 'A1:A500', style: 'a' },
    { range: 'B1:B500', style: 'b' },
    { range: 'C1:D500', style: 'a' },
  ]
  expect(styledRectangles(layout(styled))).toHaveLength(3)
})
