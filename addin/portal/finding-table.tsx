// Findings of an uploaded file as a table: how serious, where, what.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { explanationKey } from '../../shared/explanations.ts'
import type { Finding } from '../../shared/finding.ts'
import { sentence } from '../../shared/text/sentence.ts'
import { SeverityMark } from '../components/severity-mark.tsx'
import { useText } from '../text/language.tsx'
import { useTableStyles } from './table-styles.ts'

const useStyles = makeStyles({
  cell: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  more: { marginTop: tokens.spacingVerticalS },
})

const PAGE = 200

interface Props {
  readonly findings: readonly Finding[]
  readonly explanations: Readonly<Record<string, string>>
  readonly onExplain: (finding: string, text: string) => void
}

export default function FindingTable({ findings, explanations, onExplain }: Props) {
  const { t, language } = useText()
  const table = useTableStyles()
  const styles = useStyles()
  const [shown, setShown] = useState(PAGE)
  return (
    <div className={table.scroll}>
      <table className={table.table} data-testid="finding-table">
        <thead>
          <tr>
            <th scope="col">{t.severity}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, shown).map((finding, index) => (
            <tr key={finding.id} data-testid={`finding-${index + 1}`} data-code={finding.code} data-severity={finding.severity}>
              <td>
                <SeverityMark severity={finding.severity} />
              </td>
              <td className={styles.cell}>{finding.place.cell ?? ''}</td>
              <td>
                {sentence(finding, language)}
                {finding.fixes.map(
                  ({ shown, confirms }) =>
                    confirms && (
                      <Button
                        key={shown}
                        onClick={() => onExplain(explanationKey(finding), t.confirmedValue(shown))}
                        data-testid="finding-confirm"
                      >
                        {t.confirmValue(shown)}
                      </Button>
                    ),
                )}
                {finding.severity === 'warning' && (
                  <Field label={t.explain} size="small">
                    <Textarea
                      size="small"
                      value={explanations[explanationKey(finding)] ?? ''}
                      onChange={(_, data) => onExplain(explanationKey(finding), data.value)}
                      data-testid="finding-explain"
                    />
                  </Field>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {t.showMore(Math.min(PAGE, findings.length - shown))}
        </Button>
      )}
    </div>
  )
}
