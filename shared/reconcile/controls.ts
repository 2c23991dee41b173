// The sums of a table against the control totals of the plan (section VI of the first one),
// over the province and for each agency by itself. All amounts in đồng.
import type { Bilingual } from '../bilingual.ts'
import type { Plan } from '../plan.ts'
import type { CountedHead, TableSurvey } from '../survey.ts'
import type { Field, Table, Template } from '../template.ts'

export interface Control {
  readonly template: string
  readonly table: string
  readonly field: Field
  readonly label: Bilingual
  readonly planned: number
  readonly filed: number
  /** Agencies whose own sum is above what the plan has for the whole province: the largest first, as many as a person reads. */
  readonly above: readonly { readonly head: CountedHead; readonly filed: number }[]
  /** How many there are. */
  readonly aboveCount: number
}

const MOST_ABOVE = 100

const amount = (value: unknown): number => (typeof value === 'number' ? value : 0)

export const controlledFields = ({ fields }: Table): (Field & { readonly controlTotal: string })[] =>
  fields.flatMap((field) =>
    field.controlTotal !== undefined && field.type.kind === 'money' ? [{ ...field, controlTotal: field.controlTotal }] : [],
  )

/** With the headings under which the column stands: "PL2: Nhu cầu vốn năm 2025 – NSĐP – Đầu tư công". */
export function controlLabel({ code }: Pick<Template, 'code'>, field: Field): Bilingual {
  const titles = [...(field.group ?? []), field.title]
  return { vi: `${code}: ${titles.map(({ vi }) => vi).join(' – ')}`, en: `${code}: ${titles.map(({ en }) => en).join(' – ')}` }
}

export function controlsOf(template: Template, table: Table, survey: TableSurvey, heads: readonly CountedHead[], plan: Plan): Control[] {
  return controlledFields(table).map((field) => {
    const planned = plan.totals[field.controlTotal] ?? 0
    const above = heads
      .flatMap((head) => {
        const filed = amount(survey.bySubmission.get(head.submissionId)?.[field.key])
        return filed > planned ? [{ head, filed }] : []
      })
      .sort((a, b) => b.filed - a.filed)
    return {
      ...{ template: template.code, table: table.key, field, planned, label: controlLabel(template, field) },
      filed: amount(survey.totals[field.key]),
      above: above.slice(0, MOST_ABOVE),
      aboveCount: above.length,
    }
  })
}
