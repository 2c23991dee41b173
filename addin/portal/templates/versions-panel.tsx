// The published versions of a template: since when, which periods, what differs from the one
// before, and taking one out of use.
import { Button, Field, Input, Subtitle2, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { showPeriod } from '../../../shared/period.ts'
import { templateDifference } from '../../../shared/template-edit/template-difference.ts'
import type { TemplateVersionView, TemplateView, WithdrawalOutcome } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { Notice } from '../../components/notice.tsx'
import { showInstant } from '../../text/moment.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useTemplateStyles } from './template-styles.ts'

interface Props {
  readonly api: TemplateApi
  readonly view: TemplateView
  readonly onChanged: () => void
}

export function VersionsPanel({ api, view, onChanged }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const [outcome, setOutcome] = useState<WithdrawalOutcome | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const periods = (codes: readonly string[]) => codes.map((code) => showPeriod(code, language)).join(', ') || m.nonePeriods
  const withdraw = async (version: number, reason: string) => {
    setProblem(null)
    try {
      setOutcome(await api.withdraw(view.code, version, reason))
      onChanged()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <>
      <ProblemBar problem={problem} />
      {outcome && (
        <Notice tone="success" testId="withdrawn">
          {m.withdrawn(periods(outcome.moved.map(({ period }) => period)), periods(outcome.kept))}
        </Notice>
      )}
      {view.versions.map((version, at) => (
        <section key={version.version} aria-label={m.versionName(version.version)} data-testid={`version-${version.version}`}>
          <Subtitle2 as="h3" className={styles.heading}>
            {m.versionName(version.version)} · {version.withdrawal ? m.withdrawnState : m.publishedState}
          </Subtitle2>
          <Text block>{factsOf(version)}</Text>
          <Text block>{version.periods.length > 0 ? m.periodsOpened(periods(version.periods)) : m.noPeriods}</Text>
          {view.versions[at + 1] && <Differing api={api} code={view.code} from={view.versions[at + 1]!.version} to={version.version} />}
          {!version.withdrawal && <Withdrawing version={version.version} onWithdraw={withdraw} />}
        </section>
      ))}
    </>
  )

  function factsOf({ publishedAt, publishedBy, effectiveFrom, withdrawal }: TemplateVersionView): string {
    return [
      publishedBy === null ? m.publishedWithPlan(showInstant(publishedAt)) : m.publishedAt(showInstant(publishedAt), publishedBy),
      effectiveFrom === null ? m.usedAlways : m.usedFrom(showPeriod(effectiveFrom, language)),
      ...(withdrawal ? [`${m.withdrawnAt(showInstant(withdrawal.at), withdrawal.by)}: ${withdrawal.reason}`] : []),
    ].join('; ')
  }
}

interface DifferingProps {
  readonly api: TemplateApi
  readonly code: string
  readonly from: number
  readonly to: number
}

function Differing({ api, code, from, to }: DifferingProps) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const [said, setSaid] = useState<readonly Bilingual[] | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const show = async () => {
    try {
      const [before, after] = await Promise.all([api.version(code, from), api.version(code, to)])
      setSaid(templateDifference(before, after))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <>
      <Button size="small" onClick={() => void show()} aria-label={`${m.showDifference}: ${m.versionName(to)}`}>
        {m.showDifference}
      </Button>
      <ProblemBar problem={problem} />
      {said && (
        <ul className={styles.list}>
          {said.map((one) => (
            <li key={one.vi}>{one[language]}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface WithdrawingProps {
  readonly version: number
  readonly onWithdraw: (version: number, reason: string) => Promise<void>
}

const REASON_LEAST = 10

function Withdrawing({ version, onWithdraw }: WithdrawingProps) {
  const { m } = useTemplateText()
  const styles = useTemplateStyles()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await onWithdraw(version, reason)
    setBusy(false)
  }
  return (
    <details>
      <summary className={styles.summary}>{m.withdraw}</summary>
      <Text block>{m.withdrawLead}</Text>
      <div className={styles.line}>
        <Field label={m.withdrawReason}>
          <Input value={reason} onChange={(_, data) => setReason(data.value)} data-testid={`withdraw-reason-${version}`} />
        </Field>
        <Button
          disabledFocusable={busy || reason.trim().length < REASON_LEAST}
          onClick={() => void run()}
          data-testid={`withdraw-${version}`}
        >
          {m.withdrawYes(version)}
        </Button>
      </div>
    </details>
  )
}
