// An uploaded .xlsx opened for reading row by row, or refused with a reason.
// Every file is hostile until proven otherwise: nothing is inflated before its
// directory has been read and found within the limits.
import { address } from '../../shared/a1.ts'
import type { GridAside } from '../../shared/sheet/grid.ts'
import type { ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { relationships } from './relationships.ts'
import { scanPart } from './scan-part.ts'
import { StringsScanner } from './shared-strings.ts'
import { AsideRoom, AsideScanner } from './sheet-aside.ts'
import { NotesScanner } from './sheet-notes.ts'
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
  /** What the sheet says besides its cells. Scans its part once more. */
  aside(sheet: SheetPart): Promise<GridAside>
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
  const room = new AsideRoom(limits)
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
    async aside({ entry }) {
      const scanner = new AsideScanner(cellStyles, room)
      await scanPart(entry, budget, scanner)
      const related = [...(await relationships(entries, entry.path.toLowerCase(), budget)).values()]
      const comments = entries.get(related.find(({ kind }) => kind === 'comments')?.target ?? '')
      const { notes } = comments ? await scanHeld(comments, budget, new NotesScanner(room)) : { notes: new Map<string, string>() }
      const { validations, formats, hiddenColumns, more } = scanner
      return { validations, formats, hiddenColumns, more, notes }
    },
  }
}
