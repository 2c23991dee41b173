// A part says the same in whatever pieces its bytes arrive.
import { describe, expect, it } from 'vitest'
import type { Attributes } from './xml-attributes.ts'
import { XmlFault } from './xml-fault.ts'
import { XmlScanner } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

/** What a handler hears, text between two tags joined. */
function heard(bytes: Uint8Array, pieceOf: (at: number) => number): string[] {
  const events: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') events.push(`"${text}"`)
    text = ''
  }
  const scanner = new XmlScanner({
    listening: true,
    open(name: string, attributes: Attributes) {
      flush()
      events.push(`<${name} ${[...Array(attributes.count).keys()].map((index) => attributes.valueAt(index)).join('|')}>`)
    },
    text(piece: XmlText) {
      text += piece.read()
    },
    close(name: string) {
      flush()
      events.push(`</${name}>`)
    },
  })
  for (let at = 0; at < bytes.length; ) {
    const to = at + pieceOf(at)
    scanner.write(bytes.subarray(at, to))
    at = to
  }
  scanner.end()
  return events
}

const XML = `\ufeff<?xml version="1.0"?>\r\n<!-- đầu -> -- --><a:gốc xmlns:a="u" a:x='1 > "2"'><a:b/>A &amp; B\r\nđã🙂&#x1F600;\r<!--x--><c y = "&lt;"  ></c ><![CDATA[<z> ]] ]>]]></a:gốc>\n`
const EXPECTED = ['<gốc u|1 > "2">', '<b >', '</b>', '"A & B\nđã🙂😀\n"', '<:c <>', '</:c>', '"<z> ]] ]>"', '</gốc>']

describe('a part', () => {
  const bytes = new TextEncoder().encode(XML).subarray(3)

  it('is heard the same in one piece and in pieces of any size', () => {
    expect(heard(bytes, () => bytes.length)).toEqual(EXPECTED)
    for (let size = 1; size < 40; size++) expect(heard(bytes, () => size)).toEqual(EXPECTED)
    for (let size = 1; size < 40; size++) expect(heard(bytes, (at) => 1 + ((at * size) % 7))).toEqual(EXPECTED)
  })

  it('whose text is longer than what is held at once is heard whole', () => {
    const text = 'Đẩy mạnh 🙂 &amp;\r\n'.repeat(40_000)
    const long = new TextEncoder().encode(`<a>${text}</a>`)
    for (const size of [long.length, 131_072, 65_521, 4_093]) {
      const [, whole] = heard(long, () => size)
      expect(whole === `"${text.replaceAll('&amp;', '&').replaceAll('\r\n', '\n')}"`).toBe(true)
    }
  })

  it('cut anywhere is broken', () => {
    const end = bytes.length - 1
    for (let length = 0; length < end; length++) expect(() => heard(bytes.subarray(0, length), () => 5)).toThrow(XmlFault)
  })
})
