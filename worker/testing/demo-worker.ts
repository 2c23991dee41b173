// A Worker that files the demonstration's quarter into its own database and tells how far it
// is, line by line. Started only by `npm run demo:data`; the product does not contain it.
import { makeAccounts } from '../accounts.ts'
import { startUp } from '../actions/start-up.ts'
import { moveDemoClock } from '../clocks.ts'
import type { Parts } from '../parts.ts'
import { anythingFiled, demoPeople } from './demo-people.ts'
import { fileDemoQuarter } from './demo-quarter.ts'
import { AFTERWARDS } from './demo-story.ts'

/** Nobody signs in here. */
const SECRET = 'a secret that signs nothing at all, long enough'

export async function fileDemo(env: Pick<Env, 'DB' | 'FILES'>, say: (line: string) => void): Promise<void> {
  const accounts = makeAccounts(env.DB, SECRET)
  const partsAt = (now: Date): Parts => ({
    ...{ db: env.DB, files: env.FILES, accounts, demo: true, firstAdmin: null },
    ...{ newId: () => crypto.randomUUID(), portal: null, mail: { kind: 'off' }, webhookSecret: async () => SECRET },
    afterwards: (work) => void work(),
    clock: { now: () => now },
  })
  const afterwards = new Date(AFTERWARDS)
  await startUp(partsAt(afterwards))
  if (await anythingFiled(env.DB)) {
    say('Something is filed already. `npm run reset` empties the local data; then run this again.')
    return
  }
  const people = await demoPeople(partsAt(afterwards))
  const made = await fileDemoQuarter({ partsAt, ...people, say: (done, all) => done % 50 === 0 && say(`${done} of ${all} steps`) })
  await moveDemoClock(env.DB, afterwards)
  say(`${made} submissions are filed.`)
}

export default {
  fetch(_request, env) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const say = (line: string) => void writer.write(new TextEncoder().encode(`${line}\n`))
    fileDemo(env, say)
      .catch((error) => say(String(error?.stack ?? error)))
      .finally(() => writer.close())
    return new Response(readable)
  },
} satisfies ExportedHandler<Env>
