// Choosing a template and one of its periods; the newest that has opened stands first.
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PeriodChoices } from '../../../shared/wire.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  template: { minWidth: 'min(22rem, 100%)' },
  period: { minWidth: 'min(11rem, 100%)' },
})

export interface Chosen {
  readonly template: string
  readonly period: string
}

/** `wanted`: the template to begin with; `only` leaves no other choice. */
export function useChosen(choices: PeriodChoices | null, wanted: string): readonly [Chosen | null, (chosen: Chosen) => void] {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const template = choices?.templates.find(({ code, periods }) => code === wanted && periods.length > 0)
  const newest = template && newestFirst(template.periods)[0]
  return [chosen ?? (template && newest ? { template: template.code, period: newest.code } : null), setChosen]
}

type Period = PeriodChoices['templates'][number]['periods'][number]

const newestFirst = (periods: readonly Period[]): Period[] => periods.toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))

interface Props {
  readonly choices: PeriodChoices
  readonly chosen: Chosen
  readonly only?: string
  readonly onChoose: (chosen: Chosen) => void
}

export function PeriodChoice({ choices, chosen, only, onChoose }: Props) {
  const { language, p } = useQuarterText()
  const styles = useStyles()
  const templates = choices.templates.filter(({ code, periods }) => periods.length > 0 && (only === undefined || code === only))
  const periods = newestFirst(templates.find(({ code }) => code === chosen.template)?.periods ?? [])
  const choose = (template: string) => {
    const [newest] = newestFirst(templates.find(({ code }) => code === template)?.periods ?? [])
    if (newest) onChoose({ template, period: newest.code })
  }
  return (
    <div className={styles.choices}>
      <Field label={p.chooseTemplate} className={styles.template}>
        <Select value={chosen.template} onChange={(_, data) => choose(data.value)} data-testid="choose-template">
          {templates.map(({ code, title }) => (
            <option key={code} value={code}>
              {code} · {title[language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={p.choosePeriod} className={styles.period}>
        <Select value={chosen.period} onChange={(_, data) => onChoose({ ...chosen, period: data.value })} data-testid="choose-period">
          {periods.map(({ code, title }) => (
            <option key={code} value={code}>
              {title[language]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
