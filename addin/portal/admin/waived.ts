// What a waiver is about, in words: the sentence of the rule or the kind of finding, and the
// columns of a form, each under the groups it stands in.
import type { Bilingual } from '../../../shared/bilingual.ts'
import type { Rule, Template } from '../../../shared/template.ts'
import { WAIVABLE_WORDS } from '../../text/waivable-words.ts'

export const rulesOf = ({ tables }: Template): Rule[] => tables.flatMap(({ rules }) => rules)

/** What is not known any more is said under its code. */
export const waivedSentence = (template: Template | undefined, waives: string): Bilingual =>
  (template && rulesOf(template).find(({ id }) => id === waives)?.message) ?? WAIVABLE_WORDS[waives] ?? { vi: waives, en: waives }

interface Column {
  readonly key: string
  readonly title: Bilingual
}

/** A key may stand in several tables of a form; a waiver means it in each. */
export function columnsOf({ tables }: Template): Column[] {
  const named = tables.flatMap(({ fields }) =>
    fields.map(({ key, title, group = [] }) => {
      const whole = [...group, title]
      return [key, { key, title: { vi: whole.map(({ vi }) => vi).join(' > '), en: whole.map(({ en }) => en).join(' > ') } }] as const
    }),
  )
  return [...new Map(named).values()]
}

export const columnTitle = (template: Template | undefined, key: string): Bilingual =>
  (template && columnsOf(template).find((one) => one.key === key)?.title) ?? { vi: key, en: key }
