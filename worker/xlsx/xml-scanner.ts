// A strict one-pass scanner of XML text: elements by their local name, text
// with entities resolved. No document types, no entities of one's own, no
// namespaces beyond dropping the prefix.
import { WorkbookRefusal } from './refusal.ts'

/** Value of an attribute by local name. */
export type Attribute = (name: string) => string | undefined

export interface XmlHandler {
  open?(name: string, attribute: Attribute): void
  text?(text: string): void
  close?(name: string): void
}

const MAX_DEPTH = 200
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const TAG_NAME = /[^\s/>]+/y
const ATTRIBUTE = /\s*([^\s=/>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export function scanXml(xml: string, part: string, handler: XmlHandler): void {
  const broken = () => new WorkbookRefusal('broken-xml', { part })
  const decode = (text: string): string =>
    text.includes('&')
      ? text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
          const character = end ? (ENTITIES.get(name) ?? numericEntity(name)) : undefined
          if (character === undefined) throw broken()
          return character
        })
      : text
  const attributesOf = (text: string): Attribute => {
    let found: Map<string, string> | undefined
    return (name) => {
      if (!found) {
        found = new Map()
        ATTRIBUTE.lastIndex = 0
        for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
          found.set(localName(match[1] as string), decode(match[2] ?? match[3] ?? ''))
        }
      }
      return found.get(name)
    }
  }
  const open: string[] = []
  let seen = false
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const text = next < 0 ? xml.slice(at) : xml.slice(at, next)
    if (open.length === 0 ? text.trim() !== '' : false) throw broken()
    if (text !== '' && open.length > 0) handler.text?.(decode(text))
    if (next < 0) break
    if (xml.startsWith('<!--', next)) {
      at = after(xml, '-->', next + 4)
    } else if (xml.startsWith('<![CDATA[', next)) {
      const end = after(xml, ']]>', next + 9)
      if (end > 0) handler.text?.(xml.slice(next + 9, end - 3))
      at = end
    } else if (xml.startsWith('<?', next)) {
      at = after(xml, '?>', next + 2)
    } else if (xml.startsWith('<!', next)) {
      throw broken()
    } else {
      const end = endOfTag(xml, next + 1)
      if (end < 0) throw broken()
      at = end + 1
      if (xml[next + 1] === '/') {
        const name = xml.slice(next + 2, end).trim()
        if (open.pop() !== name) throw broken()
        handler.close?.(localName(name))
      } else {
        TAG_NAME.lastIndex = next + 1
        const name = TAG_NAME.exec(xml)?.[0]
        if (!name || (seen && open.length === 0)) throw broken()
        seen = true
        const selfClosing = xml[end - 1] === '/'
        handler.open?.(localName(name), attributesOf(xml.slice(next + 1 + name.length, selfClosing ? end - 1 : end)))
        if (selfClosing) handler.close?.(localName(name))
        else if (open.push(name) > MAX_DEPTH) throw broken()
      }
    }
    if (at <= 0) throw broken()
  }
  if (open.length > 0 || !seen) throw broken()
}

/** Just past the mark, or -1. */
const after = (xml: string, mark: string, from: number): number => {
  const found = xml.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** The ">" that ends the tag, not one inside an attribute. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const character = xml[at] as string
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
    else if (character === '<') return -1
  }
  return -1
}

function numericEntity(name: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  const code = match ? (match[1] ? Number.parseInt(match[1], 16) : Number(match[2])) : -1
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
