// Where the time goes: from the first check of a report to its first sending, by template.
import { Text, Title3 } from '@fluentui/react-components'
import type { TemplateEffort } from '../../../shared/improve/improvements.ts'
import { type ImproveTexts, useImproveText } from '../../text/improve-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ScrolledTable } from './scrolled-table.tsx'
import { tenths } from './shown-number.ts'

const HOUR = 60
const DAY = 24 * HOUR

function timeText(minutes: number | null, words: ImproveTexts['efforts'], language: 'vi' | 'en'): string {
  if (minutes === null) return ''
  if (minutes < 2 * HOUR) return words.minutes(String(minutes))
  return minutes < 2 * DAY ? words.hours(tenths(minutes / HOUR, language)) : words.days(tenths(minutes / DAY, language))
}

export function ImproveEfforts({ efforts }: { readonly efforts: readonly TemplateEffort[] }) {
  const { i, language } = useImproveText()
  const styles = useAdminStyles()
  const words = i.efforts
  return (
    <section className={styles.card} data-testid="improve-efforts">
      <Title3 as="h2" className={styles.heading}>
        {words.title}
      </Title3>
      <Text>{words.hint}</Text>
      <ScrolledTable
        label={words.title}
        heads={[i.template, words.checked, words.sent, words.returned, words.checks, words.middle, words.longest]}
      >
        {efforts.map((one) => (
          <tr key={one.template}>
            <th scope="row">
              {one.templateTitle[language]} ({one.template})
            </th>
            <td>{one.checked}</td>
            <td>{one.sent}</td>
            <td>{one.returned}</td>
            <td>{one.checks ?? ''}</td>
            <td>{timeText(one.minutes, words, language)}</td>
            <td>{timeText(one.longest, words, language)}</td>
          </tr>
        ))}
      </ScrolledTable>
    </section>
  )
}
