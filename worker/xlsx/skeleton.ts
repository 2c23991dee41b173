// A layout as the parts of a workbook, made by the XLSX library: the only way
// into it, together with its neighbours here. What the library says wrongly or cannot
// say is put right: quoted sheet names in print settings, hidden names, the order of fonts.
import { type WriteOptions, writeXlsx } from 'hucre/xlsx'
import { sheetReference } from '../../shared/a1.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { partText } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { librarySheet } from './write-sheet.ts'
import { sayable } from './xml-splice.ts'
import { type ZipEntry, zipDirectory } from './zip-directory.ts'
import { deflatedEntry } from './zip-write.ts'

/** Who made it and when would change the bytes; when it was made stands in the receipt and in the file store. */
const NO_DATE = new Date(0)
const WORKBOOK = 'xl/workbook.xml'
const STYLES = 'xl/styles.xml'
const OWN_FILE = {
  ...READ_LIMITS,
  partBytes: Number.POSITIVE_INFINITY,
  totalBytes: Number.POSITIVE_INFINITY,
  ratio: Number.POSITIVE_INFINITY,
}

const absolute = (range: string): string => range.replaceAll('$', '').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

function printNames(sheet: SheetLayout): NonNullable<WriteOptions['namedRanges']> {
  const { print } = sheet
  const name = (name: string, range: string) => ({ name, range: sheetReference(sheet.name, range), scope: sheet.name })
  const titles = [print?.titleColumns, print?.titleRows].flatMap((one) =>
    one ? [sheetReference(sheet.name, `$${one[0]}:$${one[1]}`)] : [],
  )
  return [
    ...(print?.area ? [name('_xlnm.Print_Area', absolute(print.area))] : []),
    ...(titles.length > 0 ? [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: sheet.name }] : []),
  ]
}

const hideNames = (names: WorkbookLayout['names']) => {
  const hidden = new Set(names.filter((name) => !name.visible).map((name) => name.name))
  return (xml: string): string =>
    xml.replace(/<definedName name="([^"]*)"/g, (whole, name: string) => (hidden.has(name) ? `${whole} hidden="1"` : whole))
}

/** As the schema wants them (CT_Font); the library puts the colour before the size. */
const FONT_PARTS = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme']

const orderFonts = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, parts: string) => {
    const rank = ([, name]: RegExpMatchArray) => FONT_PARTS.indexOf(name ?? '')
    const sorted = [...parts.matchAll(/<(\w+)[^>]*\/>/g)].sort((a, b) => rank(a) - rank(b))
    return `<font>${sorted.map(([part]) => part).join('')}</font>`
  })

/** The path of the part in which a sheet lies. */
export const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

export async function skeleton(layout: WorkbookLayout): Promise<ZipEntry[]> {
  const bytes = await writeXlsx({
    sheets: layout.sheets.map((sheet) => librarySheet(sheet, layout.font)),
    namedRanges: [...layout.names.map(({ name, ref }) => ({ name, range: ref })), ...layout.sheets.flatMap(printNames)],
    defaultFont: { name: layout.font, size: 12 },
    properties: { title: sayable(layout.title), created: NO_DATE, modified: NO_DATE },
  })
  const changes: Readonly<Record<string, (xml: string) => string>> = { [WORKBOOK]: hideNames(layout.names), [STYLES]: orderFonts }
  return Promise.all(
    [...zipDirectory(bytes, OWN_FILE).values()].map(async (entry) => {
      const change = changes[entry.path]
      return change ? deflatedEntry(entry.path, new TextEncoder().encode(change(await partText(entry)))) : entry
    }),
  )
}
