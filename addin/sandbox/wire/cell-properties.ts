// getCellProperties, getRowProperties and getColumnProperties: properties of
// every cell, row or column of a range in one answer.
import type { Area, CellFormat, WorkbookSheet } from '../workbook.ts'
import { eachCell } from './area.ts'
import { asRecord, invalid } from './part.ts'

const FONT = {
  name: (format: CellFormat) => format.fontName ?? 'Calibri',
  size: (format: CellFormat) => format.size ?? 11,
  bold: (format: CellFormat) => format.bold ?? false,
  color: (format: CellFormat) => format.color ?? '#000000',
} as const
const FILL = { color: (format: CellFormat) => format.fill ?? '#FFFFFF' } as const

const pick = (readers: Readonly<Record<string, (format: CellFormat) => unknown>>, asked: unknown, format: CellFormat) =>
  Object.fromEntries(
    Object.entries(asRecord(asked, 'properties'))
      .filter(([, on]) => on === true)
      .map(([name]) => {
        const read = readers[name]
        if (!read) throw invalid(`this host does not read ${name} by cell`)
        return [name, read(format)]
      }),
  )

export const cellProperties = (sheet: WorkbookSheet, area: Area, asked: unknown): unknown[][] => {
  const format = asRecord(asRecord(asked, 'properties').format, 'format')
  return eachCell(area, (row, column) => {
    const cell = sheet.format(row, column)
    return {
      format: {
        ...(format.font ? { font: pick(FONT, format.font, cell) } : {}),
        ...(format.fill ? { fill: pick(FILL, format.fill, cell) } : {}),
      },
    }
  })
}

export const rowProperties = (sheet: WorkbookSheet, area: Area, asked: unknown): unknown[] => {
  if (asRecord(asked, 'properties').rowHidden !== true) throw invalid('this host reads only rowHidden by row')
  return Array.from({ length: area.rows }, (_, index) => ({ rowHidden: sheet.isRowHidden(area.row + index) }))
}

export const columnProperties = (sheet: WorkbookSheet, area: Area, asked: unknown): unknown[] => {
  if (asRecord(asked, 'properties').columnHidden !== true) throw invalid('this host reads only columnHidden by column')
  return Array.from({ length: area.columns }, (_, index) => ({ columnHidden: sheet.isColumnHidden(area.column + index) }))
}
