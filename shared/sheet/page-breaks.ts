// Where a page begins in a sheet of several tables, so that no header stands alone at
// the end of one. How much a page takes is an estimate: programs measure letters a
// little differently, so a table that nearly fits begins on a page of its own.
import type { Pages } from './geometry.ts'
import { MARGINS } from './printed-lines.ts'
import type { SheetBuilder } from './sheet-builder.ts'

/** A4, landscape, in millimetres. */
const PAPER = { width: 297, height: 210 }
const POINTS = 72 / 25.4
/** A character of Times New Roman, 12 points, in the columns of every program. */
const CHARACTER = 6
/** What is left of a page after everything that a program may measure larger. */
const SURE = 0.9

/** Points of the sheet that a page is high, once its width is fitted to the paper. */
function pageHeight({ widest }: Pages): number {
  const scale = Math.min(1, ((PAPER.width - MARGINS.left - MARGINS.right) * POINTS) / (widest * CHARACTER))
  return ((PAPER.height - MARGINS.top - MARGINS.bottom) * POINTS) / scale
}

/** `begins`: the first row of each table, zero-based; `end`: the row behind the signatures, which stay with the last. Answers rows from 1. */
export function pageBreaks(sheet: SheetBuilder, begins: readonly number[], end: number, pages: Pages): number[] {
  const page = pageHeight(pages)
  const height = (from: number, to: number) => {
    let sum = 0
    for (let row = from; row < to; row++) sum += sheet.heightOf(row)
    return sum
  }
  const breaks: number[] = []
  let used = height(0, begins[0] ?? end)
  begins.forEach((begin, at) => {
    const needed = height(begin, begins[at + 1] ?? end)
    if (at > 0 && used > 0 && used + needed > page * SURE) {
      breaks.push(begin + 1)
      used = 0
    }
    used = (used + needed) % page
  })
  return breaks
}
