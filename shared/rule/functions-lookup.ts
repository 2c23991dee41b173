// Lookups in the code lists of the plan, always of the entry that is the same:
// the nearest one, which Excel gives when it is not told otherwise, is a wrong one.
import type { FormulaNode } from './formula-tree.ts'
import { ANY, type FunctionSpec, isRange, literalOf, type Range, single } from './function-spec.ts'
import { type ExcelError, folded, isError, NOT_AVAILABLE, type Result, VALUE } from './scalar.ts'
import { matches, stepsOf } from './wildcard.ts'

/** Longer texts make MATCH and VLOOKUP answer #VALUE! ("How to correct a #VALUE! error in INDEX/MATCH functions"). */
const LONGEST = 255

/** The first place of each entry. The entries of a list are the same for every row. */
const places = new WeakMap<Range, ReadonlyMap<string, number>>()

function placesOf(entries: Range): ReadonlyMap<string, number> {
  let known = places.get(entries)
  if (!known) {
    const found = new Map<string, number>()
    for (const [at, entry] of entries.entries()) if (typeof entry === 'string' && !found.has(folded(entry))) found.set(folded(entry), at)
    known = found
    places.set(entries, known)
  }
  return known
}

/** Where the text stands among the entries, from 0; it may hold wildcards. */
function position(sought: Result, entries: readonly Result[]): number | ExcelError {
  if (isError(sought)) return sought
  if (typeof sought !== 'string') return NOT_AVAILABLE
  if (sought.length > LONGEST) return VALUE
  if (!/[*?~]/.test(sought)) return placesOf(entries).get(folded(sought)) ?? NOT_AVAILABLE
  const steps = stepsOf(folded(sought))
  const at = entries.findIndex((entry) => typeof entry === 'string' && matches(folded(entry), steps))
  return at < 0 ? NOT_AVAILABLE : at
}

const isExactly = (node: FormulaNode | undefined, ...values: readonly unknown[]) => values.includes(literalOf(node))
const isFalse = (node: FormulaNode | undefined) => isExactly(node, 0, false) || (node?.type === 'call' && node.name === 'FALSE')

/** A list with both its columns arrives row by row: label, code, label, code. */
const COLUMNS = 2

const firstColumns = new WeakMap<Range, Range>()

function firstColumn(table: Range): Range {
  let column = firstColumns.get(table)
  if (!column) {
    column = table.filter((_, index) => index % COLUMNS === 0)
    firstColumns.set(table, column)
  }
  return column
}

export const LOOKUP: Readonly<Record<string, FunctionSpec>> = {
  MATCH: {
    min: 2,
    max: 3,
    result: 'number',
    takes: ANY,
    lists: (index) => (index === 1 ? 'column' : undefined),
    refuses: ([, , how]) => (isExactly(how, 0) ? null : 'lookup-not-exact'),
    body: ([sought, entries]) => {
      const at = position(single(sought), isRange(entries) ? entries : [])
      return isError(at) ? at : at + 1
    },
  },
  VLOOKUP: {
    min: 3,
    max: 4,
    result: 'text',
    takes: ANY,
    lists: (index) => (index === 1 ? 'all' : undefined),
    refuses: ([, , column, how]) => (isFalse(how) ? (isExactly(column, 1, 2) ? null : 'not-expressible') : 'lookup-not-exact'),
    body: ([sought, table, column]) => {
      const cells = isRange(table) ? table : []
      const at = position(single(sought), firstColumn(cells))
      return isError(at) ? at : (cells[at * COLUMNS + Number(single(column)) - 1] ?? null)
    },
  },
  XLOOKUP: {
    min: 3,
    max: 4,
    result: (index) => index > 1,
    takes: ANY,
    lists: (index) => (index === 1 || index === 2 ? 'column' : undefined),
    refuses: ([, among, wanted]) =>
      among?.type === 'list' && wanted?.type === 'list' && among.name !== wanted.name ? 'not-expressible' : null,
    body: ([given, among, wanted, otherwise]) => {
      const sought = single(given)
      if (isError(sought)) return sought
      const same = (entry: Result) => typeof entry === 'string' && typeof sought === 'string' && folded(entry) === folded(sought)
      const at = isRange(among) ? among.findIndex(same) : -1
      if (at >= 0 && isRange(wanted)) return wanted[at] ?? null
      return otherwise === undefined ? NOT_AVAILABLE : single(otherwise)
    },
  },
}
