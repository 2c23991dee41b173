// One column: what it is called, what may stand in it, where it comes from, how it is added up.
import { Checkbox } from '@fluentui/react-components'
import { type Field, tableOf } from '../../../shared/template.ts'
import { fieldKey } from '../../../shared/template-edit/field-key.ts'
import { renameField } from '../../../shared/template-edit/rename-field.ts'
import { SOURCES } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { AggregationBoxes } from './aggregation-boxes.tsx'
import { BilingualBox } from './bilingual-box.tsx'
import { BilingualList } from './bilingual-list.tsx'
import { FormulaBox } from './formula-box.tsx'
import type { FormulaPlace } from './formula-completion.ts'
import { KEY, KeyBox } from './key-box.tsx'
import type { Workshop } from './part-form.ts'
import { changeField, changeGroup } from './template-edits.ts'
import { useTemplateStyles } from './template-styles.ts'
import { TryFormula } from './try-formula.tsx'
import { TypeBoxes } from './type-boxes.tsx'
import { ChoiceBox, NumberBox, TextBox } from './value-boxes.tsx'

/** A key that nobody has given yet. */
const UNNAMED = /^cot(_\d+)?$/

interface Props extends Workshop {
  readonly table: number
  readonly at: number
}

export function FieldForm({ table: tableAt, at, api, template, surroundings, refusals, data, triedOn, onChange }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofField
  const { plan, templates } = surroundings
  const table = template.tables[tableAt]
  const field = table?.fields[at]
  if (!table || !field) return null
  const change = (more: Partial<Field>, typing?: string) => onChange(changeField(template, tableAt, at, more), typing)
  const others = table.fields.filter((one) => one !== field)
  const taken = new Set(others.flatMap(({ key, was = [] }) => [key, ...was]))
  const published = templates.find(({ code, version }) => code === template.code && version < template.version)
  const known = new Set((published && tableOf(published, table.key)?.fields.map(({ key }) => key)) ?? [])
  const rename = (key: string) => onChange(renameField(template, tableAt, field.key, key, known))
  const place: FormulaPlace = { ...{ template, plan, language }, table: tableAt, about: 'row' }
  const refusalsOf = (part: 'formula' | 'required-when') =>
    refusals.filter((one) => one.part === part && one.table === table.key && one.of === field.key)
  const columns = others.map(({ key, title }) => ({ value: key, label: title[language] || key }))
  const required = field.requiredWhen === undefined ? (field.required ? 'yes' : 'no') : 'when'
  const require = (how: typeof required) =>
    change({ required: how === 'yes', requiredWhen: how === 'when' ? (field.requiredWhen ?? '=') : undefined })
  return (
    <>
      <div className={styles.boxes}>
        <BilingualBox
          label={words.title}
          value={field.title}
          onChange={(title, typing) => change({ title }, typing)}
          onLeave={() => {
            if (UNNAMED.test(field.key) && field.title.vi !== '' && !known.has(field.key)) rename(fieldKey(field.title.vi, taken))
          }}
          name="field-title"
        />
      </div>
      <div className={styles.boxes}>
        <TypeBoxes type={field.type} plan={plan} onChange={(type, typing) => change({ type }, typing)} />
        <ChoiceBox
          label={words.source}
          value={field.source}
          options={(['input', 'carried', 'computed'] as const).map((source) => ({ value: source, label: SOURCES[source][language] }))}
          onChange={(source) => change({ source, formula: source === 'computed' ? (field.formula ?? '=') : undefined })}
          name="field-source"
        />
        {field.source === 'computed' && (
          <FormulaBox
            label={words.formula}
            value={field.formula ?? ''}
            onChange={(formula, typing) => change({ formula }, typing)}
            place={place}
            refusals={refusalsOf('formula')}
            data={data}
            name="field-formula"
          />
        )}
        {field.source !== 'computed' && (
          <ChoiceBox
            label={words.required}
            value={required}
            options={[
              { value: 'no', label: words.requiredNo },
              { value: 'yes', label: words.requiredYes },
              { value: 'when', label: words.requiredWhen },
            ]}
            onChange={require}
            name="field-required"
          />
        )}
        {field.requiredWhen !== undefined && (
          <FormulaBox
            label={words.requiredFormula}
            value={field.requiredWhen}
            onChange={(requiredWhen, typing) => change({ requiredWhen }, typing)}
            place={place}
            refusals={refusalsOf('required-when')}
            data={data}
            name="field-required-when"
          />
        )}
        {(field.source === 'computed' || field.requiredWhen !== undefined) && (
          <TryFormula
            {...{ api, template, triedOn, refusals }}
            key={field.key}
            only={{ kind: 'field', table: table.key, key: field.key }}
          />
        )}
        <Checkbox label={words.nilAllowed} checked={field.nilAllowed} onChange={(_, now) => change({ nilAllowed: now.checked === true })} />
        <TextBox
          label={words.example}
          value={field.example ?? ''}
          onChange={(example, typing) => change({ example: example === '' ? undefined : example }, typing)}
          name="field-example"
        />
        <NumberBox
          label={words.width}
          value={field.width}
          needed
          onChange={(width, typing) => change({ width: width ?? 18 }, typing)}
          name="field-width"
        />
        <BilingualBox
          label={words.help}
          value={field.help ?? { vi: '', en: '' }}
          onChange={(help, typing) => change({ help: help.vi === '' && help.en === '' ? undefined : help }, typing)}
          name="field-help"
          long
        />
        <BilingualList
          legend={words.group}
          labelOf={words.groupLevel}
          addLabel={words.addGroup}
          values={field.group ?? []}
          onChange={(group, typing) => onChange(changeGroup(template, tableAt, at, group), typing)}
          name="field-group"
        />
      </div>
      <details>
        <summary className={styles.summary}>{words.more}</summary>
        <div className={styles.boxes}>
          <AggregationBoxes field={field} fields={table.fields} plan={plan} onChange={change} />
          <ChoiceBox
            label={words.carryFrom}
            value={field.carryFrom ?? ''}
            options={[{ value: '', label: words.noCarry }, { value: field.key, label: field.title[language] || field.key }, ...columns]}
            onChange={(key) => change({ carryFrom: key === '' ? undefined : key })}
            name="field-carry"
          />
          {field.type.kind === 'agencies' && (
            <ChoiceBox
              label={words.placesIn}
              value={field.placesIn ?? ''}
              options={[{ value: '', label: words.noPlaces }, ...columns]}
              onChange={(key) => change({ placesIn: key === '' ? undefined : key })}
              name="field-places"
            />
          )}
          <TextBox
            label={words.basis}
            value={field.basis ?? ''}
            onChange={(basis, typing) => change({ basis: basis === '' ? undefined : basis }, typing)}
            name="field-basis"
          />
          <KeyBox label={words.key} hint={words.keyHint} value={field.key} pattern={KEY} taken={taken} onChange={rename} name="field-key" />
        </div>
      </details>
    </>
  )
}
