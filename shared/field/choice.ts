// One entry of a code list of the plan: the label in the cell, the code in the value.
import type { CodeList } from '../plan.ts'
import type { FieldType } from '../template.ts'
import { fold, foldBare } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import { type FieldBehaviour, type FieldFix, found, type Names, oneLine, read } from './field-behaviour.ts'

type Choice = Extract<FieldType, { kind: 'choice' }>
type ListEntry = CodeList['entries'][number]

const entriesOf = (type: Choice, { plan }: Pick<Names, 'plan'>): readonly ListEntry[] =>
  plan.lists.find((list) => list.id === type.list)?.entries ?? []
const labelFix = (entry: ListEntry): FieldFix => ({ value: entry.label.vi, shown: entry.label.vi })

/** "01" and 1 are the same number of a group. */
const plainKey = (text: string): string => fold(text).replace(/^0+(?=\d)/, '')

export const choice: FieldBehaviour<Choice> = {
  read(type, typed, _, context) {
    const text = oneLine(typed)
    const entries = entriesOf(type, context)
    const exact = entries.find((entry) => entry.label.vi === text)
    if (exact) return read(exact.code)
    const key = plainKey(text)
    const alike =
      entries.find((entry) => plainKey(entry.label.vi) === key) ??
      entries.find((entry) => entry.code === text || plainKey(entry.label.en) === key)
    if (alike) return read(alike.code, found('list-spelling', 'info', { actual: text, expected: alike.label.vi, fixes: [labelFix(alike)] }))
    const near = nearest(
      foldBare(text),
      entries.map((entry) => [foldBare(entry.label.vi), entry]),
    )
    return read(
      null,
      found('not-in-list', 'error', {
        actual: text,
        expected: entries.map((entry) => entry.label.vi).join('; '),
        fixes: near ? [labelFix(near)] : [],
      }),
    )
  },
  show(type, value, lang, names) {
    return entriesOf(type, names).find((entry) => entry.code === value)?.label[lang] ?? String(value)
  },
  cell(type, value, names) {
    return entriesOf(type, names).find((entry) => entry.code === value)?.label.vi ?? String(value)
  },
  numberFormat: () => '@',
}
