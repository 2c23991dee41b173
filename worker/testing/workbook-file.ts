// Small workbooks as other programs write them, part by part, so that a test can
// change any part. Knows nothing of how they are read.
import { type RawEnd, type RawEntry, rawZip } from './raw-zip.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

export const sheetXml = (data: string, after = '', attributes = ''): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"${attributes}><sheetData>${data}</sheetData>${after}</worksheet>`

export const stringsXml = (items: string): string => `${HEAD}<sst xmlns="${MAIN}">${items}</sst>`

export const stylesXml = (formats: string, styles: string, fonts = '<font/>'): string =>
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><fonts>${fonts}</fonts><cellXfs>${styles}</cellXfs></styleSheet>`

export interface WorkbookFile {
  /** Sheets by name, each the XML of its part. */
  readonly sheets?: Readonly<Record<string, string>> | ReadonlyMap<string, string>
  readonly strings?: string
  readonly styles?: string
  /** Inside <workbook>, before and after <sheets>. */
  readonly before?: string
  readonly after?: string
  /** Parts by path that are added, replace ours, or, as null, take ours away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
  /** What a part's zip entry has besides. */
  readonly entry?: (path: string) => Partial<RawEntry>
  readonly more?: readonly RawEntry[]
  readonly end?: RawEnd
}

export const relationshipsXml = (list: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

export const relation = (id: string, kind: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${more}/>`

export const contentTypesXml = (main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const ONE_CELL = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')

export function workbookFile(file: WorkbookFile = {}): Uint8Array<ArrayBuffer> {
  const sheets = file.sheets instanceof Map ? [...file.sheets] : Object.entries(file.sheets ?? { Biểu: ONE_CELL })
  const related = sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  if (file.strings !== undefined) related.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'))
  if (file.styles !== undefined) related.push(relation('rIdY', 'styles', 'styles.xml'))
  const list = sheets.map(([name], index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const parts: Record<string, string | Uint8Array | null | undefined> = {
    '[Content_Types].xml': contentTypesXml(),
    '_rels/.rels': relationshipsXml([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${file.before ?? ''}<sheets>${list.join('')}</sheets>${file.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml(related),
    ...Object.fromEntries(sheets.map(([, xml], index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
    'xl/sharedStrings.xml': file.strings,
    'xl/styles.xml': file.styles,
    ...file.parts,
  }
  const entries = Object.entries(parts).flatMap(([path, content]): RawEntry[] =>
    content === null || content === undefined ? [] : [{ path, content, ...file.entry?.(path) }],
  )
  return rawZip([...entries, ...(file.more ?? [])], file.end)
}
