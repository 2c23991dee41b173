// How much the server still has to count before it can answer what was asked, for whoever wants to show it. What is
// counted and who asked is not known here.

/** Of each request that waits, what it was told last. */
const waiting = new Map<object, number>()
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

export interface Counting {
  say(left: number): void
  end(): void
}

export function beginCounting(): Counting {
  const own = {}
  return {
    say: (left) => {
      waiting.set(own, left)
      tell()
    },
    end: () => {
      if (waiting.delete(own)) tell()
    },
  }
}

export function onCounting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** 0 where no request waits for it. */
export const leftToCount = (): number => Math.max(0, ...waiting.values())
