// Bảng tổng hợp: the rows of all agencies that count now, of one agency or of all, with the
// totals that the template declares; every row opens the submission it comes from.
import { Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { useState } from 'react'
import { showValue } from '../../../shared/field/field.ts'
import { obligationId } from '../../../shared/obligation.ts'
import { rowTitle } from '../../../shared/reconcile/row-title.ts'
import type { Table } from '../../../shared/template.ts'
import type { ConsolidatedRow, Consolidation } from '../../../shared/wire.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Spinner } from '../../components/spinner.tsx'
import { showInstant } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useTableStyles } from '../table-styles.ts'
import { useLoad } from '../use-load.ts'
import { OpenedRow } from './opened-row.tsx'
import { PeriodChoice, useChosen } from './period-choice.tsx'
import { type Known, useForm } from './use-form.ts'

/** An old laptop draws so many rows of forty columns without being felt. */
const PAGE = 100
const MONTHLY = 'THANG'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, '&[hidden]': { display: 'none' } },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  agency: { minWidth: 'min(20rem, 100%)' },
  card: { backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow2 },
  cell: { minWidth: '7rem', maxWidth: '24rem', overflowWrap: 'anywhere' },
})

interface Props {
  readonly api: QuarterApi
  readonly onEnded: (problem: ApiProblem) => void
}

export default function RowsView({ api, onEnded }: Props) {
  const { t, p } = useQuarterText()
  const styles = useStyles()
  const choices = useLoad('periods', () => api.periods())
  const [chosen, choose] = useChosen(choices.value, MONTHLY)
  const known = useForm(api, chosen?.template ?? null, chosen?.period ?? null)
  const rows = useLoad(chosen && `${chosen.template} ${chosen.period}`, () => api.consolidation(chosen!.template, chosen!.period))
  const [place, setPlace] = useState<FigurePlace | null>(null)
  return (
    <div className={styles.page}>
      {place && <OpenedRow api={api} place={place} onBack={() => setPlace(null)} onEnded={onEnded} />}
      <div className={styles.page} hidden={place !== null}>
        <ProblemBar problem={choices.problem} onRetry={choices.reload} onEnded={onEnded} />
        {choices.value && chosen && <PeriodChoice choices={choices.value} chosen={chosen} onChoose={choose} />}
        <ProblemBar problem={rows.problem ?? known.problem} onRetry={rows.problem ? rows.reload : known.reload} onEnded={onEnded} />
        {(rows.loading || known.loading) && <Spinner label={t.loading} />}
        {rows.value && known.value && (
          <>
            <div className={styles.choices}>
              <Caption1>{p.asOf(showInstant(rows.value.madeAt))}</Caption1>
              <Button size="small" icon={<ArrowSync20Regular />} disabled={rows.loading} onClick={rows.reload}>
                {p.refresh}
              </Button>
            </div>
            <Rows key={`${rows.value.template} ${rows.value.period}`} all={rows.value} known={known.value} onOpen={setPlace} />
          </>
        )}
      </div>
    </div>
  )
}

const placeOf = ({ template, period }: Consolidation, table: Table, row: ConsolidatedRow): FigurePlace => {
  const field = table.rows.unique[0]?.at(-1) ?? table.fields[0]?.key ?? ''
  return {
    ...{ template, period, obligationId: obligationId(template, period, row.agency), agency: row.agency, agencyName: row.agencyName },
    ...{ submissionId: row.submissionId, receiptNumber: row.receiptNumber },
    cell: { table: row.table, rowId: row.rowId, field, name: row.rowId, at: null, value: row.values[field] ?? null },
  }
}

function Rows({ all, known, onOpen }: { all: Consolidation; known: Known; onOpen: (place: FigurePlace) => void }) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const [agency, setAgency] = useState('')
  const [key, setKey] = useState(known.template.tables[0]?.key ?? '')
  const [shown, setShown] = useState(PAGE)
  const table = known.template.tables.find((one) => one.key === key)
  if (!table) return null
  const agencies = [...new Map(all.rows.map((row) => [row.agency, row.agencyName]))]
  const rows = all.rows.filter((row) => row.table === key && (agency === '' || row.agency === agency))
  const totals = all.totals[key] ?? {}
  const fields = table.fields
  return (
    <>
      <div className={styles.choices}>
        <Field label={p.chooseAgency} className={styles.agency}>
          <Select value={agency} onChange={(_, data) => setAgency(data.value)} data-testid="choose-agency">
            <option value="">{p.allAgencies}</option>
            {agencies.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
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
        <Caption1 data-testid="rows-count">{p.rowsOf(Math.min(shown, rows.length), rows.length)}</Caption1>
      </div>
      <div className={`${look.scroll} ${styles.card}`}>
        <table className={look.table} data-testid="consolidated-rows">
          <thead>
            <tr>
              <th scope="col">{p.agency}</th>
              {fields.map((field) => (
                <th key={field.key} scope="col">
                  {field.title[language]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={`${row.submissionId} ${row.rowId}`} data-testid={`row-${row.agency}-${row.rowId}`}>
                <th scope="row">{row.agencyName}</th>
                {fields.map((field) => (
                  <td key={field.key} className={styles.cell} data-field={field.key}>
                    {showValue(field.type, row.values[field.key] ?? null, language, known)}
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    aria-label={p.openRow(`${row.agencyName}, ${rowTitle(table, { id: row.rowId, values: row.values })}`)}
                    onClick={() => onOpen(placeOf(all, table, row))}
                  >
                    {p.open}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
          {agency === '' && Object.keys(totals).length > 0 && (
            <tfoot>
              <tr>
                <th scope="row">{p.total}</th>
                {fields.map((field) => (
                  <td key={field.key} data-testid={`rows-total-${field.key}`}>
                    {field.aggregation?.by === 'meeting'
                      ? String(totals[field.key] ?? '')
                      : showValue(field.type, totals[field.key] ?? null, language, known)}
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {rows.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{p.moreOf(Math.min(PAGE, rows.length - shown))}</Button>}
    </>
  )
}
