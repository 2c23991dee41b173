// Nhật ký: who did what to which value when; filtered, page by page, as a file; and
// whether the chain of the log is whole.
import { Button, Field, Select, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { ACTION_WORDS, personWord, SUBJECT_WORDS, thingWord } from '../../../shared/audit/audit-words.ts'
import { type AuditEntry, type AuditFilter, SUBJECTS, type Subject } from '../../../shared/audit/change.ts'
import type { ChainReport } from '../../../shared/wire.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { DayField } from '../../components/day-field.tsx'
import { Notice } from '../../components/notice.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useTableStyles } from '../table-styles.ts'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedValues } from './changed-values.tsx'
import { ScrolledTable } from './scrolled-table.tsx'

export default function AuditView({ api, onEnded }: AdminViewProps) {
  const { a, t, language } = useAdminText()
  const styles = useAdminStyles()
  const [filter, setFilter] = useState<AuditFilter>({})
  const [older, setOlder] = useState<{ key: string; entries: readonly AuditEntry[]; next: string | null } | null>(null)
  const [doing, setDoing] = useState<{ what: 'older' | 'file' | 'verify' | null; problem: ApiProblem | null }>({
    what: null,
    problem: null,
  })
  const [chain, setChain] = useState<ChainReport | null>(null)
  const key = JSON.stringify(filter)
  const first = useLoad(key, () => api.audit(filter))
  const more = older?.key === key ? older : null
  const entries = [...(first.value?.entries ?? []), ...(more?.entries ?? [])]
  const next = more ? more.next : (first.value?.next ?? null)
  const act = async (what: 'older' | 'file' | 'verify', step: () => Promise<void>) => {
    setDoing({ what, problem: null })
    try {
      await step()
      setDoing({ what: null, problem: null })
    } catch (error) {
      setDoing({ what: null, problem: problemOf(error) })
    }
  }
  const showOlder = () =>
    act('older', async () => {
      const page = await api.audit({ ...filter, before: next! })
      setOlder({ key, entries: [...(more?.entries ?? []), ...page.entries], next: page.next })
    })
  const download = (ending: 'csv' | 'xlsx') =>
    act('file', async () => saveFile(await api.auditFile(filter, ending, language), `nhat-ky.${ending}`))
  const set = (change: Partial<Record<keyof AuditFilter, string>>) =>
    setFilter(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value)) as AuditFilter)
  return (
    <div className={styles.page}>
      <Text>{a.audit.lead}</Text>
      <div className={styles.line}>
        <Field label={a.audit.person}>
          <Select value={filter.person ?? ''} onChange={(_, data) => set({ person: data.value })} data-testid="audit-person">
            <option value="">{a.all}</option>
            {(first.value?.people ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {personWord(name, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={a.audit.subject}>
          <Select value={filter.subject ?? ''} onChange={(_, data) => set({ subject: data.value as Subject })} data-testid="audit-subject">
            <option value="">{a.all}</option>
            {SUBJECTS.map((one) => (
              <option key={one} value={one}>
                {SUBJECT_WORDS[one][language]}
              </option>
            ))}
          </Select>
        </Field>
        <DayField label={a.from} value={filter.from ?? ''} onChange={(day) => set({ from: day })} />
        <DayField label={a.to} value={filter.to ?? ''} onChange={(day) => set({ to: day })} />
      </div>
      <div className={styles.line}>
        <Button disabled={doing.what !== null} onClick={() => void download('csv')} data-testid="audit-csv">
          {a.audit.csv}
        </Button>
        <Button disabled={doing.what !== null} onClick={() => void download('xlsx')} data-testid="audit-xlsx">
          {a.audit.xlsx}
        </Button>
        <Button
          disabled={doing.what !== null}
          onClick={() => void act('verify', async () => setChain(await api.verify()))}
          data-testid="audit-verify"
        >
          {doing.what === 'verify' ? a.audit.verifying : a.audit.verify}
        </Button>
      </div>
      {chain && (
        <Notice tone={chain.whole ? 'success' : 'error'} testId="audit-chain">
          {chain.whole ? a.audit.whole(chain.events, chain.lastHash.slice(0, 12)) : a.audit.broken(chain.brokenAt ?? 0)}
        </Notice>
      )}
      <ProblemBar problem={first.problem ?? doing.problem} onRetry={first.reload} onEnded={onEnded} />
      {first.loading && !first.value && <Spinner label={t.loading} />}
      {first.value && entries.length === 0 && <Text>{a.audit.nothing}</Text>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {next !== null && (
        <div>
          <Button disabled={doing.what !== null} onClick={() => void showOlder()} data-testid="audit-older">
            {a.audit.older}
          </Button>
        </div>
      )}
    </div>
  )
}

function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const look = useTableStyles()
  const { a, language } = useAdminText()
  return (
    <ScrolledTable
      label={a.pages.audit}
      heads={[a.audit.time, a.audit.person, a.audit.subject, a.audit.action, a.audit.values, a.reason]}
      testId="audit-table"
    >
      {entries.map((entry) => (
        <tr key={entry.seq} data-testid={`audit-${entry.seq}`}>
          <th scope="row">{showInstant(entry.at)}</th>
          <td>{personWord(entry.person, language)}</td>
          <td>{thingWord(entry.subject, entry.subjectId, language)}</td>
          <td className={look.name}>{ACTION_WORDS[entry.action][language]}</td>
          <td>
            <ChangedValues entry={entry} />
          </td>
          <td>{entry.reason}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
