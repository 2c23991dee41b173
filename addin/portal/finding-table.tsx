// Findings of an uploaded file as a table: how serious, where, what. What is said of many cells is one line.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { explanationKey } from '../../shared/explanations.ts'
import type { Finding } from '../../shared/finding.ts'
import { findingGroups, groupFixes } from '../../shared/finding-groups.ts'
import { cellList } from '../../shared/text/cell-list.ts'
import { sentence } from '../../shared/text/sentence.ts'
import { SeverityMark } from '../components/severity-mark.tsx'
import { useText } from '../text/language.tsx'
import { useTableStyles } from './table-styles.ts'

const useStyles = makeStyles({
  cell: { fontVariantNumeric: 'tabular-nums', maxWidth: '180px' },
  more: { marginTop: tokens.spacingVerticalS },
})

const PAGE = 200

interface Props {
  readonly findings: readonly Finding[]
  readonly explanations: Readonly<Record<string, string>>
  /** Keys of the explanations that this sentence is. */
  readonly onExplain: (keys: readonly string[], text: string) => void
}

export default function FindingTable({ findings, explanations, onExplain }: Props) {
  const { t, language } = useText()
  const table = useTableStyles()
  const styles = useStyles()
  const [shown, setShown] = useState(PAGE)
  const groups = useMemo(() => findingGroups(findings), [findings])
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
          {groups.slice(0, shown).map((group, index) => {
            const { first, findings: all } = group
            const keys = all.map(explanationKey)
            const cells = all.flatMap(({ place }) => place.cell ?? [])
            return (
              <tr key={group.id} data-testid={`finding-${index + 1}`} data-code={first.code} data-severity={first.severity}>
                <td>
                  <SeverityMark severity={first.severity} />
                </td>
                <td className={styles.cell}>{all.length > 1 ? t.cellsOfGroup(all.length, cellList(cells)) : cells[0]}</td>
                <td>
                  {sentence(first, language)}
                  {groupFixes(group).map(
                    ({ shown, confirms }) =>
                      confirms && (
                        <Button key={shown} onClick={() => onExplain(keys, t.confirmedValue(shown))} data-testid="finding-confirm">
                          {t.confirmValue(shown)}
                        </Button>
                      ),
                  )}
                  {first.severity === 'warning' && (
                    <Field label={all.length > 1 ? t.explainAll(all.length) : t.explain} size="small">
                      <Textarea
                        size="small"
                        value={explanations[keys[0]!] ?? ''}
                        onChange={(_, data) => onExplain(keys, data.value)}
                        data-testid="finding-explain"
                      />
                    </Field>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {groups.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {t.showMore(Math.min(PAGE, groups.length - shown))}
        </Button>
      )}
    </div>
  )
}
