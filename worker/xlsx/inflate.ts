// The bytes of one part of a zip, chunk by chunk, with a cap on what is really
// produced: what the directory declares may be a lie. Nothing is held whole.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

const CHUNK = 131_072
/** Up to here a part is inflated at once: a stream would leave behind buffers larger than the part. */
const AT_ONCE = 262_144

/** Gives every chunk to `take`; the first thing that is wrong ends the reading. */
export async function inflatePart(entry: ZipEntry, budget: ReadBudget, take: (bytes: Uint8Array) => void): Promise<void> {
  const part = entry.path
  let produced = 0
  let crc = 0
  let refusal: WorkbookRefusal | null = null
  const count = (bytes: Uint8Array): void => {
    produced += bytes.length
    budget.spend(bytes.length)
    if (produced > entry.size) throw new WorkbookRefusal('zip-bomb', { part })
    crc = crc32(bytes, crc)
    if (refusal) return
    try {
      take(bytes)
    } catch (error) {
      // What makes no sense in a damaged part is the damage's doing: the CRC at its end tells.
      if (!(error instanceof WorkbookRefusal && error.code === 'broken-xml')) throw error
      refusal = error
    }
  }
  if (entry.deflated && entry.size <= AT_ONCE) count(inflated(entry))
  else if (entry.deflated) await inflate(entry, count)
  else for (let at = 0; at < entry.stored.length; at += CHUNK) count(entry.stored.subarray(at, at + CHUNK))
  if (produced !== entry.size || crc !== entry.crc) throw new WorkbookRefusal('broken-zip', { part })
  if (refusal) throw refusal
}

function inflated(entry: ZipEntry): Uint8Array {
  const { path: part, size, stored } = entry
  const options = { info: true, maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1) }
  try {
    const { buffer, engine } = inflateRawSync(stored, options) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } }
    if (engine.bytesWritten === stored.length) return buffer
  } catch (error) {
    // Nothing else has a range: more came than was declared.
    if (error instanceof RangeError) throw new WorkbookRefusal('zip-bomb', { part })
  }
  throw new WorkbookRefusal('broken-zip', { part })
}

function inflate(entry: ZipEntry, count: (bytes: Uint8Array) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = () => new WorkbookRefusal('broken-zip', { part: entry.path })
    const stream = createInflateRaw({ chunkSize: CHUNK })
    let stopped = false
    stream.on('data', (bytes: Uint8Array) => {
      if (stopped) return
      try {
        count(bytes)
      } catch (error) {
        stopped = true
        stream.destroy()
        reject(error)
      }
    })
    // Bytes after the end of the deflated stream would be read by nobody.
    stream.on('end', () => (stream.bytesWritten === entry.stored.length ? resolve() : reject(broken())))
    stream.on('error', () => reject(broken()))
    stream.end(entry.stored)
  })
}

/** A small part of a workbook of our own as text. */
export async function partText(entry: ZipEntry): Promise<string> {
  const pieces: Uint8Array[] = []
  await inflatePart(entry, new ReadBudget(READ_LIMITS), (bytes) => pieces.push(bytes))
  return new TextDecoder().decode(Buffer.concat(pieces))
}
