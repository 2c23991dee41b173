// What differs between a snapshot and another one, or what counts now: totals first, then
// agency by agency.
import { Caption1, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { DifferenceList } from '../../components/difference-list.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useTableStyles } from '../table-styles.ts'
import { useLoad } from '../use-load.ts'
import { SaveButton } from './save-button.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  caption: { textAlign: 'left', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, fontWeight: tokens.fontWeightSemibold },
  agency: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
})

interface Props {
  readonly api: QuarterApi
  readonly snapshot: string
  readonly other: string | null
  readonly onEnded: (problem: ApiProblem) => void
}

export function Comparison({ api, snapshot, other, onEnded }: Props) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const look = useTableStyles()
  const answer = useLoad(`${snapshot} ${other}`, () => api.compare(snapshot, other))
  if (!answer.value)
    return answer.problem ? (
      <ProblemBar problem={answer.problem} onRetry={answer.reload} onEnded={onEnded} />
    ) : (
      <Spinner label={t.loading} />
    )
  const { agencies, unchanged, totals, before } = answer.value
  return (
    <section className={styles.page} data-testid="comparison">
      <Title3 as="h2" className={styles.title}>
        {agencies.length === 0 ? p.compareSame : p.compareCount(agencies.length, unchanged)}
      </Title3>
      {agencies.length > 0 && (
        <div>
          <SaveButton
            label={p.compareSave}
            fileName={`${before.template}_${before.period}_khac-biet_${before.hash.slice(0, 12)}.xlsx`}
            fetchFile={() => api.comparisonFile(snapshot, other)}
            testId="comparison-file"
            onEnded={onEnded}
          />
        </div>
      )}
      {totals.length > 0 && (
        <div className={look.scroll}>
          <table className={mergeClasses(look.table, look.labelled)} data-testid="comparison-totals">
            <caption className={styles.caption}>{p.compareTotals}</caption>
            <thead>
              <tr>
                <th scope="col">{p.column}</th>
                <th scope="col">{p.before}</th>
                <th scope="col">{p.after}</th>
              </tr>
            </thead>
            <tbody>
              {totals.map(({ table, field, label, before, after }) => (
                <tr key={`${table}/${field}`}>
                  <th scope="row">{label[language]}</th>
                  <td data-label={p.before}>{before[language]}</td>
                  <td data-label={p.after}>{after[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {agencies.map(({ agency, agencyName, before, after, difference }) => (
        <article key={agency} className={styles.agency} data-testid={`changed-${agency}`}>
          <Text weight="semibold" block>
            {agencyName}
          </Text>
          <Caption1 block>
            {before?.receiptNumber ?? p.compareCame} → {after?.receiptNumber ?? p.compareGone}
          </Caption1>
          {difference && <DifferenceList difference={difference} />}
        </article>
      ))}
    </section>
  )
}
