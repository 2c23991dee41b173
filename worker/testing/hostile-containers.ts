// Files that are no workbook, and zips that lie, each with the refusal that it
// must meet. Made by code: no binary of unknown origin stands in the tests.
import { constants, deflateRawSync } from 'node:zlib'
import type { WorkbookRefusalCode } from '../../shared/sheet/workbook-refusal.ts'
import { bytesOf, joined, rawZip } from './raw-zip.ts'
import { contentTypesXml, ONE_CELL, relation, relationshipsXml, workbookFile } from './workbook-file.ts'

export interface HostileFile {
  readonly name: string
  readonly file: () => Uint8Array<ArrayBuffer>
  /** Null: it is odd, but read. */
  readonly code: WorkbookRefusalCode | null
}

/** An OLE file of one sector with a directory entry of that name. */
function ole(stream: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1536)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (let at = 0; at < stream.length; at++) bytes[1024 + at * 2] = stream.charCodeAt(at)
  return bytes
}

const text = (content: string) => (): Uint8Array<ArrayBuffer> => joined(bytesOf(content))

/** The same everywhere and in every run. */
export function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let state = seed
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 16
  }
  return bytes
}

const SHEET = 'xl/worksheets/sheet1.xml'
const forSheet = <Change>(change: Change) => ({ entry: (path: string) => (path === SHEET ? change : {}) as Change })
const sheetOf = (change: Parameters<typeof forSheet>[0]) => () => workbookFile(forSheet(change as object))

const good = () => workbookFile()
const MEGABYTE = 1_000_000
const zeros = (megabytes: number) => new Uint8Array(megabytes * MEGABYTE)

/** The same megabyte deflated again and again, and an empty last block. */
function deflatedMegabytes(count: number, byte = 0): Uint8Array {
  const block = deflateRawSync(zeros(1).fill(byte), { finishFlush: constants.Z_FULL_FLUSH })
  return joined(...Array.from({ length: count }, () => block), new Uint8Array([3, 0]))
}

/** A hundred bytes a row; deflates to about a fortieth: no ratio gives it away. */
const rows = (count: number): string => {
  let data = ''
  for (let row = 1; row <= count; row++)
    data += `<row r="${row}">${'<x at="0"/>'.repeat(3)}<x note="none of this is a cell; it only takes place"/></row>`
  return ONE_CELL.replace(/<row.*<\/row>/, data)
}

function manyBombs(): Uint8Array<ArrayBuffer> {
  const content = bytesOf(rows(270_000))
  const stored = deflateRawSync(content, { level: 4 })
  const more = Array.from({ length: 10 }, (_, index) => ({ path: `xl/worksheets/bomb${index}.xml`, content, stored }))
  return workbookFile({ more })
}

/** The value of the one cell, stored as it is, becomes another. */
function changedValue(): Uint8Array<ArrayBuffer> {
  const bytes = workbookFile(forSheet({ deflated: false }))
  const at = Buffer.from(bytes.buffer).indexOf('<v>1</v>')
  bytes[at + 3] = 0x32
  return bytes
}

export const HOSTILE_CONTAINERS: readonly HostileFile[] = [
  { name: 'nothing', file: () => new Uint8Array(0), code: 'empty' },
  { name: 'one byte', file: text('P'), code: 'not-zip' },
  { name: 'CSV', file: text('STT;Tên dự án;Kinh phí\r\n1;Trục liên thông;1.234,5\r\n'), code: 'not-zip' },
  { name: 'HTML as many systems export it under .xls', file: text('<html><table><tr><td>1</td></tr></table></html>'), code: 'not-zip' },
  {
    name: 'SpreadsheetML 2003',
    file: text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    code: 'not-zip',
  },
  { name: 'PDF', file: text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'), code: 'not-zip' },
  { name: 'noise', file: () => noise(5000), code: 'not-zip' },
  { name: 'an empty zip', file: () => rawZip([]), code: 'not-zip' },
  { name: 'an encrypted workbook', file: () => ole('EncryptedPackage'), code: 'encrypted' },
  { name: '.xls', file: () => ole('Workbook'), code: 'old-xls' },
  { name: '.xls of Excel 5', file: () => ole('Book'), code: 'old-xls' },
  { name: '.doc', file: () => ole('WordDocument'), code: 'not-xlsx' },
  { name: '.xlsb', file: () => workbookFile({ parts: { 'xl/workbook.bin': noise(50) } }), code: 'xlsb' },
  {
    name: '.ods',
    file: () => rawZip([{ path: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', deflated: false }]),
    code: 'ods',
  },
  {
    name: '.docx',
    file: () =>
      rawZip([
        {
          path: '[Content_Types].xml',
          content: contentTypesXml().replaceAll('xl/workbook', 'word/document').replace('spreadsheetml.sheet', 'wordprocessingml.document'),
        },
        { path: '_rels/.rels', content: relationshipsXml([relation('rId1', 'officeDocument', 'word/document.xml')]) },
        { path: 'word/document.xml', content: '<w:document xmlns:w="urn:w"/>' },
      ]),
    code: 'not-xlsx',
  },
  { name: 'a zip of pictures', file: () => rawZip([{ path: 'a.jpg', content: noise(100) }]), code: 'not-xlsx' },
  { name: 'a zip with a password', file: sheetOf({ local: { flags: 1 }, central: { flags: 1 } }), code: 'encrypted' },
  { name: 'cut in the middle', file: () => good().slice(0, 900), code: 'broken-zip' },
  { name: 'cut by one byte', file: () => good().slice(0, -1), code: 'broken-zip' },
  { name: 'bytes after the end', file: () => workbookFile({ end: { trailing: noise(10) } }), code: 'broken-zip' },
  { name: 'two directories, one behind the other', file: () => joined(good(), good()), code: 'broken-zip' },
  {
    name: 'an end record inside the comment of another',
    file: () => workbookFile({ end: { comment: rawZip([]) } }),
    code: 'broken-zip',
  },
  { name: 'bytes that belong to no entry', file: () => workbookFile(forSheet({ gap: good() })), code: 'broken-zip' },
  { name: 'bytes before the first entry', file: () => joined(bytesOf('PK\u0003\u0004'), good()), code: 'broken-zip' },
  { name: 'two entries on the same bytes', file: sheetOf({ central: { offset: 0 } }), code: 'broken-zip' },
  {
    name: 'an entry inside another',
    file: () => workbookFile({ more: [{ path: 'xl/x.xml', content: '', central: { offset: 10 } }] }),
    code: 'broken-zip',
  },
  { name: 'another name in the local header', file: sheetOf({ local: { name: 'xl/worksheets/sheet9.xml' } }), code: 'broken-zip' },
  { name: 'another size in the local header', file: sheetOf({ local: { size: 77 } }), code: 'broken-zip' },
  { name: 'another method in the local header', file: sheetOf({ local: { method: 0 } }), code: 'broken-zip' },
  { name: 'another CRC in the local header', file: sheetOf({ local: { crc: 1 } }), code: 'broken-zip' },
  { name: 'a wrong CRC', file: sheetOf({ local: { crc: 1 }, central: { crc: 1 } }), code: 'broken-zip' },
  { name: 'a method that is not deflate', file: sheetOf({ local: { method: 12 }, central: { method: 12 } }), code: 'broken-zip' },
  { name: 'a directory beyond the file', file: () => workbookFile({ end: { from: 4_000_000_000 } }), code: 'broken-zip' },
  { name: 'zip64 with a directory beyond the file', file: () => workbookFile({ end: { zip64: true, from: 2 ** 52 } }), code: 'broken-zip' },
  { name: 'zip64 with a billion entries', file: () => workbookFile({ end: { zip64: true, count: 1_000_000_000 } }), code: 'zip-bomb' },
  { name: 'more entries than there are', file: () => workbookFile({ end: { count: 9 } }), code: 'broken-zip' },
  { name: 'fewer entries than there are', file: () => workbookFile({ end: { count: 3 } }), code: 'broken-zip' },
  { name: 'a path that climbs out', file: () => workbookFile({ more: [{ path: '../../etc/passwd', content: 'x' }] }), code: 'broken-zip' },
  {
    name: 'a path that climbs out by backslashes',
    file: () => workbookFile({ more: [{ path: '..\\..\\boot.ini', content: 'x' }] }),
    code: 'broken-zip',
  },
  { name: 'an absolute path', file: () => workbookFile({ more: [{ path: '/etc/passwd', content: 'x' }] }), code: 'broken-zip' },
  { name: 'a path with a drive', file: () => workbookFile({ more: [{ path: 'C:/boot.ini', content: 'x' }] }), code: 'broken-zip' },
  { name: 'the same part twice', file: () => workbookFile({ more: [{ path: SHEET, content: ONE_CELL }] }), code: 'broken-zip' },
  {
    name: 'the same part twice but for the case',
    file: () => workbookFile({ more: [{ path: 'XL/Worksheets/Sheet1.XML', content: ONE_CELL }] }),
    code: 'broken-zip',
  },
  { name: 'a part cut while deflated', file: sheetOf({ stored: deflateRawSync(bytesOf(ONE_CELL)).subarray(0, 60) }), code: 'broken-zip' },
  {
    name: 'bytes behind the deflated part',
    file: sheetOf({ stored: joined(deflateRawSync(bytesOf(ONE_CELL)), noise(9)) }),
    code: 'broken-zip',
  },
  { name: 'noise instead of a deflated part', file: sheetOf({ stored: noise(200) }), code: 'broken-zip' },
  { name: 'one byte of a stored part changed', file: changedValue, code: 'broken-zip' },
  { name: 'a bomb that says its size', file: () => workbookFile({ parts: { [SHEET]: zeros(70) } }), code: 'zip-bomb' },
  { name: 'a bomb that is only dense', file: () => workbookFile({ parts: { [SHEET]: zeros(9) } }), code: 'zip-bomb' },
  {
    name: 'a bomb that lies about its size',
    file: sheetOf({ stored: deflatedMegabytes(200), local: { size: 5000 }, central: { size: 5000 } }),
    code: 'zip-bomb',
  },
  {
    name: 'a bomb of blanks that lies about its size in a held part',
    file: () =>
      workbookFile({
        strings: '',
        entry: (path) =>
          path === 'xl/sharedStrings.xml' ? { stored: deflatedMegabytes(100, 32), local: { size: 9e6 }, central: { size: 9e6 } } : {},
      }),
    code: 'zip-bomb',
  },
  { name: 'bombs in many parts, each within the limit', file: manyBombs, code: 'zip-bomb' },
  {
    name: 'sheets that together unpack to too much',
    file: () => workbookFile({ sheets: Object.fromEntries([1, 2, 3, 4].map((name) => [`Biểu ${name}`, rows(250_000)])) }),
    code: 'zip-bomb',
  },
  {
    name: 'too many entries',
    file: () => workbookFile({ more: Array.from({ length: 2_001 }, (_, index) => ({ path: `xl/media/${index}`, content: '' })) }),
    code: 'zip-bomb',
  },
]
