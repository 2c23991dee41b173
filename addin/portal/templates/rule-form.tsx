// One rule: where it is right, what the filer reads where it is broken, how hard it is and from when.
import { Checkbox } from '@fluentui/react-components'
import { periodsOf, showPeriod } from '../../../shared/period.ts'
import type { Rule } from '../../../shared/template.ts'
import { SCOPES, SEVERITIES } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import { FormulaBox } from './formula-box.tsx'
import { KeyBox, RULE_ID } from './key-box.tsx'
import type { Workshop } from './part-form.ts'
import { shownAt } from './shown-at.ts'
import { changeRule } from './template-edits.ts'
import { useTemplateStyles } from './template-styles.ts'
import { TryFormula } from './try-formula.tsx'
import { ChoiceBox, TextBox } from './value-boxes.tsx'

interface Props extends Workshop {
  readonly table: number
  readonly at: number
}

export function RuleForm({ table: tableAt, at, api, template, surroundings, refusals, data, triedOn, onChange }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofRule
  const { plan } = surroundings
  const table = template.tables[tableAt]
  const rule = table?.rules[at]
  if (!table || !rule) return null
  const change = (more: Partial<Rule>, typing?: string) => onChange(changeRule(template, tableAt, at, more), typing)
  const taken = new Set(template.tables.flatMap(({ rules }) => rules.filter((one) => one !== rule).map(({ id }) => id)))
  const own = refusals.filter((one) => one.part === 'rule' && one.of === rule.id && one.source !== '')
  const periods = [plan.year, plan.year + 1].flatMap((year) => periodsOf(template.regime.frequency, year))
  const since = (none: string) => [
    { value: '', label: none },
    ...periods.map((period) => ({ value: period, label: showPeriod(period, language) })),
  ]
  return (
    <div className={styles.boxes}>
      <FormulaBox
        label={words.formula}
        value={rule.formula}
        onChange={(formula, typing) => change({ formula, field: shownAt(table.fields, rule, formula) }, typing)}
        place={{ ...{ template, plan, language }, table: tableAt, about: rule.scope }}
        refusals={own}
        data={data}
        name="rule-formula"
      >
        <ChoiceBox
          label={words.scope}
          value={rule.scope}
          options={(['row', 'table'] as const).map((scope) => ({ value: scope, label: SCOPES[scope][language] }))}
          onChange={(scope) => change({ scope, judgesNothing: undefined })}
          name="rule-scope"
        />
      </FormulaBox>
      <BilingualBox
        label={words.message}
        value={rule.message}
        onChange={(message, typing) => change({ message }, typing)}
        name="rule-message"
        long
      />
      <ChoiceBox
        label={words.field}
        value={rule.field}
        options={table.fields.map(({ key, title }) => ({ value: key, label: title[language] || key }))}
        onChange={(field) => change({ field })}
        name="rule-field"
      />
      <ChoiceBox
        label={words.severity}
        value={rule.severity}
        options={(['error', 'warning', 'info'] as const).map((severity) => ({ value: severity, label: SEVERITIES[severity][language] }))}
        onChange={(severity) => change({ severity, ...(severity === 'error' ? {} : { blocksFrom: undefined }) })}
        name="rule-severity"
      />
      <ChoiceBox
        label={words.appliesFrom}
        value={rule.appliesFrom ?? ''}
        options={since(words.appliesAlways)}
        onChange={(period) => change({ appliesFrom: period === '' ? undefined : period })}
        name="rule-applies-from"
      />
      {rule.severity === 'error' && (
        <ChoiceBox
          label={words.blocksFrom}
          value={rule.blocksFrom ?? ''}
          options={since(words.blocksAlways)}
          onChange={(period) => change({ blocksFrom: period === '' ? undefined : period })}
          name="rule-blocks-from"
        />
      )}
      {rule.scope === 'table' && (
        <Checkbox
          label={words.judgesNothing}
          checked={rule.judgesNothing === true}
          onChange={(_, now) => change({ judgesNothing: now.checked === true ? true : undefined })}
        />
      )}
      <TextBox
        label={words.basis}
        value={rule.basis ?? ''}
        onChange={(basis, typing) => change({ basis: basis === '' ? undefined : basis }, typing)}
        name="rule-basis"
      />
      <KeyBox label={words.id} value={rule.id} pattern={RULE_ID} taken={taken} onChange={(id) => change({ id })} name="rule-id" />
      <TryFormula {...{ api, template, triedOn, refusals }} key={rule.id} only={{ kind: 'rule', id: rule.id }} />
    </div>
  )
}
