// One part of a zip as bytes or text, with a cap on the bytes that are really
// produced: what the directory declares may be a lie.
import { crc32, inflateRawSync } from 'node:zlib'
import { WorkbookRefusal } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

/** workerd counts its output buffer, a chunk at a time, against the limit: exactly the declared size would refuse good files. */
const CHUNK = 65_536

export function partBytes(entry: ZipEntry): Uint8Array {
  const bytes = entry.deflated ? inflated(entry) : entry.stored
  if (bytes.length > entry.size) throw new WorkbookRefusal('zip-bomb')
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new WorkbookRefusal('broken-zip')
  return bytes
}

function inflated(entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(entry.stored, { maxOutputLength: entry.size + CHUNK })
  } catch (error) {
    throw new WorkbookRefusal(error instanceof RangeError ? 'zip-bomb' : 'broken-zip')
  }
}

/** UTF-8 only: XML parts of a workbook are never written in anything else by the programs we know. */
export function partText(entry: ZipEntry): string {
  const bytes = partBytes(entry)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw new WorkbookRefusal('broken-xml', { part: entry.path })
  }
}
