// What a form says of one column besides its cells: which rule of typing stands in its rows, what
// is told to whoever fills it, how its blank cells are formatted.
import { parseAddress } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import type { GridAside, GridValidation } from '../sheet/grid.ts'
import type { HeaderRows } from '../takeover/their-header.ts'
import { cleanText } from '../text/clean.ts'
import type { Judged } from './column-type.ts'
import { type Demanded, demandedByLimits, demandedByList, type NewLists } from './demanded-type.ts'
import type { DropDown } from './drop-downs.ts'
import { optionsInTitle } from './title-options.ts'

/** Of a whole sheet. */
export interface Besides {
  readonly aside: GridAside | undefined
  readonly dropDowns: ReadonlyMap<GridValidation, DropDown | null>
  readonly lists: NewLists
}

/** Rows of one column below its titles; zero-based, inclusive. */
interface Stretch {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** The rule that stands in most of the rows. */
function ruleIn({ validations = [] }: Partial<GridAside>, { column, from, to }: Stretch): GridValidation | null {
  let most = 0
  let found: GridValidation | null = null
  for (const rule of validations) {
    const rows = rule.ranges
      .filter((range) => range.from.column <= column && column <= range.to.column)
      .reduce((sum, range) => sum + Math.max(0, Math.min(to, range.to.row) - Math.max(from, range.from.row) + 1), 0)
    if (rows > most) [most, found] = [rows, rule]
  }
  return found
}

const LONGEST_HELP = 500

/** Notes at the titles and at the first row, and what the rule shows; each once. */
function helpIn(
  { notes }: GridAside,
  header: HeaderRows,
  column: number,
  rule: GridValidation | null,
): { cell: string; text: string } | null {
  const said = [...notes].filter(([at]) => {
    const spot = parseAddress(at)
    return spot !== null && spot.column === column && spot.row >= header.from && spot.row <= header.to + 1
  })
  const texts = new Set([...said.map(([, text]) => text), rule?.prompt ?? ''].map(cleanText).filter((text) => text !== ''))
  const text = [...texts].join(' ').slice(0, LONGEST_HELP)
  return text === '' ? null : { text, cell: said[0]?.[0] ?? '' }
}

export interface Beside {
  readonly rule: GridValidation | null
  readonly help: { readonly cell: string; readonly text: string } | null
  readonly formats: readonly string[]
}

export function columnBeside({ aside }: Besides, header: HeaderRows, to: number, column: number): Beside {
  if (!aside) return { rule: null, help: null, formats: [] }
  const rule = ruleIn(aside, { column, from: header.to + 1, to })
  const formats = [...aside.formats].flatMap(([at, format]) => {
    const spot = parseAddress(at)
    return spot && spot.column === column && spot.row > header.to && spot.row <= to ? [format] : []
  })
  return { rule, help: helpIn(aside, header, column, rule), formats }
}

/** What the form demands of the column; null where it demands nothing that is understood. */
export function demandedOf({ rule }: Beside, judged: Judged, title: string, besides: Besides, context: CheckContext): Demanded | null {
  if (judged.type.kind === 'sequence') return null
  if (!rule) {
    const entries = judged.type.kind === 'text' ? optionsInTitle(title) : []
    return entries.length === 0
      ? null
      : demandedByList({ entries, cells: null }, title.replace(/\s*\([^()]*\)/g, ''), besides.lists, context, 'options')
  }
  if (rule.kind !== 'list') {
    const limits = demandedByLimits(rule, judged)
    return limits && { ...limits, code: 'limits' }
  }
  const list = besides.dropDowns.get(rule)
  return list ? demandedByList(list, title, besides.lists, context) : { ...judged, confidence: 0.5, code: 'list-left', found: rule.first }
}
