// What a form holds before anybody types: the rows an agency was given, what last period
// left behind, and the header the server knows (NĐ 47/2020/NĐ-CP Đ5.2: do not ask again).
import { membersOn, type Register } from './agency.ts'
import { type Assignment, askedIn } from './assignment.ts'
import { datesFor } from './deadline.ts'
import type { Content, ContentRow, Prefill } from './filing.ts'
import { type Period, periodRange } from './period.ts'
import type { Plan } from './plan.ts'
import type { Field, HeaderField, Table, Template } from './template.ts'
import { isNothing, type Value } from './value.ts'

export interface Known {
  readonly assignments: readonly Assignment[]
  readonly register: Register
  readonly plan: Plan
  /** The last content of an earlier period that counts and reports anything, where there is one. */
  readonly previous: Content | null
  /** The same of other templates whose rows this one takes over, by template. */
  readonly others?: ReadonlyMap<string, Content>
  /** The highest number among the ids of rows that the agency added in earlier periods. */
  readonly lastAdded?: number
  /** Name, telephone and email of the person who opens the form. */
  readonly preparer?: string
}

type Values = Record<string, Value>

/** The header cell that names the preparer; every other header cell follows from its type. */
const PREPARER = 'nguoi_lap'

function header(template: Template, agency: string, period: Period, known: Known): Values {
  const { windowFrom, windowTo } = datesFor(template.regime, period)
  // A header that carries dates carries the data window: first day, last day.
  const window = [windowFrom, windowTo]
  const carriedValue = ({ type }: HeaderField): Value => {
    if (type.kind === 'agency') return agency
    if (type.kind === 'period') return period
    return type.kind === 'date' ? (window.shift() ?? null) : null
  }
  const inputValue = ({ key, type }: HeaderField): Value => {
    if (key === PREPARER && known.preparer) return known.preparer
    // Names of people outlast a period; numbers and dates of a report do not.
    return type.kind === 'text' ? (known.previous?.header[key] ?? null) : null
  }
  const entries = template.header.map((field) => [field.key, field.source === 'carried' ? carriedValue(field) : inputValue(field)] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isNothing(value)))
}

/** The keys under which a field of this table was reported, this version's first. */
type Names = ReadonlyMap<string, readonly string[]>
const namesIn = ({ fields }: Table): Names => new Map(fields.map(({ key, was = [] }) => [key, [key, ...was]]))

/** What last period said of a field, also where the version that it was filed in called it otherwise. */
function reported(key: string, before: ContentRow, names: Names): Value {
  const known = (names.get(key) ?? [key]).find((one) => before.values[one] !== undefined)
  return (known === undefined ? undefined : before.values[known]) ?? null
}

/** What a given row opens with: last period's value where the field asks for it, also where it was left blank, else what the assignment says. */
function opening(field: Field, given: Values, before: ContentRow | undefined, names: Names): Value {
  if (field.source === 'computed') return null
  if (field.carryFrom !== undefined && before) return reported(field.carryFrom, before, names)
  return given[field.key] ?? null
}

/** A row the filer added keeps what names it; the rest of it starts anew like any other row. */
function openingOfAdded(field: Field, before: ContentRow, names: Names): Value {
  if (field.source === 'carried' && field.carryFrom === undefined) return reported(field.key, before, names)
  return opening(field, {}, before, names)
}

type Given = Pick<Assignment, 'rowId' | 'values'>

/** A due time is a period; of a stretch of years it is the last. */
const asTime = (value: Value): Value => (typeof value === 'string' && /^\d{4}-\d{4}$/.test(value) ? value.slice(5) : value)

/** The rows that other forms of the agency keep, as rows of this one. */
function takenOver({ fields, rows }: Table, others: Known['others']): Given[] {
  const kinds = new Map(fields.map(({ key, type }) => [key, type.kind]))
  return (rows.from ?? []).flatMap(({ template, table, id, values, fixed }) =>
    (others?.get(template)?.rows ?? []).flatMap((row): Given[] => {
      const rowId = row.values[id]
      if (row.table !== table || typeof rowId !== 'string') return []
      const taken = Object.entries(values).map(([ours, theirs]) => {
        const value = row.values[theirs] ?? null
        return [ours, kinds.get(ours) === 'period' ? asTime(value) : value] as const
      })
      return [{ rowId, values: { ...fixed, ...Object.fromEntries(taken) } }]
    }),
  )
}

/** The fields that name a row which was taken over: where the filer added it before by hand, it is the same row. */
const namesOf = ({ rows }: Table): string[] =>
  (rows.from ?? []).flatMap(({ id, values }) => Object.entries(values).flatMap(([ours, theirs]) => (theirs === id ? [ours] : [])))

function rowsOf(table: Table, assigned: readonly Given[], { previous, others }: Known): Prefill['rows'] {
  const before = (previous?.rows ?? []).filter((row) => row.table === table.key)
  const called = namesIn(table)
  const byId = new Map(before.map((row) => [row.id, row]))
  const values = (each: (field: Field) => Value): Values =>
    Object.fromEntries(table.fields.map((field) => [field.key, each(field)] as const).filter(([, value]) => !isNothing(value)))

  const names = namesOf(table)
  const byHand = (rowId: string) => before.find((row) => isAdded(row.id) && names.some((key) => row.values[key] === rowId))
  const taken = takenOver(table, others)
  const given = [...assigned, ...taken].map(({ rowId, values: known }) => ({
    id: rowId,
    table: table.key,
    values: values((field) => opening(field, known, byId.get(rowId) ?? byHand(rowId), called)),
  }))
  const replaced = new Set(taken.flatMap(({ rowId }) => byHand(rowId)?.id ?? []))
  // Rows added earlier come back only where the table remembers anything of last period;
  // a task that was taken away from the agency does not.
  const remembers = table.rows.source !== 'carried' && table.fields.some((field) => field.carryFrom !== undefined)
  const added = before
    .filter((row) => remembers && isAdded(row.id) && !replaced.has(row.id))
    .map((row) => ({ id: row.id, table: table.key, values: values((field) => openingOfAdded(field, row, called)) }))

  const numbered = table.fields.find((field) => field.type.kind === 'sequence' && field.source === 'carried')
  const rows = [...given, ...added]
  if (!numbered) return rows
  return rows.map((row, at) => {
    // A filer's own numbering (19.1 under 19) stands where she gave one.
    const own = isOutline(numbered) && isAdded(row.id) ? row.values[numbered.key] : undefined
    return { ...row, values: { ...row.values, [numbered.key]: own ?? String(at + 1) } }
  })
}

/** Ids of rows that the filer added start with "n" (filing.ts). */
const isAdded = (id: string): boolean => id.startsWith('n')

const isOutline = ({ type }: Field): boolean => type.kind === 'sequence' && type.style === 'outline'

export function prefill(template: Template, agency: string, period: Period, known: Known): Prefill {
  const lastDay = periodRange(period).to
  const holds = ({ assignedTo }: Assignment) => membersOn(known.register, assignedTo, lastDay).some(({ code }) => code === agency)
  const own = known.assignments
    .filter((one) => one.template === template.code)
    .flatMap((one) => {
      const asked = askedIn(one, period)
      return asked ? [{ ...one, ...asked }] : []
    })
    .filter(holds)
    .toSorted((one, other) => one.order - other.order)
  return {
    header: header(template, agency, period, known),
    rows: template.tables.flatMap((table) =>
      rowsOf(
        table,
        own.filter((one) => one.table === table.key),
        known,
      ),
    ),
    ...(known.lastAdded === undefined ? {} : { lastAdded: known.lastAdded }),
  }
}
