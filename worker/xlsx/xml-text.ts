// A piece of text inside a part, as bytes that are made a string only where
// somebody asks. One object serves a whole part.
import { decodeEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  try {
    return decoder.decode(bytes.subarray(from, to))
  } catch {
    throw new XmlFault()
  }
}

export class XmlText {
  bytes = new Uint8Array(0)
  from = 0
  to = 0
  /** Entities and line ends are still to be resolved. */
  coded = false

  read(): string {
    const text = textOf(this.bytes, this.from, this.to)
    if (!this.coded) return text
    // A line end that was written as such is LF whatever it was; `&#13;` stays what it says.
    return decodeEntities(text.replace(/\r\n?/g, '\n'))
  }
}
