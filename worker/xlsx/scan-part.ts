// One XML part of the workbook through the scanner: inflated, decoded and scanned
// piece by piece. UTF-8, or UTF-16 where the first bytes say so.
import { inflatePart } from './inflate.ts'
import type { ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { XmlFault } from './xml-fault.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'
import type { ZipEntry } from './zip-directory.ts'

/** By the byte order mark, else by how "<" is written. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

const hasMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Turns the pieces of a part into UTF-8 without a byte order mark. */
function toUtf8(first: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  const encoding = encodingOf(first)
  if (encoding === 'utf-8') return (bytes) => (bytes === first && hasMark(bytes) ? bytes.subarray(3) : bytes)
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
  const encoder = new TextEncoder()
  return (bytes) => {
    try {
      return encoder.encode(decoder.decode(bytes, { stream: true }))
    } catch {
      throw new XmlFault()
    }
  }
}

export async function scanPart(entry: ZipEntry, budget: ReadBudget, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler)
  let utf8: ReturnType<typeof toUtf8> | null = null
  const refusing = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error
      throw new WorkbookRefusal(error.documentType ? 'document-type' : 'broken-xml', { part: entry.path })
    }
  }
  await inflatePart(entry, budget, (bytes) =>
    refusing(() => {
      utf8 ??= toUtf8(bytes)
      scanner.write(utf8(bytes))
    }),
  )
  refusing(() => scanner.end())
}
