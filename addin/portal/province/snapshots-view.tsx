// Bản chốt: freezing what counts now, which snapshots there are, and what differs from one.
import { Button, Caption1, Field, Input, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useRef, useState } from 'react'
import { showNumber } from '../../../shared/field/exact-decimal.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { showInstant } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useTableStyles } from '../table-styles.ts'
import { useAgain } from '../use-again.ts'
import { useLoad } from '../use-load.ts'
import { Comparison } from './comparison.tsx'
import { PeriodChoice, useChosen } from './period-choice.tsx'
import { SaveButton } from './save-button.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  reason: { flexGrow: 1, minWidth: 'min(20rem, 100%)' },
  // Beside the box, not beside the hint below it.
  make: { alignSelf: 'start', marginTop: '1.625rem' },
  reasonCell: { minWidth: '12rem' },
  compare: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '& select': { minWidth: '9rem' } },
  hash: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
})

const MONTHLY = 'THANG'

interface Props {
  readonly api: QuarterApi
  readonly onEnded: (problem: ApiProblem) => void
}

interface Freezing {
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly made: Snapshot | null
}

export default function SnapshotsView({ api, onEnded }: Props) {
  const { t, p } = useQuarterText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [chosen, choose] = useChosen(choices.value, MONTHLY)
  const key = chosen && `${chosen.template} ${chosen.period}`
  const list = useLoad(key, () => api.snapshots(chosen!.template, chosen!.period))
  useAgain(list, list.value?.snapshots.filter(({ ready }) => !ready).length ?? null)
  const [reason, setReason] = useState('')
  // Another text or period is another attempt; the same sent again is the same one.
  const attempt = useRef({ of: '', key: '' })
  const [freezing, setFreezing] = useState<Freezing>({ busy: false, problem: null, made: null })
  const [compared, setCompared] = useState<{ snapshot: string; other: string | null } | null>(null)
  const freeze = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || freezing.busy) return
    setFreezing({ busy: true, problem: null, made: null })
    const of = `${chosen.template} ${chosen.period} ${reason}`
    if (attempt.current.of !== of) attempt.current = { of, key: crypto.randomUUID() }
    try {
      const made = await api.freeze(chosen.template, chosen.period, reason, attempt.current.key)
      attempt.current = { of: '', key: '' }
      setFreezing({ busy: false, problem: null, made })
      setReason('')
      list.reload()
    } catch (error) {
      setFreezing({ busy: false, problem: problemOf(error), made: null })
    }
  }
  return (
    <div className={styles.page}>
      <Text>{p.snapshotsLead}</Text>
      <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
      {choices.value && chosen && (
        <PeriodChoice
          choices={choices.value}
          chosen={chosen}
          onChoose={(next) => {
            setCompared(null)
            choose(next)
          }}
        />
      )}
      <form className={styles.form} onSubmit={(event) => void freeze(event)}>
        <Field label={p.snapshotReason} hint={p.snapshotReasonHint} className={styles.reason} required>
          <Input value={reason} maxLength={500} onChange={(_, data) => setReason(data.value)} data-testid="snapshot-reason" />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          className={styles.make}
          disabled={!chosen || freezing.busy || reason.trim() === ''}
          data-testid="snapshot-make"
        >
          {p.snapshotMake}
        </Button>
      </form>
      <ProblemBar problem={freezing.problem} onEnded={onEnded} />
      {freezing.made && (
        <Notice tone="success" testId="snapshot-made">
          {p.snapshotMade(freezing.made.rowCount, freezing.made.submissions)}
        </Notice>
      )}
      <ProblemBar problem={list.problem} onRetry={list.reload} onEnded={onEnded} />
      {list.loading && !list.value && <Spinner label={t.loading} />}
      {list.value?.snapshots.length === 0 && <Text>{p.snapshotNone}</Text>}
      {list.value && list.value.snapshots.length > 0 && (
        <SnapshotTable
          {...{ api, onEnded }}
          snapshots={list.value.snapshots}
          onCompare={(snapshot, other) => setCompared({ snapshot, other })}
        />
      )}
      {compared && <Comparison api={api} snapshot={compared.snapshot} other={compared.other} onEnded={onEnded} />}
    </div>
  )
}

interface TableProps extends Props {
  readonly snapshots: readonly Snapshot[]
  readonly onCompare: (snapshot: string, other: string | null) => void
}

function SnapshotTable({ api, onEnded, snapshots, onCompare }: TableProps) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({})
  return (
    <div className={look.scroll}>
      <table className={mergeClasses(look.table, look.labelled)} data-testid="snapshot-list">
        <thead>
          <tr>
            {[p.snapshotOne, p.snapshotCounts, p.snapshotHash, p.snapshotFile, p.compareWith].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {snapshots.map(({ id, template, period, reason, madeAt, madeBy, submissions, rowCount, hash, ready }, index) => (
            <tr key={id}>
              <th scope="row" className={styles.reasonCell}>
                {reason}
                <Caption1 block>
                  {showInstant(madeAt)} · {madeBy}
                </Caption1>
              </th>
              <td data-label={p.snapshotCounts} className={look.name}>
                {p.snapshotSize(showNumber(submissions, language), showNumber(rowCount, language))}
              </td>
              <td className={styles.hash} title={hash} data-label={p.snapshotHash}>
                {hash.slice(0, 12)}
              </td>
              <td className={look.name}>
                {ready ? (
                  <SaveButton
                    label={p.snapshotSave}
                    name={`${p.snapshotSave}: ${reason}`}
                    fileName={`${template}_${period}_ban-chot_${hash.slice(0, 12)}.xlsx`}
                    fetchFile={() => api.snapshotFile(id)}
                    testId={`snapshot-file-${index + 1}`}
                    onEnded={onEnded}
                  />
                ) : (
                  <Text role="status">{p.snapshotBeingMade}</Text>
                )}
              </td>
              <td>
                <div className={styles.compare}>
                  <Select
                    aria-label={p.compareWith}
                    value={others[id] ?? ''}
                    onChange={(_, data) => setOthers({ ...others, [id]: data.value })}
                  >
                    <option value="">{p.compareNow}</option>
                    {snapshots
                      .filter((one) => one.id !== id)
                      .map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.reason} · {showInstant(one.madeAt)}
                        </option>
                      ))}
                  </Select>
                  <Button onClick={() => onCompare(id, others[id] || null)} data-testid={`compare-${index + 1}`}>
                    {p.compare}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
