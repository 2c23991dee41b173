// One entry of a code list of the plan: the label in the cell, the code in the value.
import type { CodeList, Plan } from '../plan.ts'
import type { FieldType } from '../template.ts'
import { fold, foldBare } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import { type FieldBehaviour, type FieldFix, found, type Names, oneLine, quoted, type Reading, read, safely } from './field-behaviour.ts'

type Choice = Extract<FieldType, { kind: 'choice' }>
type ListEntry = CodeList['entries'][number]

interface ListIndex {
  readonly entries: readonly ListEntry[]
  readonly codes: ReadonlyMap<string, ListEntry>
  /** The readings of the labels as they are: what nearly all cells hold. */
  readonly labels: ReadonlyMap<string, Reading>
}

const indexes = new WeakMap<Plan, Map<string, ListIndex>>()

function indexOf(type: Choice, { plan }: Pick<Names, 'plan'>): ListIndex {
  const lists = indexes.get(plan) ?? new Map<string, ListIndex>()
  indexes.set(plan, lists)
  let index = lists.get(type.list)
  if (!index) {
    const entries = plan.lists.find((list) => list.id === type.list)?.entries ?? []
    index = {
      entries,
      codes: new Map(entries.map((entry) => [entry.code, entry])),
      labels: new Map(entries.map((entry) => [entry.label.vi, read(entry.code)])),
    }
    lists.set(type.list, index)
  }
  return index
}

const labelFix = (entry: ListEntry): FieldFix => ({ value: entry.label.vi, shown: entry.label.vi })

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '=>': '≥', '<=': '≤', '=<': '≤' }

/** "01" and 1 are the same number of a group; signs have no letters to fold and stay themselves. */
function plainKey(text: string): string {
  const folded = fold(text).replace(/^0+(?=\d)/, '')
  return folded === '' ? (SIGNS[text] ?? text) : /^[%≥≤<>=]/.test(text) ? `${text.charAt(0)} ${folded}` : folded
}

const NOT = ['không', 'chưa'].map(fold)

/** "Đã hoàn thành", "Hoàn thành 100%": the label among other words, none of which denies it. */
function within(text: string, label: string): boolean {
  const at = ` ${text} `.indexOf(` ${label} `)
  return (
    label !== '' &&
    at >= 0 &&
    !text
      .slice(0, at)
      .split(' ')
      .some((word) => NOT.includes(word))
  )
}

/** The only entry for which it holds. */
const only = (entries: readonly ListEntry[], holds: (entry: ListEntry) => boolean): ListEntry | null => {
  const [one, other] = entries.filter(holds)
  return one && !other ? one : null
}

export const choice: FieldBehaviour<Choice> = {
  read(type, typed, _, context) {
    const text = oneLine(typed)
    const { entries, codes, labels } = indexOf(type, context)
    const exact = labels.get(text)
    if (exact) return exact
    const key = plainKey(text)
    const alike =
      only(entries, (entry) => plainKey(entry.label.vi) === key) ??
      codes.get(text) ??
      only(entries, (entry) => plainKey(entry.label.en) === key)
    if (alike)
      return read(
        alike.code,
        found('list-spelling', 'info', { actual: quoted(text), expected: alike.label.vi, fixes: [safely(labelFix(alike))] }),
      )
    const near =
      only(entries, (entry) => within(key, plainKey(entry.label.vi))) ??
      nearest(
        foldBare(text.slice(0, 200)),
        entries.map((entry) => [foldBare(entry.label.vi), entry]),
      )
    return read(
      null,
      found('not-in-list', 'error', {
        actual: quoted(text),
        expected: entries.map((entry) => entry.label.vi).join('; '),
        fixes: near ? [labelFix(near)] : [],
      }),
    )
  },
  show: (type, value, lang, names) => indexOf(type, names).codes.get(String(value))?.label[lang] ?? String(value),
  cell: (type, value, names) => indexOf(type, names).codes.get(String(value))?.label.vi ?? String(value),
  numberFormat: () => '@',
}
