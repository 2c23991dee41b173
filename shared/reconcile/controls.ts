// The sums of a table against the control totals of the plan (section VI of the first one),
// over the province and for each agency by itself. All amounts in đồng.
import type { Bilingual } from '../bilingual.ts'
import type { Plan } from '../plan.ts'
import type { ListedSubmission, TableSurvey } from '../survey.ts'
import type { Field, Table, Template } from '../template.ts'

export interface Control {
  readonly template: string
  readonly table: string
  readonly field: Field
  readonly label: Bilingual
  readonly planned: number
  readonly filed: number
  /** Agencies whose own sum is above what the plan has for the whole province: the largest first, as many as a person reads. */
  readonly above: readonly { readonly head: ListedSubmission; readonly filed: number }[]
  /** The agencies that ask for most. */
  readonly largest: readonly ListedSubmission[]
}

/** Agencies that are named beside a control total: the largest. More would be read by nobody. */
const MOST_NAMED = 100

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

export function controlsOf(
  template: Template,
  table: Table,
  survey: Pick<TableSurvey, 'totals' | 'bySubmission'>,
  heads: readonly ListedSubmission[],
  plan: Plan,
  most = MOST_NAMED,
): Control[] {
  return controlledFields(table).map((field) => {
    const planned = plan.totals[field.controlTotal] ?? 0
    const amounts = heads
      .map((head) => ({ head, filed: amount(survey.bySubmission.get(head.submissionId)?.[field.key]) }))
      .sort((a, b) => b.filed - a.filed)
    return {
      ...{ template: template.code, table: table.key, field, planned, label: controlLabel(template, field) },
      filed: amount(survey.totals[field.key]),
      above: amounts.filter(({ filed }) => filed > planned).slice(0, most),
      largest: amounts.slice(0, MOST_NAMED).map(({ head }) => head),
    }
  })
}
