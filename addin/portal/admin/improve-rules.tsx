// What is failed most, with the reports where it stood longest.
import { Link, Text, Title3 } from '@fluentui/react-components'
import type { TroublingRule } from '../../../shared/improve/improvements.ts'
import { showPeriod } from '../../../shared/period.ts'
import { useImproveText } from '../../text/improve-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import { useAdminStyles } from './admin-styles.ts'
import { Folded } from './folded.tsx'
import { ImproveLead, type Leads } from './improve-lead.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { shareText, tenths } from './shown-number.ts'

/** The file has them all. */
const SHOWN = 25

export function ImproveRules({ rules, onTemplate, onReport }: Leads & { readonly rules: readonly TroublingRule[] }) {
  const { i, language } = useImproveText()
  const styles = useAdminStyles()
  const look = useTableStyles()
  const words = i.rules
  return (
    <section className={styles.card} data-testid="improve-rules">
      <Title3 as="h2" className={styles.heading}>
        {words.title}
      </Title3>
      <Text>{words.hint}</Text>
      {rules.length === 0 && <Text>{i.none}</Text>}
      {rules.length > 0 && (
        <ScrolledTable
          label={words.title}
          heads={[i.template, i.finding, i.says, words.reports, words.share, words.agencies, words.checks, words.more, i.open]}
        >
          {rules.slice(0, SHOWN).map((rule) => (
            <tr key={`${rule.template} ${rule.finding} ${rule.field}`}>
              <td>{rule.template}</td>
              <th scope="row">
                {rule.finding} ({i.severity[rule.severity]})
              </th>
              <td className={look.prose}>{rule.sentence[language]}</td>
              <td>{rule.reports}</td>
              <td>{shareText(rule.share, language)}</td>
              <td>{rule.agencies}</td>
              <td>{tenths(rule.checks, language)}</td>
              <td>
                <Folded title={words.see(String(rule.obligations.length))}>
                  <ul className={styles.values}>
                    {rule.obligations.map(({ id, agencyName, period, checks }) => (
                      <li key={id}>
                        <Link as="button" onClick={() => onReport(id)}>
                          {words.report(agencyName, showPeriod(period, language), String(checks))}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </Folded>
              </td>
              <td>
                <ImproveLead
                  template={rule.template}
                  name={[rule.finding, rule.label?.[language]].join(' ')}
                  place={rule.place}
                  onTemplate={onTemplate}
                />
              </td>
            </tr>
          ))}
        </ScrolledTable>
      )}
    </section>
  )
}
