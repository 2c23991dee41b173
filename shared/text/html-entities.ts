// Codes of web pages that stand in a text pasted from one, as signs again: "Sở&nbsp;Y tế",
// "A &amp;amp; B", "&#224;". Only codes that exist; any other "&" is a sign of its own.

const NAMED = new Map<string, string>([
  ...([
    ['nbsp', '\u00A0'],
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['ndash', '–'],
    ['mdash', '—'],
    ['hellip', '…'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['middot', '·'],
    ['bull', '•'],
    ['deg', '°'],
    ['times', '×'],
    ['le', '≤'],
    ['ge', '≥'],
  ] as const),
])
const MARKS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' }
const ACCENTED = /^([aeiouy])(grave|acute|circ|tilde)$/i
const CODE = /&(#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8});/gi

function signOf(code: string): string | null {
  if (code.startsWith('#')) {
    const number = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return number >= 0x20 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff) ? String.fromCodePoint(number) : null
  }
  const [, letter, mark = ''] = ACCENTED.exec(code) ?? []
  return letter === undefined ? (NAMED.get(code.toLowerCase()) ?? null) : `${letter}${MARKS[mark.toLowerCase()]}`.normalize('NFC')
}

const once = (text: string): string => text.replace(CODE, (whole, code: string) => signOf(code) ?? whole)

/** null where there is no such code. Codes of codes are undone as well. */
export function withoutEntities(text: string): string | null {
  if (!text.includes('&')) return null
  const decoded = once(once(once(text)))
  return decoded === text ? null : decoded
}
