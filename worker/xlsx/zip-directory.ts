// The directory of a zip file, read strictly: what is inside, how large it says
// it is, and where its bytes lie. Inflates nothing and knows nothing of Excel.
import type { ReadLimits } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'

export interface ZipEntry {
  readonly path: string
  readonly deflated: boolean
  readonly crc: number
  /** As declared; never trusted, see inflate.ts. */
  readonly size: number
  readonly stored: Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const broken = () => new WorkbookRefusal('broken-zip')

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  throw broken()
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken()
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const storedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const local = view.getUint32(at + 42, true)
  if (flags & 1) throw new WorkbookRefusal('encrypted')
  if ((method !== 0 && method !== 8) || local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw broken()
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (begin + storedSize > bytes.length) throw broken()
  const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
  return {
    entry: { path, deflated: method === 8, crc: view.getUint32(at + 16, true), size, stored: bytes.subarray(begin, begin + storedSize) },
    next,
  }
}

/** Entries by path, in lower case because some writers do not keep the case of part names. */
export function zipDirectory(bytes: Uint8Array, limits: ReadLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22) throw broken()
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new WorkbookRefusal('zip-bomb')
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    const { entry, next } = entryAt(bytes, view, at)
    at = next
    total += entry.size
    const swollen = entry.size > 2 ** 20 && entry.size > entry.stored.length * limits.ratio
    if (entry.size > limits.partBytes || total > limits.totalBytes || swollen) throw new WorkbookRefusal('zip-bomb')
    const key = entry.path.toLowerCase()
    if (entries.has(key)) throw broken()
    entries.set(key, entry)
  }
  return entries
}
