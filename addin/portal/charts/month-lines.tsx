// Two shares over the months as lines: a full one with round points, a dashed one with
// square points, each with its name and last figure at its end.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { scaleLinear, scalePoint } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useWidth } from './use-width.ts'

const HEIGHT = 240
const EDGE = { top: 24, bottom: 28, left: 44, right: 24 }
const TICKS = [0, 25, 50, 75, 100]

const useStyles = makeStyles({
  box: { width: '100%' },
  text: { fontSize: '13px', fill: tokens.colorNeutralForeground1 },
  // Readable where a line runs behind it.
  named: { paintOrder: 'stroke', stroke: tokens.colorNeutralBackground1, strokeWidth: '4px', strokeLinejoin: 'round' },
  grid: { stroke: tokens.colorNeutralStroke2 },
  first: { stroke: tokens.colorBrandForeground1, fill: tokens.colorBrandForeground1 },
  second: { stroke: tokens.colorNeutralForeground1, fill: tokens.colorNeutralForeground1 },
})

export interface MonthPoint {
  readonly id: string
  readonly label: string
  /** 0–100. */
  readonly first: number
  readonly second: number
}

interface Props {
  readonly name: string
  readonly names: readonly [string, string]
  readonly points: readonly MonthPoint[]
  readonly show: (share: number) => string
}

export function MonthLines({ name, names, points, show }: Props) {
  const styles = useStyles()
  const { ref, width } = useWidth<HTMLDivElement>()
  const x = scalePoint<string>({
    domain: points.map(({ id }) => id),
    range: [EDGE.left, Math.max(EDGE.left, width - EDGE.right)],
    padding: 0.3,
  })
  const y = scaleLinear<number>({ domain: [0, 100], range: [HEIGHT - EDGE.bottom, EDGE.top] })
  const at = ({ id }: MonthPoint) => x(id) ?? 0
  const last = points.at(-1)
  const said = points.map(({ label, first, second }) => `${label}: ${names[0]} ${show(first)}, ${names[1]} ${show(second)}`).join('; ')
  // Twelve months do not fit on a telephone with their names.
  const every = Math.max(1, Math.ceil((points.length * 76) / Math.max(1, width)))
  return (
    <div ref={ref} className={styles.box}>
      {width > 0 && last && (
        <svg width={width} height={HEIGHT} role="img" aria-label={`${name}. ${said}`}>
          {TICKS.map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
              <text className={styles.text} x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
                {show(tick)}
              </text>
            </g>
          ))}
          {points.map((point, index) =>
            index % every === 0 ? (
              <text key={point.id} className={styles.text} x={at(point)} y={HEIGHT - 8} textAnchor="middle">
                {point.label}
              </text>
            ) : null,
          )}
          <LinePath<MonthPoint>
            className={styles.first}
            data={[...points]}
            x={at}
            y={({ first }) => y(first)}
            strokeWidth={2.5}
            fill="none"
          />
          <LinePath<MonthPoint>
            className={styles.second}
            data={[...points]}
            x={at}
            y={({ second }) => y(second)}
            strokeWidth={2}
            strokeDasharray="6 4"
            fill="none"
          />
          {points.map((point) => (
            <g key={point.id}>
              <circle className={styles.first} cx={at(point)} cy={y(point.first)} r={4} />
              <rect className={styles.second} x={at(point) - 4} y={y(point.second) - 4} width={8} height={8} />
            </g>
          ))}
          {[last.first, last.second].map((share, index) => (
            <text
              key={names[index]}
              className={mergeClasses(styles.text, styles.named)}
              x={Math.min(at(last), width - EDGE.right)}
              y={y(share) - 9 - (index === 1 && Math.abs(y(last.first) - y(last.second)) < 16 ? -26 : 0)}
              textAnchor="end"
            >
              {names[index]} {show(share)}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}
