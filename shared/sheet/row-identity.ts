// Which row of the form each row of the sheet is: by its hidden id, and by what
// the server brought into it where ids were lost, left behind by sorting, or copied.

import { cellValue } from '../field/field.ts'
import type { Entry, Prefill } from '../filing.ts'
import type { Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Lists } from './form-cells.ts'

/** What the server carried into the form. Without it only the hidden ids speak. */
export interface Carried extends Lists {
  readonly prefill: Prefill
}

export interface SheetRow {
  /** What stands in the id column. */
  readonly id: string
  readonly entries: Readonly<Record<string, Entry>>
}

export interface Identity {
  readonly id: string
  /** Another id stood beside the row than what the server brought into it says. */
  readonly mended?: true
  /** The row is a copy of this one: index among the rows asked for. */
  readonly copyOf?: number
  /** The copy still holds what the server brought into the original. */
  readonly unchanged?: true
}

export const isAddedId = (id: string): boolean => /^n\d+$/.test(id)

/** Hands out n1, n2 … past the ids that stand in the sheet, in the order of asking. */
export class RowIds {
  readonly #used = new Set<string>()
  #next = 1

  /** Numbers up to this one are not given again. */
  past(number: number): void {
    this.#next = Math.max(this.#next, number + 1)
  }

  reserve(id: string): void {
    this.#used.add(id)
  }

  fresh(): string {
    while (this.#used.has(`n${this.#next}`)) this.#next++
    const id = `n${this.#next}`
    this.#used.add(id)
    return id
  }
}

/** What tells carried rows apart for a reader: the texts the server brought. Numbers and running numbers do not. */
function textOf(table: Table, textFor: (key: string) => unknown): string {
  const telling = table.fields.filter(
    ({ source, carryFrom, type }) =>
      source === 'carried' &&
      carryFrom === undefined &&
      !['sequence', 'money', 'integer', 'decimal', 'percent', 'date'].includes(type.kind),
  )
  const texts = telling.map(({ key }) => fold(String(textFor(key) ?? '')))
  return texts.every((text) => text === '') ? '' : texts.join('\n')
}

/** Ids by what was brought into the rows; rows that look alike have none. */
function idsByText(table: Table, carried: Carried | null): Map<string, string | null> {
  const known = new Map<string, string | null>()
  for (const row of carried?.prefill.rows ?? []) {
    if (row.table !== table.key) continue
    const types = new Map(table.fields.map((field) => [field.key, field.type]))
    const text = textOf(table, (key) => {
      const value = row.values[key]
      return value === undefined ? null : cellValue(types.get(key)!, value, carried!)
    })
    if (text !== '') known.set(text, known.has(text) ? null : row.id)
  }
  return known
}

/** Rows to which nothing legible was brought are known by their order, where none is missing and none was added. */
function inOrder(
  table: Table,
  rows: readonly SheetRow[],
  byText: ReadonlyMap<string, unknown>,
  carried: Carried | null,
): [number, string][] {
  const given = (carried?.prefill.rows ?? []).filter((row) => row.table === table.key)
  const told = byText.size > 0 || table.rows.source !== 'carried' || rows.length !== given.length || rows.some(({ id }) => id !== '')
  return told ? [] : given.map(({ id }, at) => [at, id])
}

export function identify(table: Table, rows: readonly SheetRow[], carried: Carried | null, ids: RowIds): Identity[] {
  const byText = idsByText(table, carried)
  const said = rows.map(({ entries }) => byText.get(textOf(table, (key) => entries[key]?.value)) ?? null)
  const holders = new Map<string, number>()
  const found: (Identity | undefined)[] = rows.map(() => undefined)
  const take = (at: number, identity: Identity) => {
    found[at] = identity
    if (!holders.has(identity.id)) holders.set(identity.id, at)
  }
  rows.forEach(({ id }, at) => {
    if (said[at] !== null && said[at] === id && !holders.has(id)) take(at, { id })
  })
  rows.forEach(({ id }, at) => {
    const meant = said[at]
    if (!meant || found[at] || id === meant || holders.has(meant)) return
    // A row whose carried texts were typed over still owns its id.
    const owner = rows.findIndex((row, other) => row.id === meant && said[other] === null)
    if (owner < 0) take(at, { id: meant, ...(id === '' || isAddedId(id) ? {} : { mended: true as const }) })
  })
  for (const [at, id] of inOrder(table, rows, byText, carried)) if (!found[at] && !holders.has(id)) take(at, { id })
  rows.forEach(({ id }, at) => {
    if (found[at]) return
    const first = id === '' ? undefined : holders.get(id)
    if (id === '') take(at, { id: ids.fresh() })
    else if (first === undefined) take(at, { id })
    else take(at, { id: ids.fresh(), copyOf: first, ...(said[at] === id ? { unchanged: true as const } : {}) })
  })
  return found as Identity[]
}
