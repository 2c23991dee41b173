// The page around grid and pane: opens the grid, gives the pane's frame its door
// to it, shows and moves the demo clock.
import { useEffect, useRef, useState } from 'react'
import type { Api } from '../api/api.ts'
import { useText } from '../text/language.tsx'
import { showDay } from '../text/moment.ts'

/** How long the sentence about a locked cell stays. */
const NOTE_MS = 4000

export function Sandbox({ api }: { api: Api }) {
  const { t, language, switchLanguage } = useText()
  const container = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening')
  const [note, setNote] = useState(false)

  // The grid is opened once; its own language is the one of that moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening again would throw the person's workbook away
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refused = () => {
      setNote(true)
      clearTimeout(timer)
      timer = setTimeout(() => setNote(false), NOTE_MS)
    }
    import('./open-grid.ts')
      .then(({ openGrid }) => {
        openGrid(container.current!, language, refused)
        setState('open')
      })
      .catch((error) => {
        console.error(error)
        setState('failed')
      })
    return () => clearTimeout(timer)
  }, [])

  return (
    <div className="sandbox">
      <header className="sandbox-bar">
        <h1>
          {t.product} – {t.sandbox.title}
        </h1>
        <p>{t.sandbox.explained}</p>
        <DemoClock api={api} />
        <a href="/portal.html" target="_blank" rel="noopener">
          {t.sandbox.portal}
        </a>
        <button type="button" onClick={switchLanguage}>
          {t.otherLanguage}
        </button>
      </header>
      <main className="sandbox-grid">
        <div ref={container} />
        {state !== 'open' && <p role="status">{state === 'opening' ? t.sandbox.loading : t.sandbox.failed}</p>}
        {note && (
          <div className="sandbox-note" role="status">
            {t.sandbox.locked}
          </div>
        )}
      </main>
      <aside className="sandbox-pane" aria-label={t.sandbox.pane}>
        <h2>{t.product}</h2>
        {state === 'open' && <iframe key={language} title={t.sandbox.pane} src="/pane.html?host=sandbox" data-testid="pane" />}
      </aside>
    </div>
  )
}

function DemoClock({ api }: { api: Api }) {
  const { t } = useText()
  const [day, setDay] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')

  useEffect(() => {
    const show = (clock: { demo: boolean; day: string }) => {
      if (!clock.demo) return
      setDay(clock.day)
      setWanted(clock.day)
    }
    // Without a clock (offline, production) the bar is simply shorter.
    api.clock().then(show, () => setDay(null))
  }, [api])

  if (day === null) return null
  const move = async () => {
    await api.setClock(new Date(`${wanted}T02:00:00Z`).toISOString())
    // Everything on the page depends on the day.
    location.reload()
  }
  return (
    <span>
      <label>
        {t.sandbox.clock}: <strong data-testid="clock-day">{showDay(day)}</strong>
        <input type="date" value={wanted} onChange={(event) => setWanted(event.target.value)} data-testid="clock-wanted" />
      </label>{' '}
      <button type="button" disabled={wanted === '' || wanted === day} onClick={() => void move()} data-testid="clock-move">
        {t.sandbox.move}
      </button>
    </span>
  )
}
