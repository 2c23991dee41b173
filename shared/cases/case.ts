// The corpus: filings, each right or wrong for one reason, with exactly the
// findings that it must have. One file a reason, in pass/ and fail/; this makes
// of a file what is judged, for any suite that runs it.
import { check } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import { cellValue } from '../field/field.ts'
import type { Content, Declaration, Entry, Filing, FilingRow } from '../filing.ts'
import type { Finding, Severity } from '../finding.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../prefill.ts'
import type { Template } from '../template.ts'

/** `main/n1/ty_le` or `header/nguoi_lap`. Where cells are typed, a star for the row is every row that the server brings. */
type CellPath = string

export interface ExpectedFinding {
  readonly code: Finding['code']
  readonly severity: Severity
  readonly ruleId?: string
  /** The cell, or as much of its path as the finding has: "" is the filing, `main` a table, `main/n1` a row. */
  readonly at: CellPath
}

export interface Case {
  readonly why: string
  /** The case of pass/ whose cells stand below these. */
  readonly on?: string
  readonly template?: string
  readonly agency?: string
  readonly period?: string
  /** The case of pass/ that was counted for the period before. */
  readonly after?: string
  readonly declaration?: Declaration
  /** What the form says it is, where that is wrong. */
  readonly identity?: Partial<Pick<Filing, 'template' | 'version' | 'agency' | 'period'>>
  /** As typed: a value, or an entry where the format, an error or a formula matters. */
  readonly cells?: Readonly<Record<CellPath, Entry['value'] | Entry>>
  readonly without?: readonly string[]
  readonly twice?: readonly string[]
  /** Agencies that the register has besides the pack's. */
  readonly agencies?: CheckContext['register']['agencies']
  /** Why nobody can bring it about by typing into the cells of a form. */
  readonly notInSheet?: string
  readonly findings: readonly ExpectedFinding[]
}

export interface NamedCase extends Case {
  readonly name: string
}

declare global {
  interface ImportMeta {
    glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>
  }
}

const named = (files: Record<string, Case>): NamedCase[] =>
  Object.entries(files).map(([path, one]) => ({ ...one, name: path.replace(/^.*\/|\.json$/g, '') }))

export const passing = named(import.meta.glob<Case>('./pass/*.json', { eager: true, import: 'default' }))
export const failing = named(import.meta.glob<Case>('./fail/*.json', { eager: true, import: 'default' }))

const { plan, templates, assignments } = khanhHoa2025

const passingCase = (name: string): NamedCase => {
  const found = passing.find((one) => one.name === name)
  if (!found) throw new Error(`there is no case ${name} in pass/`)
  return found
}

/** The case with what it stands on: cells of its own last. */
function whole(one: NamedCase): NamedCase & { readonly template: string; readonly agency: string; readonly period: string } {
  const below = one.on === undefined ? null : whole(passingCase(one.on))
  const cells = { ...below?.cells, ...one.cells }
  return {
    ...below,
    ...one,
    template: one.template ?? below?.template ?? '',
    period: one.period ?? below?.period ?? '2025-03',
    agency: one.agency ?? below?.agency ?? 'STTTT',
    cells,
  }
}

export interface CaseAtHand {
  /** Every cell as it stands when all is typed, by path. */
  readonly typed: Readonly<Record<CellPath, Entry>>
  readonly template: Template
  readonly context: CheckContext
  readonly filing: Filing
  /** The period before and what was sent for it, where that matters. */
  readonly before: CaseAtHand | null
}

const isEntry = (typed: Entry['value'] | Entry): typed is Entry => typeof typed === 'object' && typed !== null

export function caseAtHand(one: NamedCase): CaseAtHand {
  const { template: code, agency, period, after, cells = {}, without = [], twice = [], ...rest } = whole(one)
  const template = templates.find((candidate) => candidate.code === code)
  if (!template) throw new Error(`${one.name}: there is no template ${code}`)
  const before = after === undefined ? null : caseAtHand(passingCase(after))
  const previous: Content | null = before && check(before.template, before.filing, before.context).content
  const register = { ...khanhHoa2025.register, agencies: [...khanhHoa2025.register.agencies, ...(rest.agencies ?? [])] }
  const known = prefill(template, agency, period, { register, plan, assignments, previous })
  const context: CheckContext = { today: '2025-03-17', agency, period, register, plan, prefill: known, previous }

  const header: Record<string, Entry> = {}
  const rows = new Map<string, FilingRow>()
  for (const { id, table, values } of known.rows) {
    const fields = template.tables.find(({ key }) => key === table)?.fields ?? []
    const opened = fields.filter(({ key }) => values[key] !== undefined)
    rows.set(`${table}/${id}`, {
      ...{ id, table },
      entries: Object.fromEntries(opened.map(({ key, type }) => [key, { value: cellValue(type, values[key] ?? null, context) }])),
    })
  }
  for (const [path, typed] of Object.entries(cells)) {
    const [table = '', id = '', field = ''] = path.split('/')
    const entry = isEntry(typed) ? typed : { value: typed }
    if (table === 'header') header[id] = entry
    else if (id === '*') {
      for (const row of rows.values()) if (row.table === table && !row.id.startsWith('n')) row.entries[field] = entry
    } else {
      const there = rows.get(`${table}/${id}`)
      if (there) there.entries[field] = entry
      else rows.set(`${table}/${id}`, { id, table, entries: { [field]: entry } })
    }
  }
  const standing = [...rows].filter(([path]) => !without.includes(path)).map(([, row]) => row)
  const filing: Filing = {
    ...{ template: code, version: template.version, agency, period, declaration: rest.declaration ?? null },
    ...rest.identity,
    header,
    rows: [...standing, ...twice.flatMap((path) => rows.get(path) ?? [])],
    explanations: {},
  }
  const typed: Record<CellPath, Entry> = {}
  for (const [field, entry] of Object.entries(header)) typed[`header/${field}`] = entry
  for (const { table, id, entries } of filing.rows)
    for (const [field, entry] of Object.entries(entries)) typed[`${table}/${id}/${field}`] = entry
  return { template, context, filing, typed, before }
}

/** A finding as the corpus writes it. */
export function asExpected({ code, severity, ruleId, place }: Finding): ExpectedFinding {
  const { table, rowId, field } = place
  const path =
    table === undefined && field !== undefined
      ? ['header', field]
      : rowId === undefined && field !== undefined
        ? [table, '', field]
        : [table, rowId, field]
  return { code, severity, ...(ruleId !== undefined && { ruleId }), at: path.filter((part) => part !== undefined).join('/') }
}
