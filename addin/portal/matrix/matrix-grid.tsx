// Agencies by reports as a grid that the arrow keys walk through. Only the lines in sight
// are drawn, so that five thousand agencies scroll as easily as thirty.
import { Caption1, mergeClasses } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { beginning, countStates, type MatrixCell, type MatrixColumn, type MatrixRow } from '../../../shared/matrix.ts'
import { showPeriod } from '../../../shared/period.ts'
import { StateBadge } from '../../components/obligation-list.tsx'
import { useMatrixText } from '../../text/matrix-texts.ts'
import type { ShownLine } from './matrix-filter.ts'
import { AGENCY_WIDTH, LINE, REPORT_WIDTH, useMatrixStyles } from './matrix-styles.ts'

interface Props {
  readonly columns: readonly MatrixColumn[]
  readonly lines: readonly ShownLine[]
  readonly onOpen: (row: MatrixRow, column: MatrixColumn) => void
  readonly folded: ReadonlySet<string | null>
  readonly onFold: (group: string | null) => void
}

export function MatrixGrid({ columns, lines, onOpen, folded, onFold }: Props) {
  const { m, language } = useMatrixText()
  const styles = useMatrixStyles()
  const scroll = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ line: 0, column: 0 })
  const moved = useRef(false)
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroll.current, estimateSize: () => LINE, overscan: 12 })
  const active = { line: Math.min(at.line, lines.length - 1), column: Math.min(at.column, columns.length) }

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    virtual.scrollToIndex(active.line)
    // The line may only now be drawn.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-place="${active.line} ${active.column}"]`)?.focus())
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? LINE) / LINE) - 1)
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [page, 0], PageUp: [-page, 0] },
      ...{ Home: event.ctrlKey ? [-lines.length, -columns.length] : [0, -columns.length] },
      ...{ End: event.ctrlKey ? [lines.length, columns.length] : [0, columns.length] },
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    moved.current = true
    const within = (value: number, most: number) => Math.max(0, Math.min(most, value))
    setAt({ line: within(active.line + step[0], lines.length - 1), column: within(active.column + step[1], columns.length) })
  }
  /** Place 0 is the name; the cells follow. Only one place is in the tab order. */
  const place = (line: number, column: number): Place => ({
    'data-place': `${line} ${column}`,
    tabIndex: line === active.line && column === active.column ? 0 : -1,
    onFocus: () => setAt({ line, column }),
  })
  const reportOf = (column: MatrixColumn) => `${column.template} ${showPeriod(column.period, language)}`
  const drawn = virtual.getVirtualItems()
  const [above, below] = [drawn[0]?.start ?? 0, virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)]

  return (
    <div ref={scroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through is a grid
        role="grid"
        aria-label={m.title}
        aria-rowcount={lines.length + 1}
        className={styles.grid}
        style={{ minWidth: `calc(${AGENCY_WIDTH} + ${columns.length} * ${REPORT_WIDTH})` }}
        onKeyDown={onKeyDown}
        data-testid="matrix"
      >
        <colgroup>
          <col className={styles.agency} />
          {columns.map((column) => (
            <col key={reportOf(column)} className={styles.report} />
          ))}
        </colgroup>
        <thead className={styles.head}>
          <tr aria-rowindex={1}>
            <th scope="col">{m.agency}</th>
            {columns.map((column) => (
              <th key={reportOf(column)} scope="col" title={column.title[language]}>
                {column.template}
                <Caption1 className={styles.under}>{showPeriod(column.period, language)}</Caption1>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={columns.length + 1} />}
          {drawn.map(({ index }) => {
            const line = lines[index]
            if (!line) return null
            if (line.kind === 'group')
              return (
                <tr key={`group ${line.code}`} aria-rowindex={index + 2} className={mergeClasses(styles.line, styles.group)}>
                  <th scope="row">
                    <button
                      type="button"
                      className={mergeClasses(styles.place, styles.fold, styles.pressable)}
                      aria-expanded={!folded.has(line.code)}
                      onClick={() => onFold(line.code)}
                      {...place(index, 0)}
                    >
                      {folded.has(line.code) ? <ChevronRight20Regular /> : <ChevronDown20Regular />}
                      <span className={styles.clipped}>{`${beginning(line.name) || m.otherAgencies} (${line.rows.length})`}</span>
                    </button>
                  </th>
                  {columns.map((column, nth) => (
                    <GroupCell
                      key={reportOf(column)}
                      cells={line.rows.map(({ cells }) => cells[nth] ?? null)}
                      place={place(index, nth + 1)}
                      testId={`sum-${line.code}-${column.template}-${column.period}`}
                    />
                  ))}
                </tr>
              )
            const { row } = line
            return (
              <tr key={row.agency} aria-rowindex={index + 2} className={styles.line}>
                <th scope="row" title={row.name}>
                  <span className={styles.place} {...place(index, 0)}>
                    <span className={styles.clipped}>{row.name}</span>
                  </span>
                </th>
                {columns.map((column, nth) => (
                  <Cell
                    key={reportOf(column)}
                    cell={row.cells[nth] ?? null}
                    name={`${row.name}, ${reportOf(column)}`}
                    place={place(index, nth + 1)}
                    testId={`cell-${row.agency}-${column.template}-${column.period}`}
                    onOpen={() => onOpen(row, column)}
                  />
                ))}
              </tr>
            )
          })}
          {below > 0 && <Gap height={below} columns={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the lines that are out of sight. */
const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tr>
    <td colSpan={columns} style={{ height, padding: 0 }} />
  </tr>
)

interface Place {
  readonly 'data-place': string
  readonly tabIndex: number
  readonly onFocus: () => void
}

function GroupCell({ cells, place, testId }: { cells: readonly (MatrixCell | null)[]; place: Place; testId: string }) {
  const { m } = useMatrixText()
  const styles = useMatrixStyles()
  const { expected, received, late } = countStates(cells)
  return (
    <td>
      <span className={styles.place} {...place} data-testid={testId}>
        {expected > 0 && <Caption1>{m.done(received, expected)}</Caption1>}
        {late > 0 && <Caption1>· {m.lateOf(late)}</Caption1>}
      </span>
    </td>
  )
}

interface CellProps {
  readonly cell: MatrixCell | null
  readonly name: string
  readonly place: Place
  readonly testId: string
  readonly onOpen: () => void
}

function Cell({ cell, name, place, testId, onOpen }: CellProps) {
  const { t, m } = useMatrixText()
  const styles = useMatrixStyles()
  if (cell === null)
    return (
      <td>
        <span className={styles.place} {...place} data-testid={testId}>
          <Caption1>{m.notOwed}</Caption1>
        </span>
      </td>
    )
  const more = [...(cell.late && cell.receipt ? [m.lateCell] : []), ...(cell.openNotes > 0 ? [m.notes(cell.openNotes)] : [])]
  const shown = (
    <>
      <StateBadge state={cell.state} />
      {more.map((text) => (
        <Caption1 key={text}>{text}</Caption1>
      ))}
    </>
  )
  if (cell.submissions === 0)
    return (
      <td>
        <span className={styles.place} {...place} data-testid={testId}>
          {shown}
        </span>
      </td>
    )
  return (
    <td>
      <button
        type="button"
        className={mergeClasses(styles.place, styles.pressable)}
        aria-label={`${name}: ${[t.states[cell.state], ...more].join(', ')}`}
        onClick={onOpen}
        {...place}
        data-testid={testId}
      >
        {shown}
      </button>
    </td>
  )
}
