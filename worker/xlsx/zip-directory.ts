// The directory of a zip file, read strictly: what is inside, how large it says
// it is, and where its bytes lie. Two readers must not be able to see two
// different files in it. Inflates nothing and knows nothing of Excel.
import type { ReadLimits } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { CENTRAL, endOfDirectory, zip64Sizes } from './zip-end.ts'

export interface ZipEntry {
  readonly path: string
  readonly deflated: boolean
  readonly crc: number
  /** As declared; never trusted, see inflate.ts. */
  readonly size: number
  readonly stored: Uint8Array
}

/** An entry with the bytes of the file that it claims, local header included. */
interface Claim {
  readonly entry: ZipEntry
  readonly from: number
  readonly to: number
  readonly described: boolean
}

const LOCAL = 0x04034b50
const UNKNOWN = 0xffffffff
const ENCRYPTED = 0x0001
const DESCRIBED = 0x0008
/** Signature, CRC and two sizes of eight bytes: all that may follow the bytes of an entry. */
const LONGEST_DESCRIPTOR = 24
const ONE_MEGABYTE = 2 ** 20

const broken = (part = '') => new WorkbookRefusal('broken-zip', { part })
const names = new TextDecoder()

function safePath(raw: Uint8Array): string {
  const path = names.decode(raw).replaceAll('\\', '/')
  // No program opens these as parts of a workbook; some would unpack them outside of their folder.
  if (path === '' || path.startsWith('/') || path.includes('\0') || /^[A-Za-z]:/.test(path)) throw broken(path)
  if (path.split('/').some((step) => step === '..' || step === '.')) throw broken(path)
  return path
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index])

/** The local header must say what the directory says; where sizes follow the bytes, it may say nothing of them. */
function checkLocal(view: DataView, local: number, central: number, nameAt: Uint8Array, path: string): void {
  const described = (view.getUint16(local + 6, true) & DESCRIBED) !== 0
  const agrees = (offset: number, size: 2 | 4): boolean => {
    const read = (at: number) => (size === 2 ? view.getUint16(at, true) : view.getUint32(at, true))
    const [here, there] = [read(local + offset), read(central + offset + 2)]
    return here === there || (size === 4 && (here === UNKNOWN || there === UNKNOWN || (described && here === 0)))
  }
  const length = view.getUint16(local + 26, true)
  const name = new Uint8Array(view.buffer, view.byteOffset + local + 30, Math.min(length, view.byteLength - local - 30))
  if (!agrees(8, 2) || !agrees(14, 4) || !agrees(18, 4) || !agrees(22, 4) || !sameBytes(name, nameAt)) throw broken(path)
}

function claimAt(bytes: Uint8Array, view: DataView, at: number, limit: number): { claim: Claim; next: number } {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL) throw broken()
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > limit) throw broken()
  const rawName = bytes.subarray(at + 46, nameEnd)
  const path = safePath(rawName)
  if (flags & ENCRYPTED) throw new WorkbookRefusal('encrypted')
  if (method !== 0 && method !== 8) throw broken(path)
  const { size, storedSize, offset: local } = zip64Sizes(view, at, nameEnd, extraEnd)
  if (local + 30 > limit || view.getUint32(local, true) !== LOCAL) throw broken(path)
  checkLocal(view, local, at, rawName, path)
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (begin + storedSize > limit || (method === 0 && size !== storedSize)) throw broken(path)
  const stored = bytes.subarray(begin, begin + storedSize)
  const entry = { path, deflated: method === 8, crc: view.getUint32(at + 16, true), size, stored }
  return { claim: { entry, from: local, to: begin + storedSize, described: (flags & DESCRIBED) !== 0 }, next }
}

/** The entries lie one after another from the first byte to the directory; nothing is shared, nothing hides between them. */
function checkPlaces(claims: readonly Claim[], directory: number): void {
  let end = 0
  let mayDescribe = 0
  for (const { entry, from, to, described } of [...claims].sort((a, b) => a.from - b.from)) {
    if (from < end || from > end + mayDescribe) throw broken(entry.path)
    end = to
    mayDescribe = described ? LONGEST_DESCRIPTOR : 0
  }
  if (directory < end || directory > end + mayDescribe) throw broken()
}

const isXml = (path: string) => /\.(xml|rels)$/i.test(path)

/** Entries by path, in lower case because part names differ in more than case. Folders are left out. */
export function zipDirectory(bytes: Uint8Array, limits: ReadLimits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (!end) throw broken()
  if (end.count > limits.entries) throw new WorkbookRefusal('zip-bomb')
  const claims: Claim[] = []
  const entries = new Map<string, ZipEntry>()
  let at = end.from
  let total = 0
  for (let index = 0; index < end.count; index++) {
    const { claim, next } = claimAt(bytes, view, at, end.to)
    const { entry } = claim
    at = next
    total += entry.size
    const swollen = entry.size > ONE_MEGABYTE && entry.size > entry.stored.length * limits.ratio
    if (total > limits.totalBytes || (isXml(entry.path) && (swollen || entry.size > limits.partBytes))) {
      throw new WorkbookRefusal('zip-bomb', { part: entry.path })
    }
    claims.push(claim)
    const key = entry.path.toLowerCase()
    if (entries.has(key)) throw broken(entry.path)
    if (!key.endsWith('/')) entries.set(key, entry)
  }
  if (at !== end.to) throw broken()
  checkPlaces(claims, end.from)
  return entries
}
