// A place of a template as the text of a cell, and back. Blank, the empty text and the
// empty list are three things; nothing is guessed from a number's look.
import type { GridCell } from '../sheet/grid.ts'
import type { Spelling } from './sheet-column.ts'

/** A cell that holds nothing but pairs of quotation marks: one pair says that the text is empty. */
const QUOTES = /^(?:"")+$/
const EMPTY_LIST = '-'

export function cellWords(value: unknown, as: Spelling): string | number {
  switch (as) {
    case 'number':
      return value as number
    case 'yes-no':
      return value ? 'có' : 'không'
    case 'words':
      return (value as string[]).join(', ') || EMPTY_LIST
    case 'sets':
      return (value as string[][]).map((set) => set.join(', ') || EMPTY_LIST).join('; ')
    case 'json':
      return JSON.stringify(value)
    default:
      return value === '' || QUOTES.test(value as string) ? `${value as string}""` : (value as string)
  }
}

/** What the cell says; a formula that stands where a text is wanted is that text. */
export function saidIn(cell: GridCell | undefined, as: Spelling): string {
  if (!cell) return ''
  if (cell.formula !== undefined && as === 'text') return cell.formula
  return String(cell.value)
}

const YES = new Set(['có', 'yes', 'x', 'true', '1', 'đúng'])
const NO = new Set(['không', 'no', 'false', '0', 'sai'])

/** 12000000, 12.000.000 or 12,000,000; 0.5 or 0,5. What can be read in two ways is not read. */
function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00A0]/g, '')
  if (/^-?\d+$/.test(plain)) return Number(plain)
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$|^-?\d{1,3}(?:,\d{3}){2,}$/.test(plain)) return Number(plain.replace(/[.,]/g, ''))
  if (/^-?\d+[.,]\d+$/.test(plain) && !/^-?\d{1,3}[.,]\d{3}$/.test(plain)) return Number(plain.replace(',', '.'))
  return /^-?\d(?:\.\d+)?e[+-]?\d+$/i.test(plain) ? Number(plain) : null
}

const wordsIn = (text: string): string[] =>
  text.trim() === EMPTY_LIST
    ? []
    : text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')

export type Unread = 'not-a-number' | 'not-yes-no' | 'not-json'

/** Of a cell that is not blank. */
export function readWords(cell: GridCell, as: Spelling): { readonly value: unknown } | { readonly unread: Unread } {
  const text = saidIn(cell, as)
  switch (as) {
    case 'number': {
      const number = typeof cell.value === 'number' ? cell.value : numberOf(text.trim())
      return number === null ? { unread: 'not-a-number' } : { value: number }
    }
    case 'yes-no': {
      const word = text.trim().toLowerCase().normalize('NFC')
      return YES.has(word) ? { value: true } : NO.has(word) ? { value: false } : { unread: 'not-yes-no' }
    }
    case 'words':
      return { value: wordsIn(text) }
    case 'sets':
      return { value: text.split(';').flatMap((set) => (set.trim() === '' ? [] : [wordsIn(set)])) }
    case 'json':
      try {
        return { value: JSON.parse(text) as unknown }
      } catch {
        return { unread: 'not-json' }
      }
    case 'word':
      return { value: QUOTES.test(text) ? text.slice(2) : text.trim() }
    default:
      return { value: QUOTES.test(text) ? text.slice(2) : text }
  }
}
