// How a column becomes one value for the whole province, and what its sum is held against.
import type { Plan } from '../../../shared/plan.ts'
import type { Field } from '../../../shared/template.ts'
import { AGGREGATIONS } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ChoiceBox } from './value-boxes.tsx'

type Aggregation = NonNullable<Field['aggregation']>

interface Props {
  readonly field: Field
  readonly fields: readonly Field[]
  readonly plan: Plan
  readonly onChange: (change: Partial<Field>) => void
}

const WAYS = Object.keys(AGGREGATIONS) as Aggregation['by'][]

export function AggregationBoxes({ field, fields, plan, onChange }: Props) {
  const { language, m } = useTemplateText()
  const words = m.ofField
  const { aggregation } = field
  const choose = (by: Aggregation['by'] | '') => {
    if (by === '') return onChange({ aggregation: undefined })
    const first = fields[0]?.key ?? field.key
    onChange({ aggregation: by === 'rate' ? { by, numerator: first, denominator: first } : { by } })
  }
  const columns = fields.map(({ key, title }) => ({ value: key, label: title[language] || key }))
  return (
    <>
      <ChoiceBox
        label={words.aggregation}
        value={aggregation?.by ?? ''}
        options={[{ value: '', label: words.noAggregation }, ...WAYS.map((by) => ({ value: by, label: AGGREGATIONS[by][language] }))]}
        onChange={choose}
        name="field-aggregation"
      />
      {aggregation?.by === 'rate' && (
        <>
          <ChoiceBox
            label={words.numerator}
            value={aggregation.numerator}
            options={columns}
            onChange={(numerator) => onChange({ aggregation: { ...aggregation, numerator } })}
            name="field-numerator"
          />
          <ChoiceBox
            label={words.denominator}
            value={aggregation.denominator}
            options={columns}
            onChange={(denominator) => onChange({ aggregation: { ...aggregation, denominator } })}
            name="field-denominator"
          />
        </>
      )}
      <ChoiceBox
        label={words.controlTotal}
        value={field.controlTotal ?? ''}
        options={[{ value: '', label: words.noTotal }, ...Object.keys(plan.totals).map((name) => ({ value: name, label: `plan.${name}` }))]}
        onChange={(name) => onChange({ controlTotal: name === '' ? undefined : name })}
        name="field-control-total"
      />
    </>
  )
}
