// A template as somebody would open it who owes it, with one row of its own examples: for
// looking at the sheet before anybody has it, and for holding the examples against the rules.
import { membersOn } from '../agency.ts'
import { check } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import { datesFor } from '../deadline.ts'
import type { Entry, Filing } from '../filing.ts'
import type { Finding } from '../finding.ts'
import { type Obligation, obligationId } from '../obligation.ts'
import { periodRange, periodsOf } from '../period.ts'
import { prefill } from '../prefill.ts'
import type { Lists } from '../sheet/form-cells.ts'
import { isTyped } from '../sheet/table-formulas.ts'
import type { Field, HeaderField, Template } from '../template.ts'

export interface SampleForm {
  readonly obligation: Obligation
  readonly agencyName: string
  readonly context: CheckContext
  readonly filing: Filing
}

const examples = (fields: readonly (Field | HeaderField)[]): Record<string, Entry> =>
  Object.fromEntries(fields.flatMap(({ key, example }): [string, Entry][] => (example === undefined ? [] : [[key, { value: example }]])))

/** `wanted`: a period of the template; null: the first of the plan's year. */
export function sampleForm(template: Template, { register, plan }: Lists, wanted: string | null = null): SampleForm {
  const { code, version, regime } = template
  const period = wanted ?? periodsOf(regime.frequency, plan.year)[0]!
  const owing = membersOn(register, regime.owedBy, periodRange(period).to).find(({ reports }) => reports)
  const agency = owing ?? register.agencies[0]
  const name = agency?.code ?? ''
  const dates = datesFor(regime, period)
  const empty = prefill(template, name, period, { assignments: [], register, plan, previous: null })
  // Where the filer may not add rows, one stands for those that the server will bring.
  const brought = template.tables.filter(({ rows }) => rows.source === 'carried').map(({ key }) => ({ id: '1', table: key, values: {} }))
  return {
    obligation: { id: obligationId(code, period, name), template: code, version, period, agency: name, dates },
    agencyName: agency?.name ?? '',
    context: {
      ...{ today: dates.windowTo, agency: name, period, register, plan, previous: null },
      prefill: { ...empty, rows: [...empty.rows, ...brought] },
    },
    filing: {
      ...{ template: code, version, agency: name, period, declaration: null, explanations: {} },
      header: examples(template.header.filter(({ source }) => source === 'input')),
      rows: template.tables.map(({ key, fields, rows }) => {
        const given = rows.source === 'carried'
        return { id: given ? '1' : 'n1', table: key, entries: examples(fields.filter((field) => isTyped(field, given))) }
      }),
    },
  }
}

/** What is found in the examples, held against the rules at the end of the plan's year; a column without an example is not missed. */
export function sampleFindings(template: Template, lists: Lists): Finding[] {
  const last = periodsOf(template.regime.frequency, lists.plan.year).at(-1) ?? null
  const { filing, context } = sampleForm(template, lists, last)
  const given = new Set([...filing.rows.flatMap(({ entries }) => Object.keys(entries)), ...Object.keys(filing.header)])
  return check(template, filing, context).findings.filter(({ code, place }) => code !== 'required' || given.has(place.field ?? ''))
}
