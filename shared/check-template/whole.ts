// What a template says as a whole, and which tables and rules it has: words in both
// languages, keys and ids that are told apart. The parts are judged in their own files.
import type { Template } from '../template.ts'
import { isCountable } from './needed-columns.ts'
import { isBlank, type Refuse, refuseBlank, refuseTwice, type Spot, within } from './refuse.ts'

/** What is put in where a form is drawn: sheet/printed-lines.ts. */
const FILLED_IN: ReadonlySet<string> = new Set(['{year}', '{period}'])

export function checkWhole(template: Template, refuse: Refuse): void {
  const spotOf = (of: string): Spot => ({ path: [of], table: null, part: 'template', of })
  refuseBlank(refuse, spotOf('title'), template.title)
  refuseBlank(refuse, spotOf('grain'), template.grain)
  for (const [at, line] of template.titleLines.entries()) {
    const spot = within(spotOf('titleLines'), at)
    refuseBlank(refuse, spot, line)
    for (const language of ['vi', 'en'] as const)
      for (const [written] of line[language].matchAll(/\{[^{}]*\}/g))
        if (!FILLED_IN.has(written)) refuse(within(spot, language), 'placeholder-unknown', { placeholder: written })
  }
  for (const [at, law] of template.legalBasis.entries())
    if (isBlank(law)) refuse(within(spotOf('legalBasis'), at), 'blank', { language: 'vi' })
  for (const who of ['preparer', 'signer'] as const) refuseBlank(refuse, within(spotOf('signature'), who), template.signature[who])
  if (template.tables.length === 0) refuse(spotOf('tables'), 'no-tables')
  if (!isCountable(template)) refuse(spotOf('countedFrom'), 'not-countable')
}

export function checkTables({ tables }: Template, refuse: Refuse): void {
  const spotOf = (at: number, ...path: readonly (string | number)[]): Spot => {
    const key = tables[at]?.key ?? ''
    return { path: ['tables', at, ...path], table: key, part: 'table', of: key }
  }
  const keys = tables.map(({ key }) => key)
  refuseTwice(refuse, keys, (at) => spotOf(at, 'key'))
  for (const [at, { title, fields }] of tables.entries()) {
    if (title) refuseBlank(refuse, spotOf(at, 'title'), title)
    else if (tables.length > 1) refuse(spotOf(at, 'title'), 'title-missing')
    if (fields.length === 0) refuse(spotOf(at, 'fields'), 'no-columns')
  }
}

/** Findings, explanations and waivers name a rule by its id alone. */
export function checkRules({ tables }: Template, refuse: Refuse): void {
  const rules = tables.flatMap((table, at) => table.rules.map((rule, index) => ({ rule, table, path: ['tables', at, 'rules', index] })))
  const spotOf = (index: number): Spot => {
    const { rule, table, path } = rules[index]!
    return { path, table: table.key, part: 'rule', of: rule.id }
  }
  const ids = rules.map(({ rule }) => rule.id)
  refuseTwice(refuse, ids, (index) => within(spotOf(index), 'id'))
  for (const [index, { rule }] of rules.entries()) {
    refuseBlank(refuse, within(spotOf(index), 'message'), rule.message)
    if (rule.blocksFrom !== undefined && rule.severity !== 'error') refuse(within(spotOf(index), 'blocksFrom'), 'blocks-only-errors')
  }
}
