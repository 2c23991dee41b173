// The styles of a layout in the words of the XLSX library.

import type { CellStyle } from 'hucre/xlsx'
import type { CellStyle as Style } from '../../shared/sheet/sheet-layout.ts'

const THIN = { style: 'thin', color: { rgb: '000000' } } as const

export const rgb = (color: string): { rgb: string } => ({ rgb: color.replace('#', '').toUpperCase() })

export function libraryStyle(style: Style, font: string, size: number): CellStyle {
  return {
    font: {
      name: font,
      size: style.size ?? size,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.underline ? { underline: true } : {}),
      ...(style.color ? { color: rgb(style.color) } : {}),
    },
    ...(style.fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(style.fill) } } : {}),
    ...(style.border ? { border: { top: THIN, right: THIN, bottom: THIN, left: THIN } } : {}),
    alignment: {
      ...(style.horizontal ? { horizontal: style.horizontal } : {}),
      ...(style.vertical ? { vertical: style.vertical } : {}),
      ...(style.wrap ? { wrapText: true } : {}),
    },
    ...(style.format && style.format !== 'General' ? { numFmt: style.format } : {}),
    ...(style.locked === false ? { protection: { locked: false } } : {}),
  }
}
