// The words that people type into a cell where there is nothing. Only the dash is an
// answer; the others are asked about, because they mean a declaration for the whole form, 0, "-" or not yet.
import type { FieldKind } from '../template.ts'
import { fold, foldBare } from '../text/fold.ts'
import { NIL } from '../value.ts'
import { type FieldFinding, type FieldFix, found, quoted } from './field-behaviour.ts'

type Kind = 'nothing-to-report' | 'not-applicable' | 'unclear' | 'placeholder'

const WORDS = new Map<string, Kind>()
const add = (kind: Kind, ...words: string[]) => {
  for (const word of words) {
    WORDS.set(fold(word), kind)
    WORDS.set(foldBare(word), kind)
  }
}
add('nothing-to-report', 'không phát sinh', 'không có phát sinh', 'không phát sinh trong kỳ', 'chưa phát sinh', 'ko phát sinh', 'kps')
add('not-applicable', 'không áp dụng', 'ko áp dụng', 'n/a', 'na')
add('unclear', 'không', 'không có', 'không có số liệu', 'ko', 'ko có', 'k', 'kg', 'chưa', 'chưa có', 'chưa có số liệu', 'nil', 'none', 'x')

const LONGEST = 30
const DASHES = /^[-–—−‐‑‒―﹣－]{1,3}$/
const SIGNS_ONLY = /^[^\p{L}\p{N}]+$/u

/** "-" and the signs that look like it: deliberately nothing. */
export const isDash = (text: string): boolean => text.length <= 3 && DASHES.test(text)

/** By code: letters that none of the words begins with. */
const BEGINS_NONE = new Uint8Array(0x1f00)
for (const [from, to] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x1ea0, 0x1ef9],
] as const)
  BEGINS_NONE.fill(1, from, to + 1)
for (const letter of 'kncxKNCX') BEGINS_NONE[letter.charCodeAt(0)] = 0

function holdsDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}

/** `text` is clean. null where something is said. */
function kindOf(text: string): Kind | null {
  if (text.length > LONGEST || BEGINS_NONE[text.charCodeAt(0)] === 1) return null
  const first = text.charAt(0).toLowerCase()
  // None of the words has a digit in it.
  if ('kncx'.includes(first)) return holdsDigit(text) ? null : (WORDS.get(fold(text)) ?? null)
  if (/[a-z\u00E0-\u1EF9]/.test(first)) return null
  return /^[.…?*_\s]+$/.test(text) || (text.length <= 3 && SIGNS_ONLY.test(text)) ? 'placeholder' : null
}

const NUMBERS: ReadonlySet<FieldKind> = new Set(['integer', 'decimal', 'money', 'percent'])

/** Two or none, so that nothing is emptied or zeroed by accepting all fixes at once. */
function fixesOf(kind: FieldKind, nilAllowed: boolean): FieldFix[] {
  const zero: FieldFix[] = NUMBERS.has(kind) ? [{ value: 0, shown: '0' }] : []
  const nil: FieldFix[] = nilAllowed ? [{ value: NIL, shown: NIL }] : []
  return zero.length + nil.length > 0 ? [...zero, ...nil, { value: null, shown: '' }] : []
}

/** What is to be said about a word for nothing in a column of the kind; null where the text is no such word, or is an answer there. */
export function judgeNothing(kind: FieldKind, text: string, nilAllowed: boolean): FieldFinding | null {
  const nothing = kindOf(text)
  if (nothing === null) return null
  // A list may hold these words, and says itself what it takes; in prose "Không có" is a sentence.
  if (kind === 'choice' && (nothing === 'unclear' || nothing === 'placeholder')) return null
  if (kind === 'text' && nothing === 'unclear') return null
  const code =
    nothing === 'nothing-to-report' ? 'nothing-to-report-typed' : nothing === 'not-applicable' ? 'not-applicable-typed' : 'nothing-unclear'
  const severity = kind === 'text' && nothing !== 'placeholder' ? 'warning' : 'error'
  const params = { zero: NUMBERS.has(kind) ? 1 : 0, nil: nilAllowed ? 1 : 0 }
  return found(code, severity, { actual: quoted(text), params, fixes: fixesOf(kind, nilAllowed) })
}
