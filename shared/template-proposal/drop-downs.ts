// What the drop-downs of a form offer, wherever it keeps their entries: in the rule itself, in
// cells of any sheet, under a name. The cells that serve only as such a list are no part of the form.
import { parseAddress, parseRange, parseReference, type Span } from '../a1.ts'
import type { Grid, GridSheet, GridValidation } from '../sheet/grid.ts'
import { cleanText } from '../text/clean.ts'
import { fold } from '../text/fold.ts'

export interface DropDown {
  /** Each once, in their order. */
  readonly entries: readonly string[]
  /** Where they stand; null where the rule says them itself. */
  readonly cells: { readonly sheet: string; readonly range: Span } | null
}

/** A code list takes no more. */
const MOST_ENTRIES = 500

const inside = (at: string, { from, to }: Span): boolean => {
  const spot = parseAddress(at)
  return spot !== null && spot.row >= from.row && spot.row <= to.row && spot.column >= from.column && spot.column <= to.column
}

function once(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts.map(cleanText).filter((text) => {
    const key = fold(text) || text
    if (text === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function placeOf(formula: string, sheet: GridSheet, { names }: Grid): { sheet: string; range: string } | null {
  const plain = formula.replaceAll('$', '')
  const named = names.find(({ name }) => name.toLowerCase() === plain.toLowerCase())
  const said = named ? named.ref.replaceAll('$', '') : plain
  return parseReference(said) ?? (named ? null : { sheet: sheet.name, range: said })
}

/** Null where only a program could say what it offers: formulas that look for their list. */
export function dropDownOf({ first }: GridValidation, sheet: GridSheet, grid: Grid): DropDown | null {
  const inline = /^"(.*)"$/s.exec(first)?.[1]
  if (inline !== undefined) {
    const entries = once(inline.replaceAll('""', '"').split(','))
    return entries.length === 0 ? null : { entries, cells: null }
  }
  const place = placeOf(first, sheet, grid)
  const range = place && parseRange(place.range)
  const source = place && grid.sheets.find(({ name }) => name.toLowerCase() === place.sheet.toLowerCase())
  if (!range || !source) return null
  const texts = [...source.cells].flatMap(([at, { value, error }]) => (!error && inside(at, range) ? [String(value)] : []))
  const entries = once(texts)
  return entries.length === 0 || entries.length > MOST_ENTRIES ? null : { entries, cells: { sheet: source.name, range } }
}

/** Of all rules of a sheet, what those that are drop-downs offer. */
export function dropDownsOf(sheet: GridSheet, grid: Grid): Map<GridValidation, DropDown | null> {
  const known = new Map<string, DropDown | null>()
  return new Map(
    (sheet.aside?.validations ?? []).flatMap((one) => {
      if (one.kind !== 'list') return []
      if (!known.has(one.first)) known.set(one.first, dropDownOf(one, sheet, grid))
      return [[one, known.get(one.first)!] as const]
    }),
  )
}

interface ShownPart {
  readonly sheet: GridSheet
  /** The first cell of the rows that nobody sees. */
  readonly hidden: { readonly cell: string; readonly text: string } | null
  /** Lists and their headings are all that stands there. */
  readonly listsOnly: boolean
}

/** The rows of a sheet that people see, without lists of drop-downs. Of hidden columns others count: they are told, not left out. */
export function shownPart(sheet: GridSheet, lists: readonly DropDown[]): ShownPart {
  const sources = lists.flatMap(({ cells }) => (cells?.sheet === sheet.name ? [cells.range] : []))
  if (!sheet.aside) return { sheet, hidden: null, listsOnly: false }
  let hidden: ShownPart['hidden'] = null
  let listed = 0
  const cells = [...sheet.cells].filter(([at, { value }]) => {
    if (sources.some((range) => inside(at, range))) {
      listed++
      return false
    }
    const spot = parseAddress(at)
    if (!spot || !sheet.hiddenRows.has(spot.row + 1)) return true
    hidden ??= { cell: at, text: String(value) }
    return false
  })
  return { sheet: { ...sheet, cells: new Map(cells) }, hidden, listsOnly: listed > cells.length }
}
