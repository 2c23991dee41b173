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
    let hash = 0
    for (let at = from; at < to; at++) hash = (hash * 31 + (bytes[at] as number)) & (SLOTS - 1)
    const known = this.#slots[hash] as string
    if (spells(known, bytes, from, to)) return known
    // As the key of an object it becomes the one string of its kind: comparing it is comparing pointers.
    const name = Object.keys({ [decoder.decode(bytes.subarray(from, to))]: 0 })[0] as string
    this.#slots[hash] = name
    return name
  }
}

/** Whether these bytes are that text; only ASCII is ever found equal. */
export function spells(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false
  return true
}
