// A list of agencies from a workbook: what it would change is shown line by line, and kept
// only then.
import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { AgencyImport as Imported } from '../../../shared/wire-admin.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ChangedValues } from './changed-values.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { ScrolledTable } from './scrolled-table.tsx'
import { useChange } from './use-change.ts'

interface Props extends AdminViewProps {
  readonly list: File
  readonly read: Imported
  readonly onDone: () => void
  readonly onCancel: () => void
  /** What somebody else saved stands: the list is read again. */
  readonly onTheirs: () => void
}

export function AgencyImport({ api, list, read, onDone, onCancel, onTheirs, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(read.asOf)
  const [reason, setReason] = useState('')
  const words = a.agencies
  const count = (what: Imported['rows'][number]['what']) => read.rows.filter((row) => row.what === what).length
  const wrong = count('wrong')
  const rows = read.rows.filter(({ what }) => what !== 'same')
  return (
    <OpenedCard title={words.importTitle} testId="agency-import">
      <Text>{words.importCounts(String(count('new')), String(count('changed')))}</Text>
      {wrong > 0 && (
        <Notice tone="error" testId="agency-import-wrong">
          {words.importWrong(String(wrong))}
        </Notice>
      )}
      <ScrolledTable label={words.importTitle} heads={[words.importRow, words.fields.name, a.audit.action, a.audit.values]}>
        {rows.map((row) => (
          <tr key={row.at}>
            <td>{row.at}</td>
            <th scope="row">
              {row.code} {row.name}
            </th>
            <td>{words.importWhat[row.what]}</td>
            <td>
              <ul className={styles.values}>
                {row.problems.map((problem) => (
                  <li key={problem.en}>{problem[language]}</li>
                ))}
              </ul>
              {row.what === 'changed' && <ChangedValues entry={row} />}
            </td>
          </tr>
        ))}
      </ScrolledTable>
      <ReasonField reason={reason} onChange={setReason} />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={onTheirs} />
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabled={doing.busy || wrong > 0 || rows.length === 0 || lacksReason(reason)}
          onClick={() => void doing.act((seen) => api.importAgencies(list, { reason, seen })).then((done) => done && onDone())}
          data-testid="agency-import-keep"
        >
          {words.importKeep}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
