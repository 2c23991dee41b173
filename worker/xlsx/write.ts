// Writes a workbook layout as an .xlsx file: the same layout, the same bytes.
// The only way into the XLSX library together with its neighbours here.

import { type WriteOptions, writeXlsx } from 'hucre/xlsx'
import { sheetReference } from '../../shared/a1.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { hideNames } from './hidden-names.ts'
import { librarySheet } from './write-sheet.ts'

/** Who made it and when would change the bytes; when it was made stands in the receipt and in the file store. */
const NO_DATE = new Date(0)

/** The library forgets the quotes around sheet names in its own print settings, so these names are written here. */
function printNames(sheet: SheetLayout): NonNullable<WriteOptions['namedRanges']> {
  const { print } = sheet
  return [
    ...(print?.area ? [{ name: '_xlnm.Print_Area', range: sheetReference(sheet.name, absolute(print.area)), scope: sheet.name }] : []),
    ...(print?.titleRows
      ? [
          {
            name: '_xlnm.Print_Titles',
            range: sheetReference(sheet.name, `$${print.titleRows[0]}:$${print.titleRows[1]}`),
            scope: sheet.name,
          },
        ]
      : []),
  ]
}

const absolute = (range: string): string => range.replaceAll('$', '').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')

export async function writeWorkbook(layout: WorkbookLayout): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: layout.sheets.map((sheet) => librarySheet(sheet, layout.font)),
    namedRanges: [...layout.names.map(({ name, ref }) => ({ name, range: ref })), ...layout.sheets.flatMap(printNames)],
    defaultFont: { name: layout.font, size: 12 },
    properties: { title: layout.title, created: NO_DATE, modified: NO_DATE },
  })
  return hideNames(bytes, new Set(layout.names.filter((name) => !name.visible).map((name) => name.name)))
}
