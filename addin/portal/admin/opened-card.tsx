// What a button opens, often far from where it was pressed: it comes into view, whoever goes by key
// or ear begins at its title, and closed it gives the focus back to the button.
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useAdminStyles } from './admin-styles.ts'

interface Props {
  readonly title: ReactNode
  readonly level?: 'h2' | 'h3'
  /** A form; without it a section. */
  readonly onSubmit?: (event: FormEvent) => void
  readonly testId: string
  readonly children: ReactNode
}

/** The title and the first boxes below it can be seen: nothing need move. */
const ROOM_PX = 240

export function OpenedCard({ title, level: Heading = 'h2', onSubmit, testId, children }: Props) {
  const styles = useAdminStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    const { top } = heading.current!.getBoundingClientRect()
    heading.current!.focus({ preventScroll: true })
    if (top < 0 || top > window.innerHeight - ROOM_PX) heading.current!.scrollIntoView()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [opener])
  const inside = (
    <>
      <Heading ref={heading} tabIndex={-1} className={styles.opened}>
        {title}
      </Heading>
      {children}
    </>
  )
  return onSubmit ? (
    <form className={styles.card} onSubmit={onSubmit} data-testid={testId}>
      {inside}
    </form>
  ) : (
    <section className={styles.card} data-testid={testId}>
      {inside}
    </section>
  )
}
