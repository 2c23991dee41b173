// Where in a sheet of any kind the headers of tables stand: rows of several short titles
// below the heading, as deep as merges and gaps say. Knows no template.

import { isSigning } from '../sheet/table-end.ts'
import { mayBeTitles } from '../takeover/may-be-titles.ts'
import type { HeaderRows } from '../takeover/their-header.ts'
import { numbersColumns, titlesAbove } from '../takeover/their-header.ts'
import { isSigner } from '../takeover/their-rows.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import { titleWords } from '../takeover/title-words.ts'
import { isFrame } from './form-frame.ts'

const DEEPEST = 5
/** What has more is no form. */
export const MOST_TABLES = 40

/** "STT", "TT", "Số TT", "#": with it, few other titles make a header. */
export const isSequenceTitle = (text: string): boolean => /^\s*[#№]\s*$/.test(text) || titleWords(text).join(' ') === 'thu tu'

const textsOf = (sheet: TheirSheet, row: number) =>
  sheet.row(row).flatMap(([column]) => {
    const text = sheet.text(row, column)
    return text === '' ? [] : [{ column, text }]
  })

const isHead = (sheet: TheirSheet, row: number): boolean => {
  const texts = textsOf(sheet, row)
  if (!mayBeTitles(sheet, row) || texts.some(({ text }) => isFrame(text) || isSigning(text)) || texts.every(({ text }) => isSigner(text)))
    return false
  if (texts.some(({ text }) => isSequenceTitle(text))) return texts.length >= 2
  return texts.length >= 3 && texts.every(({ text }) => !text.endsWith(':') && !/^\d/.test(text))
}

/** The last row of the header that begins in a row. */
function lastOf(sheet: TheirSheet, from: number): number {
  const inHeader = sheet.merges.filter((range) => range.from.row >= from && range.from.row < from + DEEPEST)
  let to = from
  for (let row = from; row <= to && row < from + DEEPEST; row++) {
    for (const range of inHeader) if (range.from.row === row) to = Math.max(to, Math.min(range.to.row, from + DEEPEST - 1))
    // A title over several columns has others below it.
    const wide = inHeader.some((range) => range.from.row === row && range.to.column > range.from.column && range.to.row === row)
    const next = row + 1
    if (row === to && wide && mayBeTitles(sheet, next) && !numbersColumns(sheet, next)) to = next
    if (row === to && inHeader.length === 0 && isBelow(sheet, row, next)) to = next
  }
  return to
}

/** Where merges are gone: titles that stand only where the row above leaves room, or goes on to the right. */
function isBelow(sheet: TheirSheet, row: number, next: number): boolean {
  const texts = textsOf(sheet, next)
  // "(ha)" stands below what is measured in it.
  const goesOn =
    texts.length > 0 && texts.every(({ column, text }) => /^(?:\p{Ll}|\((?!\p{L}\))[\p{L}%])/u.test(text) && sheet.text(row, column) !== '')
  if (goesOn && texts.length === sheet.row(next).length) return true
  if (texts.length < 2 || !mayBeTitles(sheet, next) || numbersColumns(sheet, next)) return false
  // Titles that were broken by hand go on in small letters.
  if (texts.every(({ text }) => /^\p{Ll}/u.test(text) || isSequenceTitle(text))) return true
  const free = (column: number) => sheet.text(row, column) === ''
  return texts.every(({ column }) => free(column) || free(column + 1)) && texts.some(({ column }) => free(column))
}

/** A row of titles after a gap, or after a line of its own below a gap, with numbers below it. */
function beginsAnew(sheet: TheirSheet, row: number, to: number): boolean {
  const isGap = (one: number) => sheet.row(one).length === 0
  const isApart = isGap(row - 1) || (sheet.row(row - 1).length === 1 && isGap(row - 2))
  return isApart && sheet.row(to + 1).some(([, { value }]) => typeof value === 'number')
}

/** Fewer titles than half of the columns under them: blocks of text beside each other, not a header. */
function isBlocks(sheet: TheirSheet, header: HeaderRows): boolean {
  const titled = [...titlesAbove(sheet, header)]
  const columns = titled.map(([column]) => column)
  const told = new Set(titled.map(([, titles]) => titles.join(' > '))).size
  return told * 2 < Math.max(...columns) - Math.min(...columns) + 1
}

/** Nothing that could be a row of it stands before the next one. */
const leadsNowhere = (sheet: TheirSheet, header: HeaderRows, below: number): boolean =>
  !sheet.index.rows().some((row) => row > header.to && row < below && sheet.row(row).length > 1)

/** The header printed again on the next page: the same titles in the same columns, right below the rows. */
function repeats(sheet: TheirSheet, header: HeaderRows, row: number): boolean {
  const said = (one: number) => textsOf(sheet, one).map(({ column, text }) => `${column} ${text}`)
  return sheet.row(row - 1).length > 1 && said(row).join(' | ') === said(header.from).join(' | ')
}

/** Whether a row below says nothing but what the header says. */
export const isHeaderAgain = (sheet: TheirSheet, header: HeaderRows, row: number): boolean => {
  const texts = textsOf(sheet, row)
  const isSaid = ({ column, text }: { readonly column: number; readonly text: string }) => {
    for (let at = header.from; at <= header.to; at++) if (sheet.text(at, column) === text) return true
    return false
  }
  return texts.length > 1 && texts.length === sheet.row(row).length && texts.every(isSaid)
}

/** Where nothing else is a table: two titles beside each other with numbers below the second. */
function narrowTable(sheet: TheirSheet): HeaderRows[] {
  const row = sheet.index.rows().find((one) => {
    const texts = textsOf(sheet, one)
    const [first, second] = texts
    if (!first || !second || texts.length !== 2 || sheet.row(one).length !== 2 || second.column !== first.column + 1) return false
    if (!mayBeTitles(sheet, one) || texts.some(({ text }) => text.endsWith(':') || isFrame(text) || isSigning(text) || isSigner(text)))
      return false
    return [one + 1, one + 2].every(
      (below) => sheet.text(below, first.column) !== '' && typeof sheet.index.cell(below, second.column)?.value === 'number',
    )
  })
  return row === undefined ? [] : [{ from: row, to: row }]
}

/** From top to bottom. A table after the first must be told from rows of text: by its running number, its numbered columns, or a gap above it. */
export function findTableHeaders(sheet: TheirSheet, most = MOST_TABLES): HeaderRows[] {
  if (most === 0) return []
  const found: HeaderRows[] = []
  for (const row of sheet.index.rows()) {
    if (found.length === most) break
    const last = found.at(-1)
    if (last && row <= last.to + 1) continue
    if (!isHead(sheet, row)) continue
    const to = lastOf(sheet, row)
    const told =
      textsOf(sheet, row).some(({ text }) => isSequenceTitle(text)) || numbersColumns(sheet, to + 1) || beginsAnew(sheet, row, to)
    // What was taken for the first header was the heading of the form.
    const instead = found.length === 1 && isBlocks(sheet, found[0]!) && leadsNowhere(sheet, found[0]!, row)
    if (instead) found.pop()
    if (last && repeats(sheet, last, row)) continue
    if (!last || told || instead) found.push({ from: row, to })
  }
  return found.length > 0 ? found : narrowTable(sheet)
}
