// Rows of all agencies under the columns of their template. Only the rows in sight are drawn;
// near the end it asks for more. Knows nothing of where they come from.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { columnName } from '../../../shared/column-name.ts'
import { showValue } from '../../../shared/field/field.ts'
import { rowTitle } from '../../../shared/reconcile/row-title.ts'
import type { Field, Table } from '../../../shared/template.ts'
import type { Value } from '../../../shared/value.ts'
import type { ConsolidatedRow } from '../../../shared/wire.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { sidewaysCue, useTableStyles } from '../table-styles.ts'
import type { Known } from './use-form.ts'

/** What a row is taken to be high before it was drawn, in pixels. */
const LIKELY = 56
/** So many rows before the end the next are asked for. */
const AHEAD = 40

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '70vh', ...sidewaysCue, boxShadow: tokens.shadow2 },
  head: { '& th': { position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1, verticalAlign: 'bottom' } },
  // Sums stay in sight: they are what one has come for.
  foot: { '& th, & td': { position: 'sticky', bottom: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground3 } },
  // Whose row it is, and the way into it, stay in sight at the last column.
  table: {
    '& tr > th:first-child': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
    '& thead tr > th:first-child': { zIndex: 3 },
    '& tfoot tr > th:first-child': { zIndex: 2, backgroundColor: tokens.colorNeutralBackground3 },
    '& thead th': { whiteSpace: 'normal', overflowWrap: 'normal' },
    '& [data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    '& thead [data-number]': { whiteSpace: 'normal' },
  },
  whose: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    alignItems: 'start',
    '@media (max-width: 34rem)': { flexWrap: 'wrap' },
  },
  cell: { maxWidth: '24rem', overflowWrap: 'anywhere' },
  agency: { minWidth: 'clamp(9rem, 40vw, 15rem)' },
})

const NUMBERS: readonly Field['type']['kind'][] = ['integer', 'decimal', 'money', 'percent']
const marked = ({ type }: Field): '' | undefined => (NUMBERS.includes(type.kind) ? '' : undefined)

/** As wide as the form has the column, in rem: about two characters each; what it is called takes a few lines at most. */
const widthOf = ({ width }: Field, name: string): string => `${Math.min(20, Math.max(4, width / 2, name.length / 7))}rem`

interface Props {
  readonly table: Table
  readonly rows: readonly ConsolidatedRow[]
  readonly known: Known
  /** By field; null where they are not known or not asked for. */
  readonly totals: Readonly<Record<string, Value>> | null
  readonly onMore: () => void
  readonly onOpen: (row: ConsolidatedRow) => void
}

export function RowsTable({ table, rows, known, totals, onMore, onOpen }: Props) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => LIKELY, overscan: 10 })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - AHEAD) onMore()
  }, [last, rows.length, onMore])
  const { fields } = table
  const [above, below] = [drawn[0]?.start ?? 0, virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)]
  const gap = (height: number) =>
    height > 0 && (
      <tr>
        <td colSpan={fields.length + 1} style={{ height, padding: 0 }} />
      </tr>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={p.pages.rows}>
      <table className={mergeClasses(look.table, styles.table)} aria-rowcount={rows.length + 1} data-testid="consolidated-rows">
        <thead className={styles.head}>
          <tr>
            <th scope="col" className={styles.agency}>
              {p.agency}
            </th>
            {fields.map((field) => {
              const name = columnName(field, language)
              return (
                <th key={field.key} scope="col" style={{ minWidth: widthOf(field, name) }} data-number={marked(field)}>
                  {name}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {gap(above)}
          {drawn.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <tr
                  key={`${row.submissionId} ${row.rowId}`}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  data-testid={`row-${row.agency}-${row.rowId}`}
                >
                  <th scope="row">
                    <div className={styles.whose}>
                      {row.agencyName}
                      <Button
                        size="small"
                        aria-label={p.openRow(`${row.agencyName}, ${rowTitle(table, { id: row.rowId, values: row.values })}`)}
                        onClick={() => onOpen(row)}
                      >
                        {p.open}
                      </Button>
                    </div>
                  </th>
                  {fields.map((field) => (
                    <td key={field.key} className={styles.cell} data-field={field.key} data-number={marked(field)}>
                      {showValue(field.type, row.values[field.key] ?? null, language, known)}
                    </td>
                  ))}
                </tr>
              )
            )
          })}
          {gap(below)}
        </tbody>
        {totals && Object.keys(totals).length > 0 && (
          <tfoot className={styles.foot}>
            <tr>
              <th scope="row">{p.total}</th>
              {fields.map((field) => (
                <td key={field.key} data-number={marked(field)} data-testid={`rows-total-${field.key}`}>
                  {field.aggregation?.by === 'meeting'
                    ? String(totals[field.key] ?? '')
                    : showValue(field.type, totals[field.key] ?? null, language, known)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
