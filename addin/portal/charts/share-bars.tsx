// Bars across, one below the other, each with its name and its figures written out. Parts
// are told apart by fill and hatching, a target by an upright mark: no colour is needed.
import { makeStyles, tokens } from '@fluentui/react-components'
import { PatternLines } from '@visx/pattern'
import { scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useId } from 'react'
import { useWidth } from './use-width.ts'

/** Of a bar with one line above it, in pixels. */
const ROW = 46
const LINE = 16
const BAR = { top: 21, height: 14 }
/** Of the letters below, in pixels, on the wide side. */
const LETTER = 6.8

/** A name over as many lines as it takes: nobody knows an indicator by half its name. */
function inLines(text: string, room: number): readonly string[] {
  const most = Math.max(8, Math.floor(room / LETTER))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const useStyles = makeStyles({
  box: { width: '100%' },
  label: { fontSize: '13px', fill: tokens.colorNeutralForeground1 },
  figures: { fontSize: '13px', fill: tokens.colorNeutralForeground2 },
  whole: { fill: tokens.colorNeutralBackground4, stroke: tokens.colorNeutralStroke1 },
  solid: { fill: tokens.colorBrandForeground1 },
  mark: { stroke: tokens.colorNeutralForeground1, strokeWidth: '3px' },
  hatch: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2px' },
})

export interface ShareRow {
  readonly id: string
  readonly label: string
  /** The figures in words, beside the name. */
  readonly text: string
  /** Up to `whole`. */
  readonly solid: number
  readonly hatched: number
  readonly whole: number
  readonly mark?: number
}

/** `name` is what a screen reader says first; the names and figures of all bars follow. */
export function ShareBars({ name, rows }: { name: string; rows: readonly ShareRow[] }) {
  const styles = useStyles()
  const { ref, width } = useWidth<HTMLDivElement>()
  const pattern = `hatch-${useId().replace(/\W/g, '')}`
  const inner = Math.max(0, width - 2)
  // Figures below the names where they do not fit beside them.
  const narrow = rows.some(({ label, text }) => (label.length + text.length + 3) * LETTER > inner)
  let high = 0
  const placed = rows.map((row) => {
    const names = narrow ? inLines(row.label, inner) : [row.label]
    const above = LINE * (names.length - 1 + (narrow ? 1 : 0))
    const y = high
    high += ROW + above
    return { row, names, y, top: BAR.top + above }
  })
  return (
    <div ref={ref} className={styles.box}>
      {width > 0 && (
        <svg
          width={width}
          height={high}
          role="img"
          aria-label={`${name}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}`}
        >
          <PatternLines id={pattern} width={6} height={6} orientation={['diagonal']} className={styles.hatch} />
          {placed.map(({ row: { id, text, solid, hatched, whole, mark }, names, y, top }) => {
            const x = scaleLinear<number>({ domain: [0, Math.max(whole, 1e-9)], range: [0, inner], clamp: true })
            return (
              <g key={id} transform={`translate(1 ${y})`}>
                <text className={styles.label}>
                  {names.map((line, at) => (
                    <tspan key={line} x={0} y={14 + at * LINE}>
                      {line}
                    </tspan>
                  ))}
                </text>
                <text className={styles.figures} x={narrow ? 0 : inner} y={narrow ? top - 6 : 14} textAnchor={narrow ? 'start' : 'end'}>
                  {text}
                </text>
                <Bar className={styles.whole} x={0} y={top} width={inner} height={BAR.height} />
                <Bar className={styles.solid} x={0} y={top} width={x(solid)} height={BAR.height} />
                <Bar
                  fill={`url(#${pattern})`}
                  stroke="currentcolor"
                  x={x(solid)}
                  y={top}
                  width={Math.max(0, x(solid + hatched) - x(solid))}
                  height={BAR.height}
                />
                {mark !== undefined && <line className={styles.mark} x1={x(mark)} x2={x(mark)} y1={top - 4} y2={top + BAR.height + 4} />}
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}
