// Measures pieces of work against each other: in turns, so that a busy machine
// slows all alike, and by medians. The same in Node and in workerd, whose clock stands still between awaits.

export interface Meter {
  readonly runtime: 'node' | 'workerd'
  /** Runs every work in turns; milliseconds of one run each, median. */
  compare<Name extends string>(works: Readonly<Record<Name, () => unknown>>, rounds?: number): Promise<Record<Name, number>>
  /** Milliseconds of one run, cold as it is. */
  once(work: () => unknown): Promise<number>
  /** Awaited, the memory that is told beside the line is that of what was done before it. */
  say(line: string): Promise<void>
  /** The module of a library that the bench file names, with its version, in `export const peers`. */
  peer(name: string): Promise<unknown>
  /** Answers SQL statements, all in one transaction, from the database that the bench file fills in `export const database`: outside as well. */
  sql(
    statements: readonly { readonly sql: string; readonly values: readonly (string | number | null)[] }[],
  ): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[]; readonly changes: number }[]>
  /** Bytes that the bench file makes in `export const inputs`: outside of the process that is measured, where that is workerd. */
  input(name: string): Promise<Uint8Array<ArrayBuffer>>
}

/** A bench file gives one of these as its default export: `npm run bench -- NAME` runs NAME.bench.ts; further words are what it is to pick. */
export type Bench = (meter: Meter, picks: readonly string[]) => Promise<void>

const ROUNDS = 15
/** Shorter works are repeated within a round, because a clock that ticks in milliseconds cannot see them. */
const LEAST_MS = 40
/** Run at least so long before it is measured: V8 makes code faster for some dozens of runs, of one work more than of another. */
const WARM_MS = 400

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

const median = (times: readonly number[]): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function timed(work: () => unknown, times: number): Promise<number> {
  await pause()
  const from = performance.now()
  for (let at = 0; at < times; at++) await work()
  await pause()
  return performance.now() - from
}

/** How often a work is to be repeated to be seen; runs it warm on the way. */
async function repeats(work: () => unknown): Promise<number> {
  let warm = 0
  for (let times = 1; ; ) {
    const took = await timed(work, times)
    warm += took
    if (took < LEAST_MS) times *= 4
    else if (warm >= WARM_MS) return Math.ceil((LEAST_MS * times) / took)
  }
}

export function meter(runtime: Meter['runtime'], link: Pick<Meter, 'say' | 'peer' | 'input' | 'sql'>): Meter {
  return {
    runtime,
    ...link,
    once: (work) => timed(work, 1),
    async compare(works, rounds = ROUNDS) {
      const all = Object.entries<() => unknown>(works)
      const runs: { name: string; work: () => unknown; times: number; took: number[] }[] = []
      for (const [name, work] of all) runs.push({ name, work, times: await repeats(work), took: [] })
      for (let round = 0; round < rounds; round++) {
        // Whoever goes first pays for the garbage of the last: the order turns.
        const turn = round % runs.length
        for (const run of [...runs.slice(turn), ...runs.slice(0, turn)]) run.took.push((await timed(run.work, run.times)) / run.times)
      }
      return Object.fromEntries(runs.map(({ name, took }) => [name, median(took)])) as Record<keyof typeof works, number>
    },
  }
}
