// "Try it": a formula run on the real reports of the last period, with the very sentence that the
// filer will read where it is broken, or with what it gives in the first rows.
import { Button, Text } from '@fluentui/react-components'
import type { Language } from '../../../shared/bilingual.ts'
import { isBlank } from '../../../shared/check-template/refuse.ts'
import type { Finding } from '../../../shared/finding.ts'
import { showPeriod } from '../../../shared/period.ts'
import { sentence } from '../../../shared/text/sentence.ts'
import { refusalSentence } from '../../../shared/text/template-refusal.ts'
import { keepsFromTrying } from '../../../shared/trial/keeps-from-trying.ts'
import type { TrialRequest } from '../../../shared/wire-templates.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { Workshop } from './part-form.ts'
import { useTemplateStyles } from './template-styles.ts'
import { useTrial } from './use-trial.ts'

const SHOWN = 20

interface Props extends Pick<Workshop, 'api' | 'template' | 'triedOn' | 'refusals'> {
  readonly only: NonNullable<TrialRequest['only']>
}

/** A rule may be tried before anybody wrote what the filer reads. */
const isUnsaid = ({ code, params }: Finding, language: Language): boolean =>
  code === 'rule' && isBlank(String(params[language === 'vi' ? 'messageVi' : 'messageEn'] ?? ''))

export function TryFormula({ api, template, triedOn, refusals, only }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const { trial, busy, problem, run } = useTrial(api, triedOn, only)
  const words = m.formula
  const wrong = refusals.filter(keepsFromTrying)
  const broken = trial?.filings.filter(({ counts }) => counts.length > 0) ?? []
  const places = broken.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)
  const examples = broken.flatMap(({ agencyName, findings }) => findings.map((one) => ({ agencyName, ...one })))
  const values = trial?.done ? trial.filings.flatMap(({ agencyName, values: some }) => some.map((one) => ({ agencyName, ...one }))) : []
  const period = trial?.period ? showPeriod(trial.period, language) : ''
  return (
    <div className={styles.wide}>
      <Button onClick={() => void run(template)} disabledFocusable={wrong.length > 0 || busy} data-testid="try-formula">
        {words.tryIt}
      </Button>
      {wrong[0] && (
        <Text block data-testid="try-not-yet">
          {words.tryFirst(wrong.length, refusalSentence(wrong[0], template, language))}
        </Text>
      )}
      <ProblemBar problem={problem} />
      <div role="status" data-testid="try-outcome">
        {busy && trial && words.trying(trial.filings.length, trial.total)}
        {trial?.done && trial.period === null && words.triedNone}
        {trial?.done && trial.period !== null && broken.length === 0 && words.triedFine(trial.total, period)}
        {trial?.done && broken.length > 0 && words.triedFound(places, broken.length, trial.total, period)}
      </div>
      {values.length > 0 && (
        <ul className={styles.list} data-testid="try-values">
          {values.slice(0, SHOWN).map(({ agencyName, rowTitle, shown }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of several reports have no name among each other
            <li key={at}>
              {agencyName}, {m.rowLabel(rowTitle, undefined)}: <strong>{shown[language] || words.blank}</strong>
            </li>
          ))}
        </ul>
      )}
      {examples.length > 0 && (
        <ul className={styles.list} data-testid="try-examples">
          {examples.slice(0, SHOWN).map(({ agencyName, finding, rowTitle }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings of several reports have no name among each other
            <li key={at}>
              <strong>
                {agencyName}
                {rowTitle !== null && `, ${m.rowLabel(rowTitle, finding.place.row)}`}
              </strong>
              {': '}
              {isUnsaid(finding, language) ? words.unsaid : sentence(finding, language)}
            </li>
          ))}
          {places > Math.min(SHOWN, examples.length) && <li>{words.more(places - Math.min(SHOWN, examples.length))}</li>}
        </ul>
      )}
    </div>
  )
}
