// XML as a tree, for tests that look at what was written. Stricter than any
// reader: what it does not understand it refuses.

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) throw new Error(`a bare & in ${text.slice(0, 80)}`)
  return text.replace(/&(#x?)?([0-9a-zA-Z]+);/g, (_, numeric: string | undefined, name: string) =>
    numeric ? String.fromCodePoint(Number.parseInt(name, numeric === '#x' ? 16 : 10)) : ENTITIES[name]!,
  )
}

const TOKEN = /<\?xml [^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy

export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  TOKEN.lastIndex = 0
  for (let at = 0; at < xml.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(xml)
    if (!match) throw new Error(`not XML: ${xml.slice(at, at + 80)}`)
    const [, closing, name, attributes, empty, text] = match
    const parent = open.at(-1)!
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
    if (text !== undefined && /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
      throw new Error(`characters that XML forbids: ${text}`)
    if (text !== undefined) parent.text += decode(text)
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`)
    } else if (name !== undefined) {
      const found: Record<string, string> = {}
      for (const [, key, value] of attributes!.matchAll(/([\w:]+)="([^"]*)"/g)) {
        if (Object.hasOwn(found, key!)) throw new Error(`${key} twice in <${name}>`)
        found[key!] = decode(value!)
      }
      const element: Element = { name, attributes: found, children: [], text: '' }
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole document')
  return root.children[0]!
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const childOf = (element: Element | undefined, name: string): Element | undefined => childrenOf(element, name)[0]
