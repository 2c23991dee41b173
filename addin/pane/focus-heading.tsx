// Takes the keyboard to the heading of a screen that has just come in the place of
// another, so that the next Tab reaches its first control and a screen reader says where one is.
import { type RefObject, useEffect } from 'react'

interface Props {
  readonly screen: string
  /** The screen that was there before; null where there was none. */
  readonly shown: RefObject<string | null>
}

/** Stands behind the screen inside its Suspense boundary: it is there when the screen is. */
export function FocusHeading({ screen, shown }: Props) {
  useEffect(() => {
    const before = shown.current
    if (before === screen) return
    shown.current = screen
    window.scrollTo(0, 0)
    // Nobody pressed anything to get the first screen; who is typing in the sheet is left alone.
    if (before === null || !document.hasFocus()) return
    const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [screen, shown])
  return null
}
