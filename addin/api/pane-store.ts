// What the pane remembers on this machine between two openings: submissions whose
// answer never came, and which draft each form was last saved as. Knows no person but the one it is asked for.
import * as v from 'valibot'
import { Filing } from '../../shared/filing.ts'

/** A filing on its way: the same key and filing go out again until an answer comes. */
const Attempt = v.strictObject({ obligation: v.string(), key: v.string(), filing: Filing, at: v.string() })
export type Attempt = v.InferOutput<typeof Attempt>

const Kept = v.strictObject({ person: v.string(), attempts: v.array(Attempt), bases: v.record(v.string(), v.string()) })
type Kept = v.InferOutput<typeof Kept>

export interface PaneStore {
  attempts(person: string): readonly Attempt[]
  /** One for each obligation: the newer replaces the older. */
  keepAttempt(person: string, attempt: Attempt): void
  dropAttempt(person: string, obligation: string): void
  /** Etag of the draft that was last saved from here, or null. */
  base(person: string, obligation: string): string | null
  setBase(person: string, obligation: string, etag: string): void
  clear(): void
}

/** `partitionKey` as for the token: Excel on the web shares one storage between hosts. */
export function browserPaneStore(partitionKey = ''): PaneStore {
  const key = `${partitionKey}phu-luc-so.pane.kept`
  /** What the browser would not keep, because it forbids it or has no room left, lasts as long as the pane. */
  let inMemory: Kept | null = null
  // Asked afresh each time: a pane beside another workbook writes there too.
  const of = (person: string): Kept => {
    const kept = inMemory ?? read(key)
    return kept?.person === person ? kept : { person, attempts: [], bases: {} }
  }
  const write = (next: Kept) => {
    inMemory = attempt(() => localStorage.setItem(key, JSON.stringify(next))) ? null : next
  }
  return {
    attempts: (person) => of(person).attempts,
    keepAttempt(person, fresh) {
      const before = of(person)
      write({ ...before, attempts: [...before.attempts.filter(({ obligation }) => obligation !== fresh.obligation), fresh] })
    },
    dropAttempt(person, obligation) {
      const before = of(person)
      if (before.attempts.some((one) => one.obligation === obligation))
        write({ ...before, attempts: before.attempts.filter((one) => one.obligation !== obligation) })
    },
    base: (person, obligation) => of(person).bases[obligation] ?? null,
    setBase(person, obligation, etag) {
      const before = of(person)
      if (before.bases[obligation] !== etag) write({ ...before, bases: { ...before.bases, [obligation]: etag } })
    },
    clear() {
      inMemory = null
      attempt(() => localStorage.removeItem(key))
    },
  }
}

function read(key: string): Kept | null {
  let found: string | null = null
  attempt(() => {
    found = localStorage.getItem(key)
  })
  if (found === null) return null
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), found)
  return parsed.success ? parsed.output : null
}

function attempt(step: () => void): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}
