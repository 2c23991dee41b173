// Whose open report gains, loses or changes a row by a change of a task, before it is kept.
import { Text } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import type { TaskEffect } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ScrolledTable } from './scrolled-table.tsx'

/** More are told by their number. */
const SHOWN = 60

export function TaskEffects({ effect: { reports, laterPeriods } }: { readonly effect: TaskEffect }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const words = a.plan.changing
  return (
    <div className={styles.page} data-testid="task-effect">
      <Text>{reports.length === 0 ? words.nothingOpen : words.effectOn(reports.length)}</Text>
      {reports.length > 0 && (
        <ScrolledTable label={words.effect} heads={[a.pages.agencies, a.calendar.period, words.what, words.state]}>
          {reports.slice(0, SHOWN).map(({ obligation, agencyName, period, what, state }) => (
            <tr key={obligation}>
              <th scope="row">{agencyName}</th>
              <td>{showPeriod(period, language)}</td>
              <td>{words.whats[what]}</td>
              <td>{words.states[state]}</td>
            </tr>
          ))}
        </ScrolledTable>
      )}
      {reports.length > SHOWN && <Text>{a.plan.more(reports.length - SHOWN)}</Text>}
      {laterPeriods.length > 0 && <Text>{words.later(laterPeriods.length, showPeriod(laterPeriods[0]!, language))}</Text>}
    </div>
  )
}
