// An uploaded .xlsx opened for reading row by row, or refused with a reason.
// Every file is hostile until proven otherwise: nothing is inflated before its
// directory has been read and found within the limits.
import { address } from '../../shared/a1.ts'
import type { ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { scanPart } from './scan-part.ts'
import { StringsScanner } from './shared-strings.ts'
import type { SheetSink } from './sheet-row.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { refuseByBytes, refuseByParts } from './sniff.ts'
import { type ReadStyle, StylesScanner } from './styles.ts'
import { type SheetPart, scanHeld, type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { zipDirectory } from './zip-directory.ts'

export interface OpenWorkbook extends WorkbookParts {
  readonly cellStyles: readonly ReadStyle[]
  /** Gives every row that holds something or is hidden to the sink. What it took counts only once this is done: damage may show at the end. */
  rows(sheet: SheetPart, sink: SheetSink): Promise<void>
}

/** Throws WorkbookRefusal, as `rows` does. */
export async function openWorkbook(bytes: Uint8Array, budget: ReadBudget): Promise<OpenWorkbook> {
  const { limits } = budget
  if (bytes.length > limits.fileBytes) throw new WorkbookRefusal('too-large', { limit: Math.floor(limits.fileBytes / 1_000_000) })
  refuseByBytes(bytes)
  const entries = zipDirectory(bytes, limits)
  refuseByParts(entries)
  const parts = await workbookParts(entries, budget)
  const strings = parts.strings ? (await scanHeld(parts.strings, budget, new StringsScanner())).strings : []
  const cellStyles = parts.styles ? (await scanHeld(parts.styles, budget, new StylesScanner())).styles : []
  const context = { strings, styles: cellStyles.length, date1904: parts.date1904, budget }
  return {
    ...parts,
    cellStyles,
    async rows({ name, entry }, sink) {
      const scanner = new SheetScanner(context, sink)
      try {
        await scanPart(entry, budget, scanner)
      } catch (error) {
        if (!(error instanceof WorkbookRefusal)) throw error
        const { place } = scanner
        throw error.at({ sheet: name, ...(place ? { cell: address(place.row - 1, place.column) } : {}) })
      }
    },
  }
}
