// Fixes that a person accepts, carried out on the filing as data or named as
// edits of cells. Knows which are safe enough to be accepted all at once.
import type { Entry, Filing, FilingRow } from './filing.ts'
import type { Finding, FindingCode, Fix } from './finding.ts'
import { FONT } from './sheet/looks.ts'

/** The fix says the same in other signs. All others are guesses at what was meant, to be looked at one by one. */
const SAFE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'agency-spelling',
  'clause-spelling',
  'legacy-font',
  'list-spelling',
  'not-composed',
  'number-as-text',
  'number-english',
  'period-short',
  'sequence-broken',
])

/** The one fix that may be accepted without looking. Several readings are never safe. */
export const safeFix = ({ code, fixes }: Finding): Fix | null => (SAFE.has(code) && fixes.length === 1 ? fixes[0]! : null)

const cellOf = ({ rowId, field }: Fix): string => `${rowId ?? ''}\n${field}`

/** All safe fixes, one for each cell. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  const fixes = new Map<string, Fix>()
  for (const finding of findings) {
    const fix = safeFix(finding)
    if (fix && !fixes.has(cellOf(fix))) fixes.set(cellOf(fix), fix)
  }
  return [...fixes.values()]
}

/** As if the value had been typed: no formula, no error and no legacy font are left. */
const typedOver = ({ cell, percent }: Entry, value: Fix['value']): Entry => ({
  value,
  ...(cell !== undefined && { cell }),
  ...(percent && typeof value === 'number' && { percent }),
})

/** The filing with the fixes accepted; cells that are not there stay away. */
export function applyFixes(filing: Filing, fixes: readonly Fix[]): Filing {
  const byRow = new Map<string | undefined, Fix[]>()
  for (const fix of fixes) byRow.set(fix.rowId, [...(byRow.get(fix.rowId) ?? []), fix])
  const fixed = (entries: FilingRow['entries'], accepted: readonly Fix[] | undefined): FilingRow['entries'] => {
    if (!accepted) return entries
    const changed = { ...entries }
    for (const { field, value } of accepted) {
      const entry = Object.hasOwn(entries, field) ? entries[field] : undefined
      if (entry) changed[field] = typedOver(entry, value)
    }
    return changed
  }
  return {
    ...filing,
    header: fixed(filing.header, byRow.get(undefined)),
    rows: filing.rows.map((row) => (byRow.has(row.id) ? { ...row, entries: fixed(row.entries, byRow.get(row.id)) } : row)),
  }
}

export interface Edit {
  readonly cell: string
  readonly value: Fix['value']
  /** Where the text must leave its legacy font to be read. */
  readonly font?: string
}

/** What is to be written into which cells of the sheet. */
export function editsOf(filing: Filing, fixes: readonly Fix[]): Edit[] {
  const rows = new Map(filing.rows.map((row) => [row.id, row.entries]))
  return fixes.flatMap(({ rowId, field, value }) => {
    const entry = (rowId === undefined ? filing.header : rows.get(rowId))?.[field]
    return entry?.cell === undefined ? [] : [{ cell: entry.cell, value, ...(entry.font !== undefined && { font: FONT }) }]
  })
}
