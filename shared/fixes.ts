// Fixes that a person accepts, carried out on the filing as data or named as
// edits of cells. Which of them are safe is said where they are made.
import type { Entry, Filing, FilingRow } from './filing.ts'
import type { Finding, Fix } from './finding.ts'
import { FONT } from './sheet/looks.ts'

const cellOf = ({ rowId, field }: Fix): string => `${rowId ?? ''}\n${field}`

/** What may be accepted all at once: the safe fixes, one for each cell. */
export function safeFixes(findings: readonly Finding[]): Fix[] {
  const fixes = new Map<string, Fix>()
  for (const finding of findings) for (const fix of finding.fixes) if (fix.safe && !fixes.has(cellOf(fix))) fixes.set(cellOf(fix), fix)
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
  /** The value is a day, counted from 1900. */
  readonly day?: true
  /** Where the text must leave its legacy font to be read. */
  readonly font?: string
}

/** What is to be written into which cells of the sheet. */
export function editsOf(filing: Filing, fixes: readonly Fix[]): Edit[] {
  const rows = new Map(filing.rows.map((row) => [row.id, row.entries]))
  return fixes.flatMap(({ rowId, field, value, day }) => {
    const entry = (rowId === undefined ? filing.header : rows.get(rowId))?.[field]
    if (entry?.cell === undefined) return []
    return [{ cell: entry.cell, value, ...(day && { day }), ...(entry.font !== undefined && { font: FONT }) }]
  })
}

/** What writes the cells of these fixes back as they are now; a formula or a legacy font that was typed over is not brought back. */
export function editsBack(filing: Filing, fixes: readonly Fix[]): Edit[] {
  const rows = new Map(filing.rows.map((row) => [row.id, row.entries]))
  return fixes.flatMap(({ rowId, field }) => {
    const entry = (rowId === undefined ? filing.header : rows.get(rowId))?.[field]
    if (entry?.cell === undefined || entry.formula !== undefined || entry.error || entry.font !== undefined) return []
    return [{ cell: entry.cell, value: entry.value }]
  })
}
