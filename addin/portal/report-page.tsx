// Báo cáo UBND tỉnh: for a quarter, the words of the report and the document. Somebody
// else's words are never overwritten unseen; what one typed stays until it is dropped.
import { Field, makeStyles, Select, Text, Title2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { useProvinceText } from '../text/use-province-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import type { ProvincePageProps } from './province-page.ts'
import { ReportForm } from './report-form.tsx'
import { useLoad } from './use-load.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quarter: { maxWidth: '16rem' },
})

/** The template whose figures go up as a letter. */
const REPORTED = 'QUY'

export default function ReportPage({ api, province, onEnded, mayEdit }: ProvincePageProps & { mayEdit: boolean }) {
  const t = useProvinceText()
  const { t: common, language } = useText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [wanted, setWanted] = useState('')
  const periods = choices.value?.templates.find(({ code }) => code === REPORTED)?.periods ?? []
  const newestFirst = periods.toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))
  const period = newestFirst.find(({ code }) => code === wanted) ?? newestFirst[0]
  const report = useLoad(period ? period.code : null, () => province.reportWords(REPORTED, period!.code))
  return (
    <div className={styles.page}>
      <Title2 as="h1" style={{ margin: 0 }}>
        {t.reportTitle}
      </Title2>
      <ProblemBar
        problem={choices.problem ?? report.problem}
        onRetry={choices.problem ? choices.reload : report.reload}
        onEnded={onEnded}
      />
      {(choices.loading || report.loading) && <Spinner label={common.loading} />}
      {choices.value && !period && <Text>{t.noQuarter}</Text>}
      {period && (
        <Field label={t.quarter} className={styles.quarter}>
          <Select value={period.code} onChange={(_, data) => setWanted(data.value)} data-testid="report-quarter">
            {newestFirst.map(({ code, title }) => (
              <option key={code} value={code}>
                {title[language]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {period && report.value && (
        <ReportForm
          // Another quarter, or the words of somebody else: the form begins anew.
          key={`${period.code} ${report.value.etag}`}
          opened={report.value}
          province={province}
          mayEdit={mayEdit}
          onReload={report.reload}
          onEnded={onEnded}
        />
      )}
    </div>
  )
}
