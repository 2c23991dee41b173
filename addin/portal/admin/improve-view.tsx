// What to improve: what is failed most, what stood in reports that came back, where receivers
// pinned notes, where the time goes. Each line leads to its rule or column, and to the reports.
import { Button, Field, Select, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { showPeriod } from '../../../shared/period.ts'
import { Notice } from '../../components/notice.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useImproveText } from '../../text/improve-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminPageProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { ImproveEfforts } from './improve-efforts.tsx'
import { ImproveReturns } from './improve-returns.tsx'
import { ImproveRules } from './improve-rules.tsx'
import { useDoing } from './use-doing.ts'

export default function ImproveView({ api, onTemplate, onReport, onEnded }: AdminPageProps) {
  const { i, t, language } = useImproveText()
  const styles = useAdminStyles()
  const [period, setPeriod] = useState('')
  const loaded = useLoad(`improvements ${period}`, () => api.improvements(period))
  const periods = useLoad('improvement-periods', async () => (await api.improvements('')).periods)
  const doing = useDoing()
  const all = loaded.value
  const leads = { onTemplate, onReport }
  return (
    <div className={styles.page}>
      <Text>{i.lead}</Text>
      <div className={styles.line}>
        <Field label={i.period}>
          <Select value={period} onChange={(_, { value }) => setPeriod(value)} data-testid="improve-period">
            <option value="">{i.allPeriods}</option>
            {(periods.value ?? []).map((one) => (
              <option key={one} value={one}>
                {showPeriod(one, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabled={doing.busy || !all}
          onClick={() => void doing.act(async () => saveFile(await api.improvementsFile(period, language), 'can-cai-thien.xlsx'))}
          data-testid="improve-download"
        >
          {i.download}
        </Button>
      </div>
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {!all && loaded.loading && <Spinner label={t.loading} />}
      {all && all.efforts.length === 0 && (
        <Notice tone="info" testId="improve-none">
          {i.nothing}
        </Notice>
      )}
      {all && all.efforts.length > 0 && (
        <>
          <ImproveRules rules={all.rules} {...leads} />
          <ImproveReturns returns={all.returns} columns={all.columns} {...leads} />
          <ImproveEfforts efforts={all.efforts} />
        </>
      )}
    </div>
  )
}
