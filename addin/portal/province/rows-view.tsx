// Bảng tổng hợp: the rows of the agencies that were chosen, as they count now or counted at the end of a day, with
// the totals that the template declares; every row opens the submission it comes from.
import { Button, Caption1, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { obligationId } from '../../../shared/obligation.ts'
import type { Table } from '../../../shared/template.ts'
import type { ConsolidatedRow } from '../../../shared/wire.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { DayField } from '../../components/day-field.tsx'
import { Notice } from '../../components/notice.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { showDay } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { DownloadConsolidated } from '../download-consolidated.tsx'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import { AgencyChoice, TickedAgencies } from './agency-choice.tsx'
import { AsOf } from './as-of.tsx'
import { fileNameOf } from './chosen-agencies.ts'
import { OpenedRow } from './opened-row.tsx'
import { type Chosen, PeriodChoice, useChosen } from './period-choice.tsx'
import { RowsTable } from './rows-table.tsx'
import { useChoice, type Wanted } from './use-choice.ts'
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
  /** Their labels stand in a line, whatever stands below a box. */
  whose: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'start' },
  count: { paddingBottom: tokens.spacingVerticalS },
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
  const [wanted, setWanted] = useState<Wanted>({ scope: { kind: 'all' }, on: '' })
  const { place, open, close } = useOpened()
  return (
    <div className={styles.page}>
      {place && <OpenedRow api={api} place={place} onBack={close} onEnded={onEnded} />}
      <div className={styles.page} hidden={place !== null}>
        <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
        {choices.value && chosen && <PeriodChoice choices={choices.value} chosen={chosen} onChoose={choose} />}
        <ProblemBar problem={known.problem} onRetry={known.reload} onEnded={onEnded} />
        {known.loading && <Spinner label={t.loading} />}
        {choices.value && chosen && known.value && (
          <Tables
            key={`${chosen.template} ${chosen.period}`}
            {...{ api, chosen, wanted, onEnded }}
            known={known.value}
            today={choices.value.day}
            onWanted={setWanted}
            onOpen={open}
          />
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
  readonly wanted: Wanted
  /** By the province's clock. */
  readonly today: string
  readonly onWanted: (wanted: Wanted) => void
  readonly onOpen: (place: FigurePlace) => void
}

function Tables({ api, chosen, known, wanted, today, onWanted, onOpen, onEnded }: TablesProps) {
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const { template, period } = chosen
  const [key, setKey] = useState(known.template.tables[0]?.key ?? '')
  const choice = useChoice(api, chosen, known, today, wanted, onWanted)
  const { owing, scope, asked } = choice
  const rows = useRows(asked && JSON.stringify([template, period, key, asked]), (after) => api.rows(template, period, key, asked!, after))
  const totals = useLoad(asked && JSON.stringify([template, period, asked]), () => api.totals(template, period, asked!))
  const table = known.template.tables.find((one) => one.key === key)
  if (!table) return null
  const { first } = rows
  const all = (first?.agencies ?? []).reduce((sum, one) => sum + one.rows, 0)
  const reload = () => {
    if (choice.problem) choice.reload()
    rows.reload()
    totals.reload()
  }
  const none = () => {
    if (first?.agencies && first.agencies.length > 0) return p.rowsNoneHere
    if (rows.on) return p.rowsNoneOn(showDay(rows.on))
    return scope.kind === 'all' ? p.rowsNone : p.rowsNoneOf
  }
  return (
    <>
      <div className={styles.whose}>
        {owing && <AgencyChoice {...{ owing, scope }} onChange={(next) => onWanted({ ...wanted, scope: next })} />}
        <DayField
          label={p.asOfWhich}
          hint={p.asOfHint}
          value={wanted.on}
          max={today}
          problem={choice.ahead ? p.asOfAhead(showDay(today)) : undefined}
          onChange={choice.setDay}
          testId="as-of-day"
        />
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
      </div>
      {owing && scope.kind === 'some' && (
        <TickedAgencies
          agencies={owing.agencies}
          codes={scope.codes}
          onChange={(codes) => onWanted({ ...wanted, scope: { kind: 'some', codes } })}
        />
      )}
      <div className={styles.choices}>
        <DownloadConsolidated
          onEnded={onEnded}
          fileName={fileNameOf(template, period, scope, wanted.on < today ? wanted.on : '')}
          fetchFile={asked && ((by) => api.workbook(template, period, by, asked))}
        />
        <Caption1 className={styles.count} role="status" data-testid="rows-count">
          {first && p.rowsOf(rows.rows.length, all)}
        </Caption1>
        {first && <AsOf at={first.madeAt} on={rows.on} loading={rows.loading} onReload={reload} />}
      </div>
      {rows.moved && (
        <Notice tone="warning" testId="rows-moved" actions={<Button onClick={reload}>{p.refresh}</Button>}>
          {p.rowsMoved}
        </Notice>
      )}
      <ProblemBar problem={choice.problem ?? rows.problem ?? totals.problem} onRetry={reload} onEnded={onEnded} />
      {first && rows.rows.length === 0 && (
        <Text role="status" data-testid="rows-none">
          {none()}
        </Text>
      )}
      {rows.rows.length > 0 && (
        <RowsTable
          key={JSON.stringify([key, asked])}
          {...{ table, known }}
          rows={rows.rows}
          totals={totals.value?.[key] ?? null}
          onMore={rows.more}
          onOpen={(row) => onOpen(placeOf(chosen, table, row))}
        />
      )}
      {(rows.loading || choice.waiting) && <Spinner label={t.loading} />}
    </>
  )
}
