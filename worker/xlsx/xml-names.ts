// Names of elements and attributes as strings, made once per name: a sheet says
// "row" a hundred thousand times. Knows nothing of XML.

const SLOTS = 512
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const decoder = new TextDecoder()

export class XmlNames {
  readonly #slots: string[] = new Array<string>(SLOTS).fill('')

  of(bytes: Uint8Array, from: number, to: number): string {
    const first = bytes[from] as number
    if (to - from === 1 && first < 128) return LETTERS[first] as string
    const slot = (first * 31 + (bytes[to - 1] as number) * 7 + to - from) % SLOTS
    const known = this.#slots[slot] as string
    if (spells(known, bytes, from, to)) return known
    const name = decoder.decode(bytes.subarray(from, to))
    this.#slots[slot] = name
    return name
  }
}

/** Whether these bytes are that text; only ASCII is ever found equal. */
export function spells(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false
  return true
}
