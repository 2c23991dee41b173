// A piece of text inside a part, as bytes that are made a string only where
// somebody asks. One object serves a whole part.
import { decodeEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Without a view of the bytes for each text: that would cost more than the text. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to)
  if (text.includes('\ufffd')) demandUtf8(bytes.subarray(from, to))
  return text
}

/** The mark of what could not be read may also stand in the file as it is. */
function demandUtf8(bytes: Uint8Array): void {
  try {
    strict.decode(bytes)
  } catch {
    throw new XmlFault()
  }
}

export class XmlText {
  bytes: Buffer = Buffer.alloc(0)
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
