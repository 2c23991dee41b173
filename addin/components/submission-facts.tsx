// What a submission says at a glance: its totals, what was found and how it was
// explained, what changed since the one before and since the period before.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useMemo } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import { columnName } from '../../shared/column-name.ts'
import { difference, isSame } from '../../shared/difference.ts'
import { explanationKey } from '../../shared/explanations.ts'
import { showValue } from '../../shared/field/field.ts'
import type { Content } from '../../shared/filing.ts'
import { showPeriod } from '../../shared/period.ts'
import { Tally } from '../../shared/tally.ts'
import { sentence } from '../../shared/text/sentence.ts'
import type { Form, SubmissionView } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import { DifferenceList } from './difference-list.tsx'
import { SeverityMark } from './severity-mark.tsx'

const useStyles = makeStyles({
  part: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    '& > summary': { cursor: 'pointer', paddingBlock: tokens.spacingVerticalSNudge, fontWeight: tokens.fontWeightSemibold },
  },
  totals: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  total: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

interface Props {
  readonly form: Form
  readonly submission: SubmissionView
  readonly before: SubmissionView | null
}

export function SubmissionFacts({ form, submission, before }: Props) {
  const { language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const { content, findings } = submission
  const told = findings.filter(({ severity }) => severity !== 'error')
  const totals = useMemo(() => totalsOf(form, content, language), [form, content, language])
  const sinceBefore = useMemo(() => before && difference(form.template, before.content, content, form), [form, before, content])
  const sincePeriod = useMemo(() => form.previous && difference(form.template, form.previous, content, form, true), [form, content])
  return (
    <>
      {totals.length > 0 && (
        <section className={styles.part} aria-label={r.totals} data-testid="facts-totals">
          <Text weight="semibold">{r.totals}</Text>
          <dl className={styles.totals}>
            {totals.map(({ key, label, shown }) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <Caption1>{label}</Caption1>
                </dt>
                <dd className={styles.total}>{shown}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {told.length === 0 ? (
        <Text size={200}>{r.noFindings}</Text>
      ) : (
        <Part title={r.findings(told.length)} testId="facts-findings">
          <ul className={styles.list}>
            {told.map((finding) => {
              const explained = content.explanations[explanationKey(finding)]
              return (
                <li key={finding.id}>
                  <SeverityMark severity={finding.severity} /> <Text size={200}>{sentence(finding, language)}</Text>
                  {explained && <Caption1 block>{r.explanation(explained)}</Caption1>}
                </li>
              )
            })}
          </ul>
        </Part>
      )}
      {before && sinceBefore && (
        <Part title={r.againstSubmission(before.receipt.sequence)} testId="facts-since-submission">
          {isSame(sinceBefore) ? <Text size={200}>{r.nothingChanged}</Text> : <DifferenceList difference={sinceBefore} />}
        </Part>
      )}
      {form.previous && sincePeriod && (
        <Part title={r.againstPeriod(showPeriod(form.previous.period, language))} testId="facts-since-period">
          {isSame(sincePeriod) ? <Text size={200}>{r.nothingChanged}</Text> : <DifferenceList difference={sincePeriod} />}
        </Part>
      )}
    </>
  )
}

/** Sums and rates as the form declares them, of this submission alone. */
function totalsOf(form: Form, content: Content, language: Language): { key: string; label: string; shown: string }[] {
  return form.template.tables.flatMap((table) => {
    const tally = new Tally(table)
    for (const row of content.rows) if (row.table === table.key) tally.add(content.agency, row.values)
    const totals = tally.totals()
    return table.fields.flatMap((field) => {
      const { key, type } = field
      const value = totals[key]
      if (typeof value !== 'number') return []
      return [{ key: `${table.key}.${key}`, label: columnName(field, language), shown: showValue(type, value, language, form) }]
    })
  })
}

function Part({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <details className={styles.part} data-testid={testId}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
