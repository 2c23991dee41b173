// One row of a submission whole, as it was sent, with the cell that led here marked; and the
// way back. Loads the submission itself, not what was added up from it.
import { Button, Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useEffect, useRef } from 'react'
import { columnName } from '../../../shared/column-name.ts'
import { showValue } from '../../../shared/field/field.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Spinner } from '../../components/spinner.tsx'
import { showInstant } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { useForm } from './use-form.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  title: { margin: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase500 },
  back: { alignSelf: 'start' },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, min(18rem, 40%)) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  marked: { outline: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
})

interface Props {
  readonly api: QuarterApi
  readonly place: FigurePlace
  readonly onBack: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function OpenedRow({ api, place, onBack, onEnded }: Props) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { submissionId, cell } = place
  const known = useForm(api, place.template, place.period)
  const sent = useLoad(submissionId, () => api.submission(submissionId!))
  const table = known.value?.template.tables.find(({ key }) => key === cell?.table)
  const row = sent.value?.content.rows.find(({ id, table: own }) => id === cell?.rowId && own === cell.table)
  return (
    <section className={styles.panel} data-testid="opened-row">
      <Button className={styles.back} icon={<ArrowLeft20Regular />} onClick={onBack} data-testid="row-back">
        {p.back}
      </Button>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {place.agencyName} · {place.template} · {showPeriod(place.period, language)}
      </h2>
      <ProblemBar problem={known.problem ?? sent.problem} onRetry={known.problem ? known.reload : sent.reload} onEnded={onEnded} />
      {(known.loading || sent.loading) && <Spinner label={t.loading} />}
      {submissionId === null && <Text>{p.nothingSent}</Text>}
      {sent.value && (
        <Caption1 data-testid="row-receipt">
          {p.receipt} {sent.value.receipt.number} · {showInstant(sent.value.receipt.submittedAt)} · {sent.value.receipt.submittedBy}
          {cell?.at ? ` · ${p.cell}: ${cell.at}` : ''}
        </Caption1>
      )}
      {table && row && known.value && (
        <dl className={styles.cells}>
          {table.fields.map((field) => (
            <Cell
              key={field.key}
              label={columnName(field, language)}
              value={showValue(field.type, row.values[field.key] ?? null, language, known.value!)}
              marked={field.key === cell?.field}
            />
          ))}
        </dl>
      )}
    </section>
  )
}

function Cell({ label, value, marked }: { label: string; value: string; marked: boolean }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={mergeClasses(styles.value, marked && styles.marked)} {...(marked ? { 'data-testid': 'marked-cell' } : {})}>
        {value === '' ? ' ' : value}
      </dd>
    </>
  )
}
