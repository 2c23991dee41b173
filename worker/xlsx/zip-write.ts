// Writes a zip with fixed dates, so that the same parts give the same bytes.
// Entries that come from another zip keep their stored bytes.
import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-directory.ts'

/** 1 January 1980, the earliest date that a zip can say. */
const DOS_DATE = 33
const LEVEL = 4

export function deflatedEntry(path: string, bytes: Uint8Array): ZipEntry {
  return { path, deflated: true, crc: crc32(bytes), size: bytes.length, stored: deflateRawSync(bytes, { level: LEVEL }) }
}

/** The fields that local and central header share, from "version needed" to the length of the extra field. */
function describe(view: DataView, at: number, entry: ZipEntry, pathLength: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, entry.deflated ? 8 : 0, true)
  view.setUint16(at + 8, DOS_DATE, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.stored.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, pathLength, true)
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const paths = entries.map((entry) => new TextEncoder().encode(entry.path))
  const names = paths.reduce((sum, path) => sum + path.length, 0)
  const stored = entries.reduce((sum, entry) => sum + entry.stored.length, 0)
  const bytes = new Uint8Array(entries.length * 76 + names * 2 + stored + 22)
  const view = new DataView(bytes.buffer)
  let at = 0
  const offsets = entries.map((entry, index) => {
    const path = paths[index] as Uint8Array
    const offset = at
    view.setUint32(at, 0x04034b50, true)
    describe(view, at + 4, entry, path.length)
    bytes.set(path, at + 30)
    bytes.set(entry.stored, at + 30 + path.length)
    at += 30 + path.length + entry.stored.length
    return offset
  })
  const directory = at
  entries.forEach((entry, index) => {
    const path = paths[index] as Uint8Array
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    describe(view, at + 6, entry, path.length)
    view.setUint32(at + 42, offsets[index] as number, true)
    bytes.set(path, at + 46)
    at += 46 + path.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}
