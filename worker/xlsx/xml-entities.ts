// The five entities of XML and characters by number. There are no others: a part
// that declares its own is refused before it comes to this.
import { XmlFault } from './xml-fault.ts'

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The longest is `&#x10FFFF;`; leading zeros are allowed, within reason. */
export const LONGEST_ENTITY = 16

/** XML 1.0, 2.2: what a character may be. */
const isCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000

function character(name: string): string {
  const named = NAMED.get(name)
  if (named !== undefined) return named
  const match = /^#(?:x([0-9a-fA-F]{1,8})|(\d{1,8}))$/.exec(name)
  const code = match ? (match[1] ? Number.parseInt(match[1], 16) : Number(match[2])) : -1
  if (!isCharacter(code) || code > 0x10ffff) throw new XmlFault()
  return String.fromCodePoint(code)
}

/** Throws XmlFault on an "&" that begins no entity. */
export function decodeEntities(text: string): string {
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at)
    if (end < 0 || end - at > LONGEST_ENTITY) throw new XmlFault()
    decoded += text.slice(from, at) + character(text.slice(at + 1, end))
    from = end + 1
  }
  return decoded + text.slice(from)
}
