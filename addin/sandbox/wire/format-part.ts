// The format of a range: font, fill, borders, alignment, lock, widths and heights.
import type { Area, CellFormat, WorkbookSheet } from '../workbook.ts'
import { ALL_ROWS, common } from './area.ts'
import { asFlag, asNumber, asOneOf, asText, invalid, type Part } from './part.ts'
import { guard } from './protection-part.ts'
import type { Session } from './session.ts'

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
  'DiagonalDown',
  'DiagonalUp',
] as const

export const colorOf = (value: unknown): string => {
  const text = asText(value, 'color')
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalid(`${text} is not a colour`)
  return text.toUpperCase()
}

export const formatPart = (session: Session, sheet: WorkbookSheet, areas: readonly Area[]): Part => {
  const first = areas[0] as Area
  const apply = (format: CellFormat) => {
    guard(session, sheet, 'format', 'allowFormatCells')
    for (const area of areas) sheet.setFormat(area, format)
  }
  const of = <T>(read: (format: CellFormat) => T) => common(first, (row, column) => read(sheet.format(row, column)))

  const font: Part = {
    kind: 'RangeFont',
    get: {
      bold: () => of((format) => format.bold ?? false),
      italic: () => of((format) => format.italic ?? false),
      underline: () => of((format) => (format.underline ? 'Single' : 'None')),
      size: () => of((format) => format.size ?? 11),
      name: () => of((format) => format.fontName ?? 'Calibri'),
      color: () => of((format) => format.color ?? '#000000'),
    },
    set: {
      bold: (value) => apply({ bold: asFlag(value, 'bold') }),
      italic: (value) => apply({ italic: asFlag(value, 'italic') }),
      underline: (value) => apply({ underline: asOneOf(value, ['None', 'Single'], 'underline') === 'Single' }),
      size: (value) => apply({ size: asNumber(value, 'size') }),
      name: (value) => apply({ fontName: asText(value, 'name') }),
      color: (value) => apply({ color: colorOf(value) }),
    },
  }
  const fill: Part = {
    kind: 'RangeFill',
    get: { color: () => of((format) => format.fill ?? '#FFFFFF') },
    set: { color: (value) => apply({ fill: colorOf(value) }) },
    call: { clear: () => apply({ fill: null }) },
  }
  const border: Part = {
    kind: 'RangeBorder',
    get: { style: () => of((format) => (format.border ? 'Continuous' : 'None')) },
    set: {
      style: (value) => apply({ border: asOneOf(value, ['None', 'Continuous'], 'style') !== 'None' }),
      color: (value) => void colorOf(value),
      weight: (value) => void asOneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick'], 'weight'),
    },
  }
  const borders: Part = {
    kind: 'RangeBorderCollection',
    at: (edge) => {
      const side = asOneOf(edge, EDGES, 'border')
      if ((side === 'InsideHorizontal' && first.rows === 1) || (side === 'InsideVertical' && first.columns === 1))
        throw invalid(`${side} of a range that has nothing between`)
      return border
    },
  }
  const lock: Part = {
    kind: 'FormatProtection',
    get: { locked: () => of((format) => format.locked ?? true) },
    set: {
      locked: (value) => {
        guard(session, sheet, 'locked')
        apply({ locked: asFlag(value, 'locked') })
      },
    },
  }
  const columns = (visit: (column: number) => void) => {
    guard(session, sheet, 'columnWidth', 'allowFormatColumns')
    for (const area of areas) for (let column = area.column; column < area.column + area.columns; column++) visit(column)
  }
  return {
    kind: 'RangeFormat',
    open: { font: () => font, fill: () => fill, borders: () => borders, protection: () => lock },
    get: {
      columnWidth: () => common({ ...first, rows: 1 }, (_, column) => sheet.columnWidth(column)),
      horizontalAlignment: () => of((format) => format.horizontal ?? 'General'),
      verticalAlignment: () => of((format) => format.vertical ?? 'Bottom'),
      wrapText: () => of((format) => format.wrap ?? false),
    },
    set: {
      columnWidth: (value) => columns((column) => sheet.setColumnWidth(column, asNumber(value, 'columnWidth'))),
      rowHeight: (value) => {
        guard(session, sheet, 'rowHeight', 'allowFormatRows')
        const height = asNumber(value, 'rowHeight')
        if (height < 0 || height > 409.5) throw invalid('rowHeight must be from 0 to 409.5')
        for (const area of areas) {
          if (area.rows === ALL_ROWS) throw invalid('rowHeight of a whole column')
          for (let row = area.row; row < area.row + area.rows; row++) sheet.setRowHeight(row, height)
        }
      },
      horizontalAlignment: (value) => apply({ horizontal: asOneOf(value, ['General', 'Left', 'Center', 'Right'], 'horizontalAlignment') }),
      verticalAlignment: (value) => apply({ vertical: asOneOf(value, ['Top', 'Center', 'Bottom'], 'verticalAlignment') }),
      wrapText: (value) => apply({ wrap: asFlag(value, 'wrapText') }),
    },
  }
}
