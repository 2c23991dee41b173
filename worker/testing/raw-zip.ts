// Zips written byte by byte, right by default and wrong wherever a test wants
// it: every field of every header can be made a lie. Knows nothing of Excel.
import { crc32, deflateRawSync } from 'node:zlib'

interface Header {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly storedSize: number
  readonly size: number
  readonly offset: number
  readonly extra: Uint8Array
}

export interface RawEntry {
  readonly path: string
  readonly content: string | Uint8Array
  readonly deflated?: boolean
  /** The bytes as they stand in the file, instead of the deflated content. */
  readonly stored?: Uint8Array
  /** CRC and sizes follow the bytes; the local header says nothing of them. */
  readonly descriptor?: boolean
  /** Sizes stand in the extra field. */
  readonly zip64?: boolean
  readonly local?: Partial<Header>
  readonly central?: Partial<Header>
  /** Bytes that belong to nobody, behind the entry. */
  readonly gap?: Uint8Array
}

export interface RawEnd {
  readonly comment?: Uint8Array
  readonly zip64?: boolean
  readonly count?: number
  readonly from?: number
  readonly trailing?: Uint8Array
}

const text = new TextEncoder()
export const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? text.encode(content) : content)

export function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Little-endian fields: [bytes, value]. */
function fields(...list: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of list) {
    if (size === 2) view.setUint16(at, value, true)
    else if (size === 4) view.setUint32(at, value >>> 0, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += size
  }
  return bytes
}

const NONE = new Uint8Array(0)
const FULL = 0xffffffff

function localHeader(header: Header): Uint8Array {
  const name = bytesOf(header.name)
  return joined(
    fields([4, 0x04034b50], [2, 45], [2, header.flags], [2, header.method], [4, 33 << 16], [4, header.crc]),
    fields([4, header.storedSize], [4, header.size], [2, name.length], [2, header.extra.length]),
    name,
    header.extra,
  )
}

function centralHeader(header: Header): Uint8Array {
  const name = bytesOf(header.name)
  return joined(
    fields([4, 0x02014b50], [2, 45], [2, 45], [2, header.flags], [2, header.method], [4, 33 << 16], [4, header.crc]),
    fields([4, header.storedSize], [4, header.size], [2, name.length], [2, header.extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
    fields([4, header.offset]),
    name,
    header.extra,
  )
}

function place(entry: RawEntry, offset: number): { bytes: Uint8Array; central: Uint8Array } {
  const content = bytesOf(entry.content)
  const deflated = entry.deflated ?? true
  const stored = entry.stored ?? (deflated ? deflateRawSync(content) : content)
  const sizes: [8, number][] = [
    [8, content.length],
    [8, stored.length],
  ]
  const extra = entry.zip64 ? joined(fields([2, 1], [2, 16]), fields(...sizes)) : NONE
  const header: Header = {
    name: entry.path,
    flags: 0x0800 | (entry.descriptor ? 8 : 0),
    method: deflated ? 8 : 0,
    crc: crc32(content),
    storedSize: entry.zip64 ? FULL : stored.length,
    size: entry.zip64 ? FULL : content.length,
    offset,
    extra,
  }
  const silent = entry.descriptor ? { crc: 0, storedSize: 0, size: 0 } : {}
  const after = entry.descriptor ? fields([4, 0x08074b50], [4, header.crc], [4, stored.length], [4, content.length]) : NONE
  return {
    bytes: joined(localHeader({ ...header, ...silent, ...entry.local }), stored, after, entry.gap ?? NONE),
    central: centralHeader({ ...header, ...entry.central }),
  }
}

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const { bytes, central } = place(entry, offset)
    pieces.push(bytes)
    directory.push(central)
    offset += bytes.length
  }
  const central = joined(...directory)
  const count = end.count ?? entries.length
  const from = end.from ?? offset
  const end64 = end.zip64
    ? joined(
        fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, central.length], [8, from]),
        fields([4, 0x07064b50], [4, 0], [8, offset + central.length], [4, 1]),
      )
    : NONE
  const short = end.zip64 ? { count: 0xffff, length: FULL, from: FULL } : { count, length: central.length, from }
  const comment = end.comment ?? NONE
  const closing = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, short.count],
    [2, short.count],
    [4, short.length],
    [4, short.from],
    [2, comment.length],
  )
  return joined(...pieces, central, end64, closing, comment, end.trailing ?? NONE)
}
