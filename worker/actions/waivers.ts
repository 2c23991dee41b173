// An admin frees an agency from a rule until a day, with a reason, and takes it
// back, with a reason too. Both stand in the log; what cannot be waived is refused with why.

import type { Template } from '../../shared/template.ts'
import { fieldOf } from '../../shared/template.ts'
import type { WaiverList, WaiverView } from '../../shared/waiver.ts'
import { WAIVABLE_CODES, type Waiver, type WaiverGrant } from '../../shared/waiver.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { alongChain, chained, lastHappening } from '../store/events.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { addWaiver, endStatement, hashOfWaiver, readWaiver, readWaivers } from '../store/waivers.ts'
import { demandUnchanged, type Resting, type Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'

function refuse(pointer: string, message: string): never {
  throw new ProblemError('bad-request', `${pointer}: ${message}`, { issues: [{ pointer, message }] })
}

function demandWaivable(template: Template, { waives, field }: WaiverGrant): void {
  const rules = template.tables.flatMap((table) => table.rules.map(({ id }) => id))
  if (!rules.includes(waives) && !(WAIVABLE_CODES as readonly string[]).includes(waives))
    refuse('/waives', `${template.code} has no rule ${waives}, and findings that may be waived are ${WAIVABLE_CODES.join(', ')}`)
  if (field !== null && !template.tables.some((table) => fieldOf(table, field))) refuse('/field', `${template.code} has no column ${field}`)
}

export async function waiverList({ db }: Parts): Promise<WaiverList> {
  const asOf = await lastHappening(db)
  return { asOf, waivers: await readWaivers(db) }
}

/** All that frees an agency from one rule of a form, wherever in it, under the name that the audit has for it. */
const onRule = ({ agency, template, waives }: WaiverGrant, seen: Seen): Resting => ({
  ...{ things: [{ subject: 'waiver', subjectId: `${agency}.${template}.${waives}` }], seen },
})

export async function grantWaiver(parts: Parts, person: Person, grant: WaiverGrant, seen: Seen): Promise<WaiverView> {
  const [loaded, templates] = await Promise.all([readPlan(parts.db), readTemplates(parts.db)])
  if (!loaded?.register.agencies.some(({ code }) => code === grant.agency)) refuse('/agency', `there is no agency ${grant.agency}`)
  const template = templates.find(({ code }) => code === grant.template) ?? refuse('/template', `there is no form ${grant.template}`)
  demandWaivable(template, grant)
  const waiver: Waiver = { id: parts.newId(), ...grant }
  const bodyHash = await hashOfWaiver(waiver)
  const at = parts.clock.now().toISOString()
  await alongChain(parts.db, async (link) => {
    await demandUnchanged(parts.db, onRule(waiver, seen))
    await addWaiver(parts.db, waiver, await chained(link, { at, actor: person.id, kind: 'waiver-granted', waiverId: waiver.id, bodyHash }))
  })
  return kept(parts, waiver.id)
}

/** Ending twice is ending once. */
export async function takeBackWaiver(parts: Parts, person: Person, id: string, reason: string, seen: Seen): Promise<WaiverView> {
  const write = async (): Promise<Written<null>> => {
    const standing = await kept(parts, id)
    if (standing.endedAt !== null) return { statements: [], changes: [], result: null }
    await demandUnchanged(parts.db, onRule(standing, seen))
    const { agency, template, waives, rowId, field, until } = standing
    return {
      statements: [endStatement(parts.db, id, { at: parts.clock.now().toISOString(), by: person.id, reason })],
      changes: [
        {
          ...({ subject: 'waiver', subjectId: `${agency}.${template}.${waives}`, action: 'ended', reason } as const),
          ...{ before: { rowId, field, until, reason: standing.reason }, after: null },
        },
      ],
      result: null,
    }
  }
  await changeLogged(parts, person, write)
  return kept(parts, id)
}

async function kept(parts: Parts, id: string): Promise<WaiverView> {
  const waiver = await readWaiver(parts.db, id)
  if (!waiver) throw new ProblemError('not-found')
  return waiver
}
