// What goes on after an answer has been given: begun a little later, kept alive by the platform, and
// told in the log where it fails. What the work is, is not known here.

/** Not before the answer is on its way: what computes would hold it back. */
const ANSWER_MS = 200

let going = 0

/** How many works have not ended: a database must not be taken from under them. */
export const worksGoingOn = (): number => going

/** `run`: what the platform keeps alive until all is done. */
export function afterAnswer(work: () => Promise<unknown>, run?: Pick<ExecutionContext, 'waitUntil'>): void {
  going++
  const done = scheduler
    .wait(ANSWER_MS)
    .then(work)
    .catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)))
    .finally(() => {
      going--
    })
  run?.waitUntil(done)
}
