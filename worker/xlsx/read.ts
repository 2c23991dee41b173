// Reads an uploaded .xlsx into a grid, or refuses it with a reason. Every file
// is hostile until proven otherwise; what the cells mean is reading.ts's business.
import type { Grid, GridSheet } from '../../shared/sheet/grid.ts'
import { partText } from './inflate.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { sharedStrings } from './shared-strings.ts'
import { parseSheet } from './sheet-parser.ts'
import { refuseByBytes, refuseByParts } from './sniff.ts'
import { styles } from './styles.ts'
import { workbookParts } from './workbook-parts.ts'
import { zipDirectory } from './zip-directory.ts'

/** Throws WorkbookRefusal. */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Promise<Grid> {
  if (bytes.length > limits.fileBytes) throw new WorkbookRefusal('too-large', { limit: Math.floor(limits.fileBytes / 2 ** 20) })
  refuseByBytes(bytes)
  const entries = zipDirectory(bytes, limits)
  refuseByParts(entries)
  const book = workbookParts(entries)
  const textOf = (part: string | undefined) => {
    const entry = part === undefined ? undefined : entries.get(part)
    return entry && partText(entry)
  }
  const stringsXml = textOf(book.strings)
  const stylesXml = textOf(book.styles)
  const strings = stringsXml === undefined ? [] : sharedStrings(stringsXml, book.strings as string)
  const cellStyles = stylesXml === undefined ? [] : styles(stylesXml, book.styles as string)
  const sheets = book.sheets.map(({ name, visibility, part }): GridSheet => {
    const xml = textOf(part)
    if (xml === undefined) throw new WorkbookRefusal('broken-xml', { part })
    return { name, visibility, ...parseSheet(xml, { name, part, strings, styles: cellStyles, limits }) }
  })
  return { sheets, names: book.names, date1904: book.date1904 }
}
