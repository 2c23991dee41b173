// Puts elements into XML that others wrote, without reading more of it than is
// needed: everything else keeps its bytes. For parts that the strict scanner has
// read before; knows no meaning.

/** The prefix of the root's names with its colon, "" in nearly all files. */
export const prefixOf = (xml: string): string => /<(?![?!])(\w+:)?\w/.exec(xml)?.[1] ?? ''

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Without the characters that XML cannot say, for what is no cell: titles, hints, names. */
export const sayable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot say
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** As content or as an attribute. */
export const xmlText = (text: string): string => escaped(sayable(text)).replaceAll('\n', '&#10;')

/** Where the last of these elements of the root ends; -1 where there is none. */
function endOfLast(xml: string, prefix: string, names: readonly string[]): number {
  let end = -1
  for (const name of names) {
    const closing = `</${prefix}${name}>`
    const closed = xml.lastIndexOf(closing)
    if (closed >= 0) end = Math.max(end, closed + closing.length)
    for (const match of xml.matchAll(new RegExp(`<${prefix}${name}(?:\\s[^<>]*)?/>`, 'g')))
      end = Math.max(end, match.index + match[0].length)
  }
  return end
}

/** Inserts after the last of the elements that must stand before; `names` in any order. */
export function insertAfter(xml: string, names: readonly string[], inserted: string): string {
  const at = endOfLast(xml, prefixOf(xml), names)
  if (at < 0) throw new Error(`none of ${names.join(', ')} to insert after`)
  return xml.slice(0, at) + inserted + xml.slice(at)
}

/** Appends children to a list element that says how many it has; tells the index of the first. Null where the element is not there. */
export function appendTo(xml: string, list: string, child: string, added: readonly string[]): { xml: string; index: number } | null {
  const prefix = prefixOf(xml)
  const found = new RegExp(`<${prefix}${list}(\\s[^<>]*?)?(/>|>)`).exec(xml)
  if (!found) return null
  const [tag, attributes = '', end] = found
  const bodyAt = found.index + tag.length
  const closing = `</${prefix}${list}>`
  const body = end === '/>' ? '' : xml.slice(bodyAt, xml.indexOf(closing, bodyAt))
  const index = [...body.matchAll(new RegExp(`<${prefix}${child}[\\s/>]`, 'g'))].length
  const counted = `<${prefix}${list}${attributes.replace(/\scount="\d*"/, '')} count="${index + added.length}">`
  const after = end === '/>' ? bodyAt : bodyAt + body.length + closing.length
  return { xml: xml.slice(0, found.index) + counted + body + added.join('') + closing + xml.slice(after), index }
}
