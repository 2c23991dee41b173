// A change to what stands in a list on the same page: seen is what stands there, also where it
// was loaded again.
import type { Loaded } from '../use-load.ts'
import { type Change, useChange } from './use-change.ts'

export interface ListChange extends Change {
  /** What others made of it stands. */
  readonly yield: () => void
}

export function useListChange(list: Pick<Loaded<{ readonly asOf: number }>, 'value' | 'reload'>): ListChange {
  const change = useChange(0)
  return {
    ...change,
    act: (step) => change.act((seen) => step(Math.max(seen, list.value?.asOf ?? 0))),
    yield: () => {
      change.look(0)
      list.reload()
    },
  }
}
