// The page around the pane: opens the grid that it works with, shows and moves the demo clock.
import { useEffect, useRef, useState } from 'react'
import type { Api } from '../api/api.ts'
import { useText } from '../text/language.tsx'
import { showDay } from '../text/moment.ts'
import { paneFrame } from './sandbox-door.ts'
import type { WireHost } from './wire/wire-host.ts'

/** How long the sentence about a locked cell stays. */
const NOTE_MS = 4000

/** A grid that comes up takes the keyboard about so soon; somebody who types in the pane gets it back. */
const CALM_MS = 700

interface Props {
  readonly api: Api
  readonly gridOpened: (host: Promise<WireHost>) => void
}

export function Sandbox({ api, gridOpened }: Props) {
  const { t, language, switchLanguage } = useText()
  const container = useRef<HTMLDivElement>(null)
  const framedIn = useRef(language)
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening')
  const [calm, setCalm] = useState(false)
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
    const grid = import('./open-grid.ts').then(({ openGrid }) => openGrid(container.current!, language, refused))
    gridOpened(grid)
    grid.then(
      () => {
        setState('open')
        const typing = document.activeElement === paneFrame()
        setTimeout(() => {
          if (typing) paneFrame().contentWindow?.focus()
          setCalm(true)
        }, CALM_MS)
      },
      (error) => {
        console.error(error)
        setState('failed')
      },
    )
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    if (framedIn.current !== language) paneFrame().contentWindow?.location.reload()
    framedIn.current = language
    paneFrame().title = t.sandbox.pane
    paneFrame().parentElement!.ariaLabel = t.sandbox.pane
  }, [language, t])

  return (
    <>
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
        <div ref={container} data-testid={calm ? 'grid' : 'grid-coming'} />
        {state !== 'open' && <p role="status">{state === 'failed' ? t.sandbox.failed : t.sandbox.loading}</p>}
        {note && (
          <div className="sandbox-note" role="status">
            {t.sandbox.locked}
          </div>
        )}
      </main>
    </>
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
