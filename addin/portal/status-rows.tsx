// One line for each agency of a period, in the order given. Only the lines in sight are drawn; the arrow keys, Page
// up and down, Home and End walk through all of them. What is sent, chosen or counted is decided elsewhere.
import { Caption1, Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { reachedAt } from '../../shared/standing.ts'
import type { ObligationView } from '../../shared/wire.ts'
import { dueText } from '../components/due-text.ts'
import { StateBadge } from '../components/obligation-list.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
import { useTableStyles } from './table-styles.ts'
import { type StatusList, waits } from './use-status.ts'

/** What a line is taken to be high before it was drawn, in pixels. */
const LIKELY = 45
/** Drawn beyond what is in sight: the agencies of a usual province are all there, and found by the browser's search. */
const BEYOND = 60

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    maxHeight: '75vh',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  head: { '& th': { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 } },
  further: { padding: tokens.spacingHorizontalM },
  // The mark brings its own room; on a telephone it stands beside the name.
  choice: { paddingBlock: '0 !important', width: '2.5rem', '@media (max-width: 34rem)': { paddingRight: '0 !important' } },
  state: { overflowWrap: 'normal' },
  named: { '@media (max-width: 34rem)': { width: 'calc(100% - 3rem) !important', alignSelf: 'center' } },
})

interface Props {
  /** As many as are loaded: further ones are asked for when the last of them comes into sight. */
  readonly lines: readonly ObligationView[]
  /** How many there are. */
  readonly all: number
  readonly list: StatusList
  readonly today: string
  readonly onOpen: (obligation: ObligationView) => void
  readonly mayJudge: boolean
}

export function StatusRows({ lines, all: count, list, today, onOpen, mayJudge }: Props) {
  const { t } = useText()
  const r = useReviewText()
  const table = useTableStyles()
  const styles = useStyles()
  const scroll = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const moved = useRef(false)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LIKELY,
    overscan: BEYOND,
  })
  const active = Math.min(at, lines.length - 1)
  const { choose, chooseAll, moreWaits, unread, loading, problem, more } = list
  const chosen = mayJudge ? list.chosen : null

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    virtual.scrollToIndex(active)
    // The line may only now be drawn.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)?.focus())
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? LIKELY) / LIKELY) - 1)
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -lines.length, End: lines.length },
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    moved.current = true
    setAt(Math.max(0, Math.min(lines.length - 1, active + step)))
  }
  /** Only one line is in the tab order; its marks are. */
  const place = (index: number) => ({ 'data-line': index, tabIndex: index === active ? 0 : -1, onFocus: () => setAt(index) })

  const waiting = lines.filter(waits).map(({ id }) => id)
  const all = chosen !== null && waiting.length > 0 && !moreWaits && waiting.every((id) => chosen.includes(id))
  const drawn = virtual.getVirtualItems()
  const atEnd = (drawn.at(-1)?.index ?? 0) >= lines.length - 1
  useEffect(() => {
    if (atEnd && unread && !loading && problem === null) more()
  }, [atEnd, unread, loading, problem, more])
  const gap = (height: number) =>
    height > 0 && (
      <tr>
        <td colSpan={chosen ? 5 : 4} style={{ padding: 0 }}>
          <div style={{ height }} />
        </td>
      </tr>
    )
  return (
    <div ref={scroll} className={styles.scroll}>
      <table className={mergeClasses(table.table, table.cards)} aria-rowcount={count + 1} onKeyDown={onKeyDown} data-testid="status-table">
        <thead className={styles.head}>
          <tr aria-rowindex={1}>
            {chosen && (
              <th scope="col" className={styles.choice}>
                <Checkbox
                  aria-label={r.chooseAll}
                  checked={all ? true : chosen.length > 0 ? 'mixed' : false}
                  disabled={waiting.length === 0}
                  onChange={() => (all ? choose([]) : chooseAll())}
                  data-testid="choose-all"
                />
              </th>
            )}
            <th scope="col">{t.agency}</th>
            <th scope="col">{t.status}</th>
            <th scope="col">{t.time}</th>
            <th scope="col">{t.receipt}</th>
          </tr>
        </thead>
        <tbody>
          {gap(drawn[0]?.start ?? 0)}
          {drawn.map(({ index }) => {
            const one = lines[index]
            if (!one) return null
            return (
              <tr
                key={one.id}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                data-testid={`status-${one.agency}`}
              >
                {chosen && (
                  <td className={styles.choice}>
                    {waits(one) && (
                      <Checkbox
                        aria-label={r.choose(one.agencyName)}
                        checked={chosen.includes(one.id)}
                        onChange={(_, data) => choose(data.checked === true ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
                        data-testid={`choose-${one.agency}`}
                      />
                    )}
                  </td>
                )}
                <th scope="row" className={chosen ? styles.named : undefined}>
                  {one.submissions > 0 ? (
                    <Link
                      as="button"
                      aria-label={r.open(one.agencyName)}
                      onClick={() => onOpen(one)}
                      {...place(index)}
                      data-testid={`open-${one.agency}`}
                    >
                      {one.agencyName}
                    </Link>
                  ) : (
                    <span {...place(index)}>{one.agencyName}</span>
                  )}
                </th>
                <td className={styles.state}>
                  <StateBadge state={one.state} />
                  {one.accepted && one.state !== 'accepted' && <Caption1> {t.states.accepted}</Caption1>}
                  {one.openNotes > 0 && <Caption1> {r.noted(one.openNotes)}</Caption1>}
                  {one.lastReceipt && one.late && <Caption1> {t.submittedLate}</Caption1>}
                </td>
                <td>{one.lastReceipt ? showInstant(reachedAt(one.lastReceipt)) : dueText(one, today, t)}</td>
                <td className={table.name}>{one.lastReceipt?.number ?? ''}</td>
              </tr>
            )
          })}
          {gap(virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0))}
        </tbody>
      </table>
      {unread && (
        <Caption1 block className={styles.further} data-testid="status-further">
          {t.shownOf(lines.length, count)}
        </Caption1>
      )}
    </div>
  )
}
