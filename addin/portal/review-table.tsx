// One table of a submission as a grid: arrow keys move, the cell that has the focus
// is the one looked at. Says of each cell whether it has findings, notes or a change.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import { columnName } from '../../shared/column-name.ts'
import { showValue } from '../../shared/field/field.ts'
import type { ContentRow } from '../../shared/filing.ts'
import type { NotePlace } from '../../shared/review.ts'
import { namingField } from '../../shared/row-name.ts'
import type { Field, Table } from '../../shared/template.ts'
import type { Form } from '../../shared/wire.ts'
import { SeverityMark } from '../components/severity-mark.tsx'
import { useText } from '../text/language.tsx'
import { useReviewText } from '../text/use-review-text.ts'
import type { Look } from './review-look.ts'
import { sidewaysCue } from './table-styles.ts'

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    maxHeight: '70vh',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ...sidewaysCue,
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    textAlign: 'left',
    verticalAlign: 'bottom',
    overflowWrap: 'normal',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    verticalAlign: 'top',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    scrollMargin: '4rem',
    // Beside the column that stays in sight, not behind it.
    scrollMarginLeft: '14rem',
    // Above the card that stays at the foot of a narrow window.
    '@media (max-width: 63.99rem)': { scrollMarginBottom: '48vh' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 3, overflow: 'hidden', overflowWrap: 'anywhere' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  brought: { color: tokens.colorNeutralForeground3 },
  changed: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  noted: { backgroundColor: tokens.colorPaletteLavenderBackground2 },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  // Whoever has scrolled to the last column still sees which row it is.
  naming: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  said: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  wrap: { position: 'relative' },
})

const PAGE = 100
/** Characters; longer texts take more lines. */
const WIDEST = 28
const NUMBERS: readonly Field['type']['kind'][] = ['integer', 'decimal', 'money', 'percent', 'sequence']

interface Props {
  readonly form: Form
  readonly table: Table
  readonly rows: readonly ContentRow[]
  readonly look: Look
  readonly place: NotePlace | null
  readonly onPlace: (place: NotePlace) => void
  /** Enter on a cell: the person wants to write. */
  readonly onWrite: () => void
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export function ReviewTable({ form, table, rows, look, place, onPlace, onWrite }: Props) {
  const { language } = useText()
  const r = useReviewText()
  const styles = useStyles()
  const grid = useRef<HTMLTableElement>(null)
  const [most, setMost] = useState(PAGE)
  const shown = rows.slice(0, most)
  const mine = place?.table === table.key ? place : null
  const at = {
    row: Math.max(
      0,
      shown.findIndex(({ id }) => id === mine?.rowId),
    ),
    column: Math.max(
      0,
      table.fields.findIndex(({ key }) => key === mine?.field),
    ),
  }
  const move = (event: KeyboardEvent, row: number, column: number) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      return onWrite()
    }
    const by = STEPS[event.key]
    if (!by) return
    event.preventDefault()
    grid.current?.querySelector<HTMLElement>(`[data-at="${row + by[0]},${column + by[1]}"]`)?.focus()
  }
  const naming = namingField(table)
  const title = table.title?.[language] ?? form.template.title[language]
  return (
    <div>
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which one moves cell by cell is a grid */}
        <table ref={grid} role="grid" className={styles.table} aria-label={title} aria-readonly data-testid={`review-${table.key}`}>
          <thead>
            <tr>
              {table.fields.map((field) => (
                <th
                  key={field.key}
                  scope="col"
                  className={styles.head}
                  style={{ minWidth: `${Math.min(Math.max(field.width, 7), WIDEST)}ch`, ...(field === naming && { left: 0, zIndex: 3 }) }}
                >
                  {columnName(field, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, rowAt) => (
              <tr key={row.id}>
                {table.fields.map((field, column) => {
                  const here = { table: table.key, rowId: row.id, field: field.key }
                  const { severity, notes, changed } = look(here)
                  const chosen = mine?.rowId === row.id && mine.field === field.key
                  return (
                    <td
                      key={field.key}
                      data-chosen={chosen}
                      tabIndex={rowAt === at.row && column === at.column ? 0 : -1}
                      data-at={`${rowAt},${column}`}
                      data-testid={`cell-${row.id}-${field.key}`}
                      className={mergeClasses(
                        styles.cell,
                        field === naming && styles.naming,
                        field.source !== 'input' && styles.brought,
                        changed && styles.changed,
                        notes > 0 && styles.noted,
                        chosen && styles.chosen,
                      )}
                      onFocus={() => onPlace(here)}
                      onKeyDown={(event) => move(event, rowAt, column)}
                    >
                      <div className={styles.wrap}>
                        {severity && <SeverityMark severity={severity} />}
                        {notes > 0 && <b>✎ {notes} </b>}
                        <span className={mergeClasses(styles.text, NUMBERS.includes(field.type.kind) && styles.number)}>
                          {showValue(field.type, row.values[field.key] ?? null, language, form)}
                        </span>
                        {changed && <span className={styles.said}>{r.changed}</span>}
                      </div>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && <Button onClick={() => setMost(most + PAGE)}>{r.moreRows(Math.min(PAGE, rows.length - most))}</Button>}
    </div>
  )
}
