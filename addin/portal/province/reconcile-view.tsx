// Đối chiếu: what is asked about when the reports of all agencies lie side by side, each
// matter with the rows it is about; first the sums against the plan.
import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { showNumber } from '../../../shared/field/exact-decimal.ts'
import { showValue } from '../../../shared/field/field.ts'
import type { MatterCode } from '../../../shared/reconcile/matter.ts'
import { matterSentence } from '../../../shared/reconcile/matter-sentence.ts'
import type { Reconciliation } from '../../../shared/reconcile/reconciliation.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { SeverityMark } from '../../components/severity-mark.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useTableStyles } from '../table-styles.ts'
import { useLoad } from '../use-load.ts'
import { usePages } from '../use-pages.ts'
import { AsOf } from './as-of.tsx'
import { OpenedRow } from './opened-row.tsx'
import { PeriodChoice, useChosen } from './period-choice.tsx'
import { PlaceList } from './place-list.tsx'
import { type Known, useForm } from './use-form.ts'
import { useOpened } from './use-opened.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, '&[hidden]': { display: 'none' } },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  matter: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  rows: { cursor: 'pointer', padding: `${tokens.spacingVerticalSNudge} 0` },
  controls: { '& [data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  title: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
})

interface Props {
  readonly api: QuarterApi
  readonly onEnded: (problem: ApiProblem) => void
}

const MONTHLY = 'THANG'

export default function ReconcileView({ api, onEnded }: Props) {
  const { t, p } = useQuarterText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [chosen, choose] = useChosen(choices.value, MONTHLY)
  const known = useForm(api, chosen?.template ?? null, chosen?.period ?? null)
  const answer = useLoad(chosen && `${chosen.template} ${chosen.period}`, () => api.reconciliation(chosen!.template, chosen!.period))
  const { place, open, close } = useOpened()
  return (
    <div className={styles.page}>
      {place && <OpenedRow api={api} place={place} onBack={close} onEnded={onEnded} />}
      {/* Kept while a row is open, so that the way back ends at the same place. */}
      <div className={styles.page} hidden={place !== null}>
        <Text>{p.reconcileLead}</Text>
        <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
        {choices.value && chosen && <PeriodChoice choices={choices.value} chosen={chosen} onChoose={choose} />}
        <ProblemBar problem={answer.problem ?? known.problem} onRetry={answer.problem ? answer.reload : known.reload} onEnded={onEnded} />
        {((answer.loading && !answer.value) || known.loading) && <Spinner label={t.loading} />}
        {answer.value && known.value && (
          <>
            <AsOf at={answer.value.madeAt} loading={answer.loading} onReload={answer.reload} />
            {answer.value.controls.length > 0 && <Controls controls={answer.value.controls} known={known.value} />}
            {answer.value.comparedOnly !== null && <Text>{p.comparedOnly(answer.value.comparedOnly)}</Text>}
            <Matters
              key={`${chosen?.template} ${chosen?.period}`}
              api={api}
              answer={answer.value}
              known={known.value}
              onOpen={open}
              onEnded={onEnded}
            />
          </>
        )}
      </div>
    </div>
  )
}

function Controls({ controls, known }: { controls: Reconciliation['controls']; known: Known }) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const show = (dong: number) => showValue({ kind: 'money', unit: 'trieu' }, dong, language, known)
  return (
    <section>
      <Title3 as="h2" className={styles.title}>
        {p.controlsTitle}
      </Title3>
      <div className={look.scroll}>
        <table className={mergeClasses(look.table, look.labelled, styles.controls)} data-testid="controls">
          <thead>
            <tr>
              {[p.controlName, p.controlPlanned, p.controlFiled, p.controlDifference].map((title, at) => (
                <th key={title} scope="col" data-number={at > 0 ? '' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {controls.map(({ template, field, label, planned, filed }) => (
              <tr key={`${template} ${field}`}>
                <th scope="row">{label[language]}</th>
                <td data-number="" data-label={p.controlPlanned}>
                  {show(planned)}
                </td>
                <td data-number="" data-label={p.controlFiled}>
                  {show(filed)}
                </td>
                <td data-number="" data-label={p.controlDifference}>
                  {show(filed - planned)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface MattersProps extends Props {
  readonly answer: Reconciliation
  readonly known: Known
  readonly onOpen: (place: FigurePlace) => void
}

/** One kind at a time, page by page. */
function Matters({ api, answer, known, onOpen, onEnded }: MattersProps) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const [picked, pick] = useState<MatterCode | null>(null)
  const kind = answer.kinds.find(({ code }) => code === picked) ?? answer.kinds[0]
  const code = kind?.code ?? null
  const { pages, loading, problem, unread, more, reload } = usePages(code && `${code} ${answer.madeAt}`, (after) =>
    api.matters(answer.template, answer.period, code!, after),
  )
  if (!kind) return <Text data-testid="matters-none">{p.reconcileNone}</Text>
  return (
    <>
      <Text data-testid="matters-count">{p.reconcileCount(answer.kinds.reduce((sum, { count }) => sum + count, 0))}</Text>
      <nav className={styles.kinds} aria-label={p.reconcileKind} data-testid="choose-kind">
        {answer.kinds.map(({ code, count }) => (
          <Button
            key={code}
            appearance={code === kind.code ? 'primary' : 'secondary'}
            aria-current={code === kind.code ? 'true' : undefined}
            onClick={() => pick(code)}
            data-testid={`kind-${code}`}
          >
            {`${p.kinds[code]} (${showNumber(count, language)})`}
          </Button>
        ))}
      </nav>
      <ul className={styles.list}>
        {pages
          .flatMap(({ matters }) => matters)
          .map((matter) => (
            <li key={matter.id} className={styles.matter} data-testid="matter" data-code={matter.code}>
              <div className={styles.head}>
                <SeverityMark severity={matter.severity} />
              </div>
              <Text block>{matterSentence(matter, language)}</Text>
              <details>
                <summary className={styles.rows}>
                  {p.reconcileRows} ({matter.places.length})
                </summary>
                <PlaceList places={matter.places} known={[known]} onOpen={onOpen} />
              </details>
            </li>
          ))}
      </ul>
      <ProblemBar problem={problem} onRetry={reload} onEnded={onEnded} />
      {loading && <Spinner label={t.loading} />}
      {unread && !loading && (
        <Button onClick={more} data-testid="matters-more">
          {p.reconcileFurther}
        </Button>
      )}
    </>
  )
}
