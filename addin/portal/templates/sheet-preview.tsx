// The sheet as agencies will get it, drawn as an HTML table: widths, merged titles and letters
// as in Excel. Only to be looked at.
import { makeStyles, tokens } from '@fluentui/react-components'
import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react'
import type { CellStyle, SheetLayout } from '../../../shared/sheet/sheet-layout.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { shownSheet } from './sheet-table.ts'

/** One character of the sheet's font at 11 points, and what Excel leaves at the sides. */
const PIXELS = 7
const MARGIN = 5

const useStyles = makeStyles({
  scroll: {
    position: 'relative',
    overflow: 'auto',
    maxHeight: '75vh',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: '#ffffff',
    color: '#000000',
  },
  sheet: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontFamily: '"Times New Roman", Times, serif',
    fontSize: '15px',
    forcedColorAdjust: 'none',
  },
  cell: { padding: '1px 3px', overflow: 'hidden', overflowWrap: 'break-word', verticalAlign: 'middle' },
})

const lookOf = (
  { bold, italic, underline, size, color, fill, horizontal, vertical, wrap, border }: CellStyle,
  marked: boolean,
): CSSProperties => ({
  fontWeight: bold ? 700 : 400,
  fontStyle: italic ? 'italic' : 'normal',
  textDecoration: underline ? 'underline' : 'none',
  fontSize: `${((size ?? 11) * 4) / 3}px`,
  color: color ?? '#000000',
  backgroundColor: fill ?? '#ffffff',
  textAlign: horizontal ?? 'left',
  verticalAlign: vertical === 'center' ? 'middle' : (vertical ?? 'middle'),
  whiteSpace: wrap ? 'pre-wrap' : 'nowrap',
  border: border ? '1px solid #666666' : 'none',
  ...(marked ? { boxShadow: 'inset 3px 0 #0f5c8c, inset -3px 0 #0f5c8c' } : {}),
})

interface Props {
  readonly sheet: SheetLayout
  /** The column of the sheet that is being edited, from 0; null: none. */
  readonly column: number | null
}

export const SheetPreview = memo(function SheetPreview({ sheet, column }: Props) {
  const { m } = useTemplateText()
  const styles = useStyles()
  const { columns, rows } = useMemo(() => shownSheet(sheet), [sheet])
  const frame = useRef<HTMLElement>(null)
  // The column that is edited is seen, in the middle where there is room; nothing but the sheet moves.
  useEffect(() => {
    const marked = column !== null && sheet && frame.current?.querySelector<HTMLElement>('[data-marked=true]')
    if (frame.current && marked) frame.current.scrollLeft = marked.offsetLeft - frame.current.clientWidth / 2
  }, [column, sheet])
  const widths = columns.map(({ width }) => Math.round(width * PIXELS) + MARGIN)
  const total = widths.reduce((sum, width) => sum + width, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={frame} className={styles.scroll} aria-label={m.preview} tabIndex={0} data-testid="sheet-preview">
      <table className={styles.sheet} style={{ width: total }}>
        <colgroup>
          {columns.map(({ at }, index) => (
            <col key={at} style={{ width: widths[index] }} />
          ))}
        </colgroup>
        <tbody>
          {rows.map(({ at, height, cells }) => (
            <tr key={at} style={{ height: height === undefined ? 22 : (height * 4) / 3 }}>
              {cells.map((cell) => {
                const marked = cell.column === column && cell.columns === 1 && cell.style.border === true
                return (
                  <td
                    key={cell.column}
                    colSpan={cell.columns}
                    rowSpan={cell.rows}
                    className={styles.cell}
                    style={lookOf(cell.style, marked)}
                    data-marked={marked}
                  >
                    {cell.text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
})
