// Who has reported what: the reports that close together, or all periods of one template;
// filtered, in groups, kept up to date, opened cell by cell, saved as a workbook.
import { Button, Caption1, Field, Input, makeStyles, Select, Text, Title2, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type MatrixChoice, type MatrixColumn, type MatrixRow, spansOf } from '../../../shared/matrix.ts'
import { obligationId } from '../../../shared/obligation.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { ObligationView, PeriodChoices } from '../../../shared/wire.ts'
import type { Api } from '../../api/api.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { type MatrixApi, matrixApi } from '../../api/matrix-api.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { saveFile } from '../../components/save-file.ts'
import { Ring, Spinner } from '../../components/spinner.tsx'
import { useMatrixText } from '../../text/matrix-texts.ts'
import { showInstant } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useLoad } from '../use-load.ts'
import { SHOWS, type Show, shownLines } from './matrix-filter.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { useMatrix } from './use-matrix.ts'

const ReviewPage = lazy(() => import('../review-page.tsx'))

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, '&[hidden]': { display: 'none' } },
  title: { margin: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  together: { flex: '1 1 20rem', maxWidth: '32rem', minWidth: 'min(16rem, 100%)', '& select': { minWidth: 0 } },
  find: { minWidth: 'min(12rem, 100%)' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
})

interface Props {
  readonly api: Api
  readonly tokens: TokenStore
  readonly mayJudge: boolean
  readonly onEnded: (problem: ApiProblem) => void
}

export default function MatrixPage({ api, tokens: store, mayJudge, onEnded }: Props) {
  const { t, m } = useMatrixText()
  const styles = useStyles()
  const calls = useMemo(() => matrixApi('', store), [store])
  const choices = useLoad('periods', () => calls.periods())
  const [opened, setOpened] = useState<ObligationView | null>(null)
  const [changed, setChanged] = useState(0)
  const [failed, setFailed] = useState<ApiProblem | null>(null)
  const open = async (row: MatrixRow, column: MatrixColumn) => {
    setFailed(null)
    try {
      setOpened(await calls.obligation(obligationId(column.template, column.period, row.agency)))
    } catch (error) {
      setFailed(problemOf(error))
    }
  }
  return (
    <div className={styles.page}>
      {opened && (
        <Suspense fallback={<Spinner label={t.loading} />}>
          <ReviewPage
            {...{ api, onEnded }}
            obligation={opened}
            may={mayJudge ? 'judge' : 'read'}
            onBack={() => setOpened(null)}
            onDone={() => {
              setChanged(changed + 1)
              setOpened(null)
            }}
          />
        </Suspense>
      )}
      {/* Kept while a report is open: one comes back to the same filter and the same place. */}
      <div className={styles.page} hidden={opened !== null}>
        <Title2 as="h1" className={styles.title}>
          {m.title}
        </Title2>
        <Text>{m.lead}</Text>
        <ProblemBar problem={choices.problem ?? failed} onRetry={choices.problem ? choices.reload : undefined} onEnded={onEnded} />
        {!choices.value && choices.loading && <Spinner label={t.loading} />}
        {choices.value && (
          <Table
            calls={calls}
            changed={changed}
            choices={choices.value}
            onOpen={(row, column) => void open(row, column)}
            onEnded={onEnded}
          />
        )}
      </div>
    </div>
  )
}

interface TableProps {
  readonly calls: MatrixApi
  readonly changed: number
  readonly choices: PeriodChoices
  readonly onOpen: (row: MatrixRow, column: MatrixColumn) => void
  readonly onEnded: (problem: ApiProblem) => void
}

function Table({ calls, changed, choices, onOpen, onEnded }: TableProps) {
  const { t, m, language } = useMatrixText()
  const styles = useStyles()
  const opened = choices.templates.flatMap(({ code, periods }) => periods.map((period) => ({ template: code, period: period.code })))
  const spans = spansOf(opened)
  const [wanted, setWanted] = useState('')
  const [word, setWord] = useState('')
  const [show, setShow] = useState<Show>('all')
  const [folded, setFolded] = useState<ReadonlySet<string | null>>(new Set())
  const [file, setFile] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  const templates = choices.templates.filter(({ periods }) => periods.length > 0)
  const choice: MatrixChoice | null = templates.some(({ code }) => code === wanted)
    ? { template: wanted }
    : spans[0] === undefined
      ? null
      : { span: spans.find((span) => span === wanted) ?? spans[0] }
  const { value, coming, problem, reload } = useMatrix(calls, choice, changed)
  if (choice === null) return <Text>{t.noStatus}</Text>
  const lines = value ? shownLines(value, { word, show, folded }) : []
  const agencies = lines.flatMap((line) => (line.kind === 'group' ? line.rows : [])).length
  const download = async () => {
    setFile({ busy: true, problem: null })
    try {
      saveFile(await calls.workbook(choice), `tinh-hinh-nop_${Object.values(choice)[0]}.xlsx`)
      setFile({ busy: false, problem: null })
    } catch (error) {
      setFile({ busy: false, problem: problemOf(error) })
    }
  }
  const fold = (group: string | null) => {
    const next = new Set(folded)
    if (!next.delete(group)) next.add(group)
    setFolded(next)
  }
  return (
    <>
      <div className={styles.choices}>
        <Field label={m.together} className={styles.together}>
          <Select value={Object.values(choice)[0]} onChange={(_, data) => setWanted(data.value)} data-testid="matrix-choice">
            {spans.map((span) => (
              <option key={span} value={span}>
                {m.bySpan(showPeriod(span, language))}
              </option>
            ))}
            {templates.map(({ code, title }) => (
              <option key={code} value={code}>
                {m.byTemplate(code, title[language])}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.show} className={styles.find}>
          <Select value={show} onChange={(_, data) => setShow(SHOWS.find((one) => one === data.value) ?? 'all')} data-testid="matrix-show">
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {m.shows[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.find} className={styles.find}>
          <Input value={word} type="search" onChange={(_, data) => setWord(data.value)} data-testid="matrix-find" />
        </Field>
        <Button
          icon={file.busy ? <Ring /> : <ArrowDownload20Regular />}
          disabled={file.busy}
          onClick={() => void download()}
          data-testid="matrix-download"
        >
          {m.download}
        </Button>
      </div>
      <ProblemBar problem={file.problem} onRetry={() => void download()} onEnded={onEnded} />
      {problem && (value ? <Text role="status">{m.notFresh}</Text> : <ProblemBar problem={problem} onRetry={reload} onEnded={onEnded} />)}
      {coming !== null && <Spinner label={coming > 0 ? m.loadingMore(coming) : t.loading} />}
      {value && (
        <>
          <div className={styles.facts}>
            <Caption1 data-testid="matrix-shown">{m.shown(agencies, value.rows.length)}</Caption1>
            <Caption1>{m.asOf(showInstant(value.madeAt))}</Caption1>
            <Caption1>{m.completeness}</Caption1>
          </div>
          {lines.length > 0 ? (
            <MatrixGrid columns={value.columns} lines={lines} onOpen={onOpen} folded={folded} onFold={fold} />
          ) : (
            <Text>{m.noneShown}</Text>
          )}
        </>
      )}
    </>
  )
}
