// What must agree in the quarterly report before it is signed, and what stands in none of
// its tables.
import { Button, Link, makeStyles, mergeClasses, Title3, tokens } from '@fluentui/react-components'
import { showValue } from '../../../shared/field/field.ts'
import type { QuarterlySummary, SummaryCheck } from '../../../shared/wire-province.ts'
import { Pill } from '../../components/pill.tsx'
import { QUARTER_TEXTS, useQuarterText } from '../../text/quarter-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import type { Figure } from './summary-table.tsx'
import type { Known } from './use-form.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  title: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
  card: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow2 },
  // The bar at the top of the window stands over what is scrolled to.
  checks: { scrollMarginTop: '5rem', outline: 'none' },
  figure: { minWidth: '32px', textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px' },
  table: { '& th, & td': { verticalAlign: 'middle' }, '& [data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
})

interface Props {
  readonly summary: QuarterlySummary
  readonly known: Known
  readonly onFigure: (figure: Figure) => void
}

/** Where the head of the page leads to. */
const CHECKS = 'quarter-checks'

const OUTSIDE = ['unreported', 'ungrouped', 'repeated', 'unsourced'] as const

/** Whether everything agrees, at the head of a long page, and the way to what was compared. */
export function ChecksLine({ summary: { checks } }: { readonly summary: QuarterlySummary }) {
  const { p } = useQuarterText()
  const styles = useStyles()
  const held = checks.filter(({ holds }) => holds).length
  const open = () => {
    const section = document.getElementById(CHECKS)
    section?.scrollIntoView()
    section?.focus({ preventScroll: true })
  }
  return (
    <div className={styles.line} data-testid="checks-line">
      <Pill tone={held === checks.length ? 'success' : 'danger'}>{p.quarterChecks(held, checks.length)}</Pill>
      <Link as="button" onClick={open}>
        {p.quarterChecksOpen}
      </Link>
    </div>
  )
}

export function SummaryChecks({ summary, known, onFigure }: Props) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const sourceOf = ({ rowId }: SummaryCheck) => {
    const table = summary.tables.find(({ rows }) => rows.some(({ id }) => id === rowId))
    const field = known.template.tables.find(({ key }) => key === table?.key)?.fields[0]
    const row = table?.rows.find(({ id }) => id === rowId)
    return field && row ? ` – ${showValue(field.type, row.values[field.key] ?? null, language, known)}` : ''
  }
  const amount = ({ code }: SummaryCheck, dong: number) =>
    showValue(code === 'groups-agencies' ? { kind: 'integer' } : { kind: 'money', unit: 'trieu' }, dong, language, known)
  return (
    <>
      <section id={CHECKS} tabIndex={-1} className={styles.checks}>
        <Title3 as="h2" className={styles.title}>
          {p.checksTitle}
        </Title3>
        <div className={mergeClasses(look.scroll, styles.card)}>
          <table className={mergeClasses(look.table, look.labelled, styles.table)} data-testid="summary-checks">
            <thead>
              <tr>
                <th scope="col">{p.checkName}</th>
                <th scope="col" data-number="">
                  {p.checkLeft}
                </th>
                <th scope="col" data-number="">
                  {p.checkRight}
                </th>
                <th scope="col">{p.checkVerdict}</th>
              </tr>
            </thead>
            <tbody>
              {summary.checks.map((check) => (
                <tr key={`${check.code} ${check.rowId}`} data-testid={`check-${check.code}`} data-holds={check.holds}>
                  <th scope="row">{p.checks[check.code] + sourceOf(check)}</th>
                  <td data-number="" data-label={p.checkLeft}>
                    {amount(check, check.left)}
                  </td>
                  <td data-number="" data-label={p.checkRight}>
                    {amount(check, check.right)}
                  </td>
                  <td>
                    <Pill tone={check.holds ? 'success' : 'danger'}>{check.holds ? p.checkHolds : p.checkBroken}</Pill>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <Title3 as="h2" className={styles.title}>
          {p.outside.title}
        </Title3>
        <table className={mergeClasses(look.table, styles.card, styles.table)} data-testid="summary-outside">
          <tbody>
            {OUTSIDE.map((name) => (
              <tr key={name}>
                <th scope="row">{p.outside[name]}</th>
                <td data-number="">
                  <Button
                    size="small"
                    appearance="subtle"
                    data-figure={`outside.${name}`}
                    className={styles.figure}
                    aria-label={p.figureButton(p.outside[name], String(summary.outside[name]))}
                    onClick={() =>
                      onFigure({
                        id: `outside.${name}`,
                        name: { vi: QUARTER_TEXTS.vi.outside[name], en: QUARTER_TEXTS.en.outside[name] },
                        shown: { vi: String(summary.outside[name]), en: String(summary.outside[name]) },
                      })
                    }
                  >
                    {summary.outside[name]}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
