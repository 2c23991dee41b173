// Writes a zip as a stream of bytes with fixed dates, so that the same parts give
// the same bytes. The directory comes last: a zip that broke off has none and opens
// nowhere. Entries that come from another zip keep their stored bytes.
import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-directory.ts'

/** A part whose bytes come as they are made; each chunk may be used again once the next one is asked for. */
export interface StreamedPart {
  readonly path: string
  readonly chunks: AsyncIterable<Uint8Array>
}

interface Written {
  readonly path: Uint8Array
  readonly deflated: boolean
  readonly streamed: boolean
  readonly crc: number
  readonly storedSize: number
  readonly size: number
  readonly offset: number
}

/** 1 January 1980, the earliest date that a zip can say. */
const DOS_DATE = 33
const LEVEL = 4
const UTF8_NAMES = 0x0800
const SIZES_FOLLOW = 0x0008
/** Larger needs zip64, which not every reader of workbooks knows. */
const LARGEST = 0xffff_ffff
/** How far deflate looks back. */
const WINDOW = 32_768
/** Blocks that end on a whole byte, so that others can follow. */
const CONTINUED = { level: LEVEL, chunkSize: 65_536, finishFlush: constants.Z_SYNC_FLUSH }
/** Empty, and says that it is the last. */
const LAST_BLOCK = new Uint8Array([3, 0])

export function deflatedEntry(path: string, bytes: Uint8Array): ZipEntry {
  return { path, deflated: true, crc: crc32(bytes), size: bytes.length, stored: deflateRawSync(bytes, { level: LEVEL }) }
}

/** The fields that local and central header share, from "version needed" to the length of the extra field. */
function describe(view: DataView, at: number, one: Written, sizes: boolean): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, UTF8_NAMES | (one.streamed ? SIZES_FOLLOW : 0), true)
  view.setUint16(at + 4, one.deflated ? 8 : 0, true)
  view.setUint16(at + 8, DOS_DATE, true)
  if (sizes) {
    view.setUint32(at + 10, one.crc, true)
    view.setUint32(at + 14, one.storedSize, true)
    view.setUint32(at + 18, one.size, true)
  }
  view.setUint16(at + 22, one.path.length, true)
}

function localHeader(one: Written): Uint8Array {
  const bytes = new Uint8Array(30 + one.path.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x04034b50, true)
  describe(view, 4, one, !one.streamed)
  bytes.set(one.path, 30)
  return bytes
}

function sizesAfter(one: Written): Uint8Array {
  const view = new DataView(new ArrayBuffer(16))
  view.setUint32(0, 0x08074b50, true)
  view.setUint32(4, one.crc, true)
  view.setUint32(8, one.storedSize, true)
  view.setUint32(12, one.size, true)
  return new Uint8Array(view.buffer)
}

function directory(all: readonly Written[], offset: number): Uint8Array {
  const length = all.reduce((sum, { path }) => sum + 46 + path.length, 0)
  const bytes = new Uint8Array(length + 22)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const one of all) {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    describe(view, at + 6, one, true)
    view.setUint32(at + 42, one.offset, true)
    bytes.set(one.path, at + 46)
    at += 46 + one.path.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, all.length, true)
  view.setUint16(at + 10, all.length, true)
  view.setUint32(at + 12, length, true)
  view.setUint32(at + 16, offset, true)
  return bytes
}

/**
 * Deflates chunk by chunk, each by itself but with what came before it to look back on: a stream of the platform
 * would keep buffers that outlive the chunks. `came` tells afterwards what came in.
 */
async function* deflated(chunks: AsyncIterable<Uint8Array>, came: { crc: number; size: number }): AsyncGenerator<Uint8Array, void> {
  const window = new Uint8Array(WINDOW)
  let known = 0
  for await (const chunk of chunks) {
    came.crc = crc32(chunk, came.crc)
    came.size += chunk.length
    yield deflateRawSync(chunk, { ...CONTINUED, ...(known > 0 ? { dictionary: window.subarray(0, known) } : {}) })
    const end = chunk.subarray(-WINDOW)
    window.set(end)
    known = end.length
  }
  yield LAST_BLOCK
}

export async function* zipBytes(parts: Iterable<ZipEntry | StreamedPart>): AsyncGenerator<Uint8Array, void> {
  const all: Written[] = []
  let offset = 0
  for (const part of parts) {
    const path = new TextEncoder().encode(part.path)
    if ('stored' in part) {
      const { deflated, crc, size, stored } = part
      const one = { path, deflated, streamed: false, crc, size, storedSize: stored.length, offset }
      yield localHeader(one)
      yield stored
      all.push(one)
      offset += 30 + path.length + stored.length
    } else {
      const begun = { path, deflated: true, streamed: true, crc: 0, size: 0, storedSize: 0, offset }
      yield localHeader(begun)
      const came = { crc: 0, size: 0 }
      let storedSize = 0
      for await (const chunk of deflated(part.chunks, came)) {
        storedSize += chunk.length
        yield chunk
      }
      const one = { ...begun, ...came, storedSize }
      if (one.size > LARGEST || offset + storedSize > LARGEST) throw new RangeError(`${part.path} is too large for a workbook`)
      yield sizesAfter(one)
      all.push(one)
      offset += 30 + path.length + storedSize + 16
    }
  }
  yield directory(all, offset)
}
