// "Try it": a formula run on the real reports of the last period, with the very sentence that the
// filer will read where it is broken, agency by agency, or with what it gives in the first rows.
import { Button, Text } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import { refusalSentence } from '../../../shared/text/template-refusal.ts'
import { keepsFromTrying } from '../../../shared/trial/keeps-from-trying.ts'
import type { TrialRequest, TriedFiling } from '../../../shared/wire-templates.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { Workshop } from './part-form.ts'
import { saidOf } from './said-of.ts'
import { useTemplateStyles } from './template-styles.ts'
import { countOf, useTrial } from './use-trial.ts'

const SHOWN = 20
const AGENCIES_SHOWN = 6
/** Of one agency; more of them say nothing new. */
const SHOWN_OF_ONE = 2

interface Props extends Pick<Workshop, 'api' | 'template' | 'triedOn' | 'refusals'> {
  readonly only: NonNullable<TrialRequest['only']>
}

export function TryFormula({ api, template, triedOn, refusals, only }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const { trial, busy, problem, run } = useTrial(api, triedOn, only)
  const words = m.formula
  const wrong = refusals.filter(keepsFromTrying)
  const broken = (trial?.filings ?? []).filter((one) => countOf(one) > 0).toSorted((one, other) => countOf(other) - countOf(one))
  const places = broken.reduce((sum, one) => sum + countOf(one), 0)
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
      {broken.length > 0 && <Broken filings={broken} />}
    </div>
  )
}

function Broken({ filings }: { readonly filings: readonly TriedFiling[] }) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.formula
  const isSaid = filings.some(({ findings }) => findings.some(({ finding }) => saidOf(finding, language) !== null))
  return (
    <>
      <Text block>{isSaid ? words.willRead : words.unsaidRule}</Text>
      <ul className={styles.list} data-testid="try-examples">
        {filings.slice(0, AGENCIES_SHOWN).map((one) => (
          <li key={one.obligationId}>
            <strong>{words.placesOf(one.agencyName, countOf(one))}</strong>
            <ul className={styles.list}>
              {one.findings.slice(0, SHOWN_OF_ONE).map(({ finding, rowTitle }) => (
                <li key={finding.id}>
                  {[rowTitle === null ? null : m.rowLabel(rowTitle, finding.place.row), saidOf(finding, language)]
                    .filter((said) => said !== null)
                    .join(': ')}
                </li>
              ))}
              {countOf(one) > SHOWN_OF_ONE && <li>{words.more(countOf(one) - SHOWN_OF_ONE)}</li>}
            </ul>
          </li>
        ))}
        {filings.length > AGENCIES_SHOWN && <li>{words.moreAgencies(filings.length - AGENCIES_SHOWN)}</li>}
      </ul>
    </>
  )
}
