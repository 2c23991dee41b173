// The table of contents of a workbook: its sheets with the parts that hold
// them, its names, its date system, and where strings and styles lie.
import type { GridName, GridSheet } from '../../shared/sheet/grid.ts'
import { ContentTypesScanner } from './content-types.ts'
import type { ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { type Entries, relationships } from './relationships.ts'
import { scanPart } from './scan-part.ts'
import { CONTENT_TYPES } from './sniff.ts'
import { type NamedSheet, WorkbookScanner } from './workbook-scanner.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { ZipEntry } from './zip-directory.ts'

export interface SheetPart {
  readonly name: string
  readonly visibility: GridSheet['visibility']
  readonly entry: ZipEntry
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly names: readonly GridName[]
  readonly date1904: boolean
  readonly strings: ZipEntry | undefined
  readonly styles: ZipEntry | undefined
}

/** Scans a part of which much may be kept; such parts are small in every honest file. */
export async function scanHeld<Handler extends XmlHandler>(entry: ZipEntry, budget: ReadBudget, handler: Handler): Promise<Handler> {
  if (entry.size > budget.limits.heldBytes) throw new WorkbookRefusal('zip-bomb', { part: entry.path })
  await scanPart(entry, budget, handler)
  return handler
}

async function mainPart(entries: Entries, budget: ReadBudget): Promise<ZipEntry> {
  const related = [...(await relationships(entries, '', budget)).values()]
  const main = related.find((one) => one.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const entry = entries.get(main)
  if (!entry) throw new WorkbookRefusal('part-missing', { part: main })
  const types = await scanHeld(entries.get(CONTENT_TYPES) as ZipEntry, budget, new ContentTypesScanner())
  const type = types.typeOf(main) ?? ''
  if (type.includes('macroEnabled')) throw new WorkbookRefusal('macro')
  if (type.includes('binary')) throw new WorkbookRefusal('xlsb')
  if (!/\.(sheet|template)\.main\+xml$/.test(type)) throw new WorkbookRefusal('not-xlsx')
  return entry
}

export async function workbookParts(entries: Entries, budget: ReadBudget): Promise<WorkbookParts> {
  const { limits } = budget
  const main = await mainPart(entries, budget)
  const related = await relationships(entries, main.path.toLowerCase(), budget)
  if ([...related.values()].some((one) => one.kind === 'externalLink')) throw new WorkbookRefusal('external-links')
  const { root, sheets, names, date1904 } = await scanHeld(main, budget, new WorkbookScanner())
  if (root !== 'workbook') throw new WorkbookRefusal('not-xlsx')
  if (sheets.length === 0) throw new WorkbookRefusal('broken-xml', { part: main.path })
  if (sheets.length > limits.sheets) throw new WorkbookRefusal('too-many-sheets', { limit: limits.sheets })
  if (names.length > limits.names) throw new WorkbookRefusal('too-many-names', { limit: limits.names })
  const partOf = ({ name, visibility, id }: NamedSheet): SheetPart[] => {
    const relation = related.get(id)
    if (!relation) throw new WorkbookRefusal('part-missing', { part: main.path, sheet: name })
    // Chart and dialog sheets hold no cells.
    if (relation.kind !== 'worksheet') return []
    if (relation.target === null) throw new WorkbookRefusal('external-links', { sheet: name })
    const entry = entries.get(relation.target)
    if (!entry) throw new WorkbookRefusal('part-missing', { part: relation.target, sheet: name })
    return [{ name, visibility, entry }]
  }
  const parts = sheets.flatMap(partOf)
  if (new Set(parts.map(({ entry }) => entry)).size < parts.length) throw new WorkbookRefusal('broken-xml', { part: main.path })
  const one = (kind: string): ZipEntry | undefined => {
    const relation = [...related.values()].find((candidate) => candidate.kind === kind)
    return relation?.target == null ? undefined : entries.get(relation.target)
  }
  return { sheets: parts, names, date1904, strings: one('sharedStrings'), styles: one('styles') }
}
