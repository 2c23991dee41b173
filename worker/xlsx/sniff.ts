// What a file is by its first bytes and by what its zip holds, so that people
// hear "this is an old .xls" and not "damaged".
import { WorkbookRefusal } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

/** As entries have it: in lower case. */
export const CONTENT_TYPES = '[content_types].xml'

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)

/** Names of streams in an OLE file are UTF-16LE; the directory may lie anywhere. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  const first = wanted[0] as number
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** Throws unless the bytes begin as a zip. */
export function refuseByBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookRefusal('empty')
  if (startsWith(bytes, OLE)) {
    if (holdsName(bytes, 'EncryptedPackage')) throw new WorkbookRefusal('encrypted')
    throw new WorkbookRefusal(holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book') ? 'old-xls' : 'not-xlsx')
  }
  if (!startsWith(bytes, ZIP)) throw new WorkbookRefusal('not-zip')
}

/** Throws where the zip is another kind of document. */
export function refuseByParts(entries: ReadonlyMap<string, ZipEntry>): void {
  const paths = [...entries.keys()]
  if (entries.has('xl/workbook.bin')) throw new WorkbookRefusal('xlsb')
  if (entries.has('mimetype') || entries.has('content.xml')) throw new WorkbookRefusal('ods')
  if (!entries.has(CONTENT_TYPES)) throw new WorkbookRefusal('not-xlsx')
  if (paths.some((path) => path.endsWith('vbaproject.bin') || path.startsWith('xl/macrosheets/'))) throw new WorkbookRefusal('macro')
  if (paths.some((path) => path.startsWith('xl/externallinks/'))) throw new WorkbookRefusal('external-links')
}
