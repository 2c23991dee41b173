// Bảng tổng hợp: the rows of all agencies that count now, of one agency or of all, with the
// totals that the template declares; every row opens the submission it comes from.
import { Button, Caption1, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { obligationId } from '../../../shared/obligation.ts'
import type { Table } from '../../../shared/template.ts'
import type { ConsolidatedRow } from '../../../shared/wire.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { AsOf } from './as-of.tsx'
import { OpenedRow } from './opened-row.tsx'
import { type Chosen, PeriodChoice, useChosen } from './period-choice.tsx'
import { RowsTable } from './rows-table.tsx'
import { type Known, useForm } from './use-form.ts'
import { useOpened } from './use-opened.ts'
import { useRows } from './use-rows.ts'

const MONTHLY = 'THANG'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    // Keeps its size: the table would forget which of its rows are drawn, and with them the way back.
    '&[hidden]': { display: 'block', visibility: 'hidden', height: 0, overflow: 'hidden' },
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  count: { paddingBottom: tokens.spacingVerticalS },
  agency: { minWidth: 'min(20rem, 100%)' },
})

interface Props {
  readonly api: QuarterApi
  readonly onEnded: (problem: ApiProblem) => void
}

export default function RowsView({ api, onEnded }: Props) {
  const { t } = useQuarterText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [chosen, choose] = useChosen(choices.value, MONTHLY)
  const known = useForm(api, chosen?.template ?? null, chosen?.period ?? null)
  const { place, open, close } = useOpened()
  return (
    <div className={styles.page}>
      {place && <OpenedRow api={api} place={place} onBack={close} onEnded={onEnded} />}
      <div className={styles.page} hidden={place !== null}>
        <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
        {choices.value && chosen && <PeriodChoice choices={choices.value} chosen={chosen} onChoose={choose} />}
        <ProblemBar problem={known.problem} onRetry={known.reload} onEnded={onEnded} />
        {known.loading && <Spinner label={t.loading} />}
        {chosen && known.value && (
          <Tables key={`${chosen.template} ${chosen.period}`} {...{ api, chosen, onEnded }} known={known.value} onOpen={open} />
        )}
      </div>
    </div>
  )
}

const placeOf = ({ template, period }: Chosen, table: Table, row: ConsolidatedRow): FigurePlace => {
  const field = table.rows.unique[0]?.at(-1) ?? table.fields[0]?.key ?? ''
  return {
    ...{ template, period, obligationId: obligationId(template, period, row.agency), agency: row.agency, agencyName: row.agencyName },
    ...{ submissionId: row.submissionId, receiptNumber: row.receiptNumber },
    cell: { table: row.table, rowId: row.rowId, field, name: row.rowId, at: null, value: row.values[field] ?? null },
  }
}

interface TablesProps extends Props {
  readonly chosen: Chosen
  readonly known: Known
  readonly onOpen: (place: FigurePlace) => void
}

function Tables({ api, chosen, known, onOpen, onEnded }: TablesProps) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const { template, period } = chosen
  const [agency, setAgency] = useState('')
  const [key, setKey] = useState(known.template.tables[0]?.key ?? '')
  const rows = useRows(JSON.stringify([template, period, key, agency]), (after) => api.rows(template, period, key, agency, after))
  const totals = useLoad(`${template} ${period}`, () => api.totals(template, period))
  // The list stays while one of its agencies is looked at.
  const [agencies, setAgencies] = useState<readonly { agency: string; name: string; rows: number }[]>([])
  const listed = agency === '' ? (rows.first?.agencies ?? agencies) : agencies
  if (listed !== agencies && agency === '' && rows.first) setAgencies(listed)
  const table = known.template.tables.find((one) => one.key === key)
  if (!table) return null
  const all = listed.filter((one) => agency === '' || one.agency === agency).reduce((sum, one) => sum + one.rows, 0)
  const reload = () => {
    rows.reload()
    totals.reload()
  }
  return (
    <>
      <div className={styles.choices}>
        <Field label={p.chooseAgency} className={styles.agency}>
          <Select value={agency} onChange={(_, data) => setAgency(data.value)} data-testid="choose-agency">
            <option value="">{p.allAgencies}</option>
            {listed.map((one) => (
              <option key={one.agency} value={one.agency}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        {known.template.tables.length > 1 && (
          <Field label={p.chooseTable}>
            <Select value={key} onChange={(_, data) => setKey(data.value)}>
              {known.template.tables.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.title?.[language] ?? one.key}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Caption1 className={styles.count} data-testid="rows-count">
          {p.rowsOf(rows.rows.length, all)}
        </Caption1>
        {rows.first && <AsOf at={rows.first.madeAt} loading={rows.loading} onReload={reload} />}
      </div>
      {rows.moved && (
        <Notice tone="warning" testId="rows-moved" actions={<Button onClick={reload}>{p.refresh}</Button>}>
          {p.rowsMoved}
        </Notice>
      )}
      <ProblemBar problem={rows.problem ?? totals.problem} onRetry={reload} onEnded={onEnded} />
      {rows.first && rows.rows.length === 0 && <Text data-testid="rows-none">{p.rowsNone}</Text>}
      {rows.rows.length > 0 && (
        <RowsTable
          key={`${key} ${agency}`}
          {...{ table, known }}
          rows={rows.rows}
          totals={agency === '' ? (totals.value?.[key] ?? null) : null}
          onMore={rows.more}
          onOpen={(row) => onOpen(placeOf(chosen, table, row))}
        />
      )}
      {rows.loading && <Spinner label={t.loading} />}
    </>
  )
}
