// The report regime: the mandatory elements of NĐ 09/2019/NĐ-CP Đ11.2, who owes the report, its days.
import { Button, Checkbox } from '@fluentui/react-components'
import type { Bilingual } from '../../../shared/bilingual.ts'
import type { Regime } from '../../../shared/template.ts'
import { withRegimeOf } from '../../../shared/template-edit/fill-blanks.ts'
import { REGIME_ELEMENTS } from '../../../shared/text/template-part-names.ts'
import { FREQUENCIES } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import type { Workshop } from './part-form.ts'
import { useTemplateStyles } from './template-styles.ts'
import { ChoiceBox, NumberBox, TextBox } from './value-boxes.tsx'

const ELEMENTS = ['name', 'content', 'reporter', 'receiver', 'channel', 'deadline', 'dataWindow', 'outline', 'guidance'] as const
const HOW_OFTEN = Object.keys(FREQUENCIES) as Regime['frequency'][]

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

export function RegimeForm({ template, surroundings, onChange }: Workshop) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofRegime
  const { regime } = template
  const change = (more: Partial<Regime>, typing?: string) => onChange({ ...template, regime: { ...regime, ...more } }, typing)
  const days = (more: Partial<Regime['dates']>, typing?: string) => change({ dates: { ...regime.dates, ...more } }, typing)
  const { agencies, groups } = surroundings.register
  const owing = [...groups, ...agencies].map(({ code, name }) => ({ value: code, label: name }))
  const nameOf = (code: string) => owing.find(({ value }) => value === code)?.label ?? code
  const element = (key: string) => capital(REGIME_ELEMENTS[language][key] ?? key)
  const others = surroundings.templates.filter(({ code }) => code !== template.code)
  const copy = (code: string) => {
    const other = others.find((one) => one.code === code)
    if (other) onChange(withRegimeOf(template, other.regime))
  }
  return (
    <div className={styles.boxes}>
      {others.length > 0 && (
        <ChoiceBox
          label={words.likeOther}
          value=""
          options={[
            { value: '', label: words.choose },
            ...others.map(({ code, title }) => ({ value: code, label: `${code} · ${title[language]}` })),
          ]}
          onChange={copy}
          name="regime-like"
        />
      )}
      <ChoiceBox
        label={words.frequency}
        value={regime.frequency}
        options={HOW_OFTEN.map((one) => ({ value: one, label: FREQUENCIES[one][language] }))}
        onChange={(frequency) => change({ frequency })}
        name="regime-frequency"
      />
      <NumberBox
        label={words.cutOffDay}
        value={regime.dates.cutOffDay}
        needed
        onChange={(day, typing) => days({ cutOffDay: day ?? 14 }, typing)}
        name="regime-cut-off"
      />
      <NumberBox
        label={words.dueDay}
        value={regime.dates.dueDay}
        needed
        onChange={(day, typing) => days({ dueDay: day ?? 20 }, typing)}
        name="regime-due"
      />
      <NumberBox
        label={words.lockAfterDays}
        value={regime.dates.lockAfterDays}
        needed
        onChange={(many, typing) => days({ lockAfterDays: many ?? 0 }, typing)}
        name="regime-lock"
      />
      <Checkbox
        label={words.dueInclusive}
        checked={regime.dates.dueInclusive}
        onChange={(_, now) => days({ dueInclusive: now.checked === true })}
      />
      <TextBox label={element('basis')} value={regime.basis} onChange={(basis, typing) => change({ basis }, typing)} name="regime-basis" />
      <fieldset className={`${styles.group} ${styles.wide}`}>
        <legend>{words.owedBy}</legend>
        <div className={styles.line}>
          {regime.owedBy.map((code) => (
            <Button
              key={code}
              size="small"
              onClick={() => change({ owedBy: regime.owedBy.filter((one) => one !== code) })}
              aria-label={words.takeAway(nameOf(code))}
            >
              {nameOf(code)} ✕
            </Button>
          ))}
        </div>
        <ChoiceBox
          label={words.addOwing}
          value=""
          options={[{ value: '', label: words.choose }, ...owing.filter(({ value }) => !regime.owedBy.includes(value))]}
          onChange={(code) => code !== '' && change({ owedBy: [...regime.owedBy, code] })}
          name="regime-owing"
        />
      </fieldset>
      {ELEMENTS.map((key) => (
        <BilingualBox
          key={key}
          label={element(key)}
          value={regime[key]}
          onChange={(said: Bilingual, typing) => change({ [key]: said }, typing)}
          name={`regime-${key}`}
          long
        />
      ))}
    </div>
  )
}
