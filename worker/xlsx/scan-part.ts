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

/** Characters that no XML may hold, not even by number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** Bytes to text in pieces, line ends made one. */
class PartText {
  #decoder: TextDecoder | null = null
  #carriageReturn = ''

  piece(bytes: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: false })
    return this.#decoded(bytes)
  }

  last(): string {
    const text = this.#decoded(null)
    return this.#carriageReturn === '' ? text : `${text}\n`
  }

  #decoded(bytes: Uint8Array | null): string {
    let text: string
    try {
      text = (bytes ? this.#decoder?.decode(bytes, { stream: true }) : this.#decoder?.decode()) ?? ''
    } catch {
      throw new XmlFault()
    }
    if (this.#carriageReturn !== '' && text !== '') {
      text = this.#carriageReturn + text
      this.#carriageReturn = ''
    }
    if (text.includes('\r')) {
      // A line end may be split between two pieces.
      if (text.endsWith('\r')) {
        this.#carriageReturn = '\r'
        text = text.slice(0, -1)
      }
      text = text.replace(/\r\n?/g, '\n')
    }
    if (FORBIDDEN.test(text)) throw new XmlFault()
    return text
  }
}

export async function scanPart(entry: ZipEntry, budget: ReadBudget, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler)
  const text = new PartText()
  const refusing = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error
      throw new WorkbookRefusal(error.documentType ? 'document-type' : 'broken-xml', { part: entry.path })
    }
  }
  await inflatePart(entry, budget, (bytes) => refusing(() => scanner.write(text.piece(bytes))))
  refusing(() => {
    scanner.write(text.last())
    scanner.end()
  })
}
