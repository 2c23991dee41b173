// One part of a zip as bytes or text, with a cap on the bytes that are really
// produced: what the directory declares may be a lie.
import { crc32, inflateRawSync } from 'node:zlib'
import { WorkbookRefusal } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

const isTooLarge = (error: unknown) => error instanceof Error && (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'

export function partBytes(entry: ZipEntry): Uint8Array {
  const bytes = entry.deflated ? inflated(entry) : entry.stored
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new WorkbookRefusal('broken-zip')
  return bytes
}

function inflated(entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(entry.stored, { maxOutputLength: Math.max(entry.size, 1) })
  } catch (error) {
    throw new WorkbookRefusal(isTooLarge(error) ? 'zip-bomb' : 'broken-zip')
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
