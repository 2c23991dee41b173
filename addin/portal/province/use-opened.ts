// The row that is looked at in place of the page, and the way back to the button that opened it.
import { useEffect, useRef, useState } from 'react'
import type { FigurePlace } from '../../../shared/wire-province.ts'

export function useOpened() {
  const [place, setPlace] = useState<FigurePlace | null>(null)
  const from = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!place) from.current?.focus()
  }, [place])
  return {
    place,
    open: (next: FigurePlace) => {
      from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      setPlace(next)
    },
    close: () => setPlace(null),
  }
}
