// What may be typed into a column: its kind and the limits of that kind.
import { Checkbox } from '@fluentui/react-components'
import { listNamed, type Plan } from '../../../shared/plan.ts'
import type { FieldKind, FieldType } from '../../../shared/template.ts'
import { FIELD_KINDS, MONEY_UNITS } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ChoiceBox, NumberBox } from './value-boxes.tsx'

interface Props {
  readonly type: FieldType
  readonly plan: Plan
  readonly onChange: (type: FieldType, typing?: string) => void
}

/** A new kind begins with limits that suit most columns of it. */
function begun(kind: FieldKind, plan: Plan): FieldType {
  switch (kind) {
    case 'text':
      return { kind, maxLength: 500 }
    case 'decimal':
      return { kind, places: 2 }
    case 'percent':
      return { kind, places: 0, min: 0, max: 100 }
    case 'money':
      return { kind, unit: 'trieu', min: 0 }
    case 'integer':
      return { kind, min: 0 }
    case 'choice':
      return { kind, list: plan.lists[0]?.id ?? '' }
    case 'clause':
      return { kind, many: false }
    case 'sequence':
      return { kind, style: 'number' }
    default:
      return { kind }
  }
}

const KINDS = Object.keys(FIELD_KINDS) as FieldKind[]
const UNITS = Object.keys(MONEY_UNITS) as (keyof typeof MONEY_UNITS)[]

/** What is blank is no limit. */
const set = <T extends FieldType>(type: T, change: Partial<T>): T =>
  Object.fromEntries(Object.entries({ ...type, ...change }).filter(([, value]) => value !== undefined)) as T

export function TypeBoxes({ type, plan, onChange }: Props) {
  const { language, m } = useTemplateText()
  const words = m.ofField
  const limits = (least: string, most: string) =>
    type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'money' || type.kind === 'percent' ? (
      <>
        <NumberBox label={least} value={type.min} name="type-min" onChange={(min, typing) => onChange(set(type, { min }), typing)} />
        <NumberBox label={most} value={type.max} name="type-max" onChange={(max, typing) => onChange(set(type, { max }), typing)} />
      </>
    ) : null
  return (
    <>
      <ChoiceBox
        label={words.kind}
        value={type.kind}
        options={KINDS.map((kind) => ({ value: kind, label: FIELD_KINDS[kind][language] }))}
        onChange={(kind) => onChange(begun(kind, plan))}
        name="type-kind"
      />
      {type.kind === 'text' && (
        <>
          <NumberBox
            label={words.maxLength}
            value={type.maxLength}
            needed
            name="type-max-length"
            onChange={(maxLength, typing) => onChange(set(type, { maxLength }), typing)}
          />
          <NumberBox
            label={words.minLength}
            value={type.minLength}
            name="type-min-length"
            onChange={(minLength, typing) => onChange(set(type, { minLength }), typing)}
          />
          <Checkbox
            label={words.multiline}
            checked={type.multiline === true}
            onChange={(_, data) => onChange(set(type, { multiline: data.checked === true ? true : undefined }))}
          />
        </>
      )}
      {type.kind === 'money' && (
        <ChoiceBox
          label={words.unit}
          value={type.unit}
          options={UNITS.map((unit) => ({ value: unit, label: MONEY_UNITS[unit][language] }))}
          onChange={(unit) => onChange({ ...type, unit })}
          name="type-unit"
        />
      )}
      {(type.kind === 'decimal' || type.kind === 'percent') && (
        <NumberBox
          label={words.places}
          value={type.places}
          needed
          name="type-places"
          onChange={(places, typing) => onChange(set(type, { places }), typing)}
        />
      )}
      {type.kind === 'money' ? limits(words.minMoney, words.maxMoney) : limits(words.min, words.max)}
      {type.kind === 'choice' && (
        <ChoiceBox
          label={words.list}
          value={type.list}
          options={plan.lists.map(({ id, entries }) => ({
            value: id,
            label: `${listNamed(plan, id, language)}: ${entries
              .map(({ label }) => label[language])
              .join(', ')
              .slice(0, 80)}`,
          }))}
          onChange={(list) => onChange({ ...type, list })}
          name="type-list"
        />
      )}
      {type.kind === 'clause' && (
        <Checkbox label={words.many} checked={type.many} onChange={(_, data) => onChange({ ...type, many: data.checked === true })} />
      )}
      {type.kind === 'sequence' && (
        <Checkbox
          label={words.outline}
          checked={type.style === 'outline'}
          onChange={(_, data) => onChange({ ...type, style: data.checked === true ? 'outline' : 'number' })}
        />
      )}
    </>
  )
}
