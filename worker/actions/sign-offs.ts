// An admin says from which day on the head of an agency signs before a submission
// counts, or no longer does. Each setting is an event in the log.
import type { SignOffSetting, SignOffView } from '../../shared/sign-off.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { alongChain, chained } from '../store/events.ts'
import { readPlan } from '../store/plan.ts'
import { addSignOff, hashOfSignOff } from '../store/sign-offs.ts'
import { demandUnchanged, type Seen } from './changed-meanwhile.ts'
import { refuse } from './review.ts'

export async function setSignOff(parts: Parts, person: Person, setting: SignOffSetting, seen: Seen): Promise<SignOffView> {
  const loaded = await readPlan(parts.db)
  if (!loaded?.register.agencies.some(({ code }) => code === setting.agency))
    refuse('/agency', { vi: `Không có cơ quan mã "${setting.agency}".`, en: `There is no agency "${setting.agency}".` })
  const [id, at, bodyHash] = [parts.newId(), parts.clock.now().toISOString(), await hashOfSignOff(setting)]
  await alongChain(parts.db, async (link) => {
    await demandUnchanged(parts.db, { things: [{ subject: 'sign-off', subjectId: setting.agency }], seen })
    await addSignOff(parts.db, id, setting, await chained(link, { at, actor: person.id, kind: 'sign-off-set', signOffId: id, bodyHash }))
  })
  return { id, ...setting, setAt: at, setBy: person.name }
}
