// Whether the three cards for newcomers are open: by themselves until the person
// has put them away once, afterwards when they ask for help.
import { useState } from 'react'

const keyOf = (person: string): string => `phu-luc-so.guide-read.${person}`

export interface Guide {
  readonly open: boolean
  /** Nobody asked for it: it stands only where work begins. */
  readonly unasked: boolean
  readonly show: () => void
  readonly close: () => void
}

export function useGuide(person: string | null): Guide {
  const [asked, setAsked] = useState<boolean | null>(null)
  const unread = person !== null && !wasRead(person)
  return {
    open: asked ?? unread,
    unasked: asked === null,
    show: () => setAsked(true),
    close: () => {
      setAsked(false)
      if (person !== null) keepRead(person)
    },
  }
}

/** Where storage is forbidden nobody is shown the cards unasked: they would come back every day. */
function wasRead(person: string): boolean {
  try {
    return localStorage.getItem(keyOf(person)) !== null
  } catch {
    return true
  }
}

function keepRead(person: string): void {
  try {
    localStorage.setItem(keyOf(person), 'read')
  } catch {
    // Then it was not shown unasked either.
  }
}
