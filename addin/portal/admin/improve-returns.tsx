// What checks found in reports that came back, and the columns that the returns were about.
import { Text, Title3 } from '@fluentui/react-components'
import type { BeforeReturn, NotedColumn } from '../../../shared/improve/improvements.ts'
import { useImproveText } from '../../text/improve-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ImproveLead, type Leads } from './improve-lead.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { shareText } from './shown-number.ts'

interface Props extends Pick<Leads, 'onTemplate'> {
  readonly returns: readonly BeforeReturn[]
  readonly columns: readonly NotedColumn[]
}

export function ImproveReturns({ returns, columns, onTemplate }: Props) {
  const { i, language } = useImproveText()
  const styles = useAdminStyles()
  const look = useTableStyles()
  return (
    <>
      <section className={styles.card} data-testid="improve-returns">
        <Title3 as="h2" className={styles.heading}>
          {i.returns.title}
        </Title3>
        <Text>{i.returns.hint}</Text>
        {returns.length === 0 && <Text>{i.none}</Text>}
        {returns.length > 0 && (
          <ScrolledTable
            label={i.returns.title}
            heads={[i.template, i.finding, i.says, i.returns.sent, i.returns.stood, i.returns.returned, i.returns.share, i.open]}
          >
            {returns.map((one) => (
              <tr key={`${one.template} ${one.finding} ${one.field}`}>
                <td>{one.template}</td>
                <th scope="row">
                  {one.finding} ({i.severity[one.severity]})
                </th>
                <td className={look.prose}>{one.sentence[language]}</td>
                <td>{one.sent}</td>
                <td>{one.stood}</td>
                <td>{one.returned}</td>
                <td>{shareText(one.share, language)}</td>
                <td>
                  <ImproveLead
                    template={one.template}
                    name={[one.finding, one.label?.[language]].join(' ')}
                    place={one.place}
                    onTemplate={onTemplate}
                  />
                </td>
              </tr>
            ))}
          </ScrolledTable>
        )}
      </section>
      <section className={styles.card} data-testid="improve-columns">
        <Title3 as="h2" className={styles.heading}>
          {i.columns.title}
        </Title3>
        <Text>{i.columns.hint}</Text>
        {columns.length === 0 && <Text>{i.none}</Text>}
        {columns.length > 0 && (
          <ScrolledTable label={i.columns.title} heads={[i.template, i.column, i.columns.notes, i.columns.returns, i.open]}>
            {columns.map((one) => (
              <tr key={`${one.template} ${one.field}`}>
                <td>{one.template}</td>
                <th scope="row">{one.label?.[language] ?? one.field}</th>
                <td>{one.notes}</td>
                <td>{one.returns}</td>
                <td>
                  <ImproveLead
                    template={one.template}
                    name={one.label?.[language] ?? one.field}
                    place={one.place}
                    onTemplate={onTemplate}
                  />
                </td>
              </tr>
            ))}
          </ScrolledTable>
        )}
      </section>
    </>
  )
}
