// Who may come in and what for: roles set and handed over, people let in no longer. An
// admin always remains.
import type { HandOver, HeldRole, PeopleList, PersonView, RolesChange, StateChange } from '../../shared/people.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { holdStatements, openInvitations, readPeople, readPerson, stateStatements } from '../store/people.ts'
import { readPlan } from '../store/plan.ts'
import type { Resting, Seen } from './changed-meanwhile.ts'
import { changeLogged, type Logged, type Written } from './log-change.ts'
import { refuse } from './review.ts'

export async function peopleList(parts: Parts): Promise<PeopleList> {
  const asOf = await lastHappening(parts.db)
  const [people, invitations] = await Promise.all([readPeople(parts.db), openInvitations(parts.db, parts.clock.now().toISOString())])
  return { asOf, people, invitations }
}

/** What somebody holds, or whether they are let in, under the name that the audit has for it. */
const of = (subject: 'membership' | 'person', { email }: PersonView, seen: Seen): Resting => ({
  ...{ things: [{ subject, subjectId: email }], seen },
})

async function known(parts: Parts, id: string): Promise<PersonView> {
  const person = await readPerson(parts.db, id)
  if (!person) throw new ProblemError('not-found')
  return person
}

export async function demandAgencies(parts: Parts, memberships: readonly HeldRole[]): Promise<void> {
  const loaded = await readPlan(parts.db)
  const codes = new Set(loaded?.register.agencies.map(({ code }) => code))
  const stranger = memberships.find(({ agency }) => agency !== null && !codes.has(agency))?.agency
  if (stranger) refuse('/memberships', { vi: `Không có cơ quan mã "${stranger}".`, en: `There is no agency "${stranger}".` })
}

/** `change` leaves this person without the role, or not let in. */
async function demandAnotherAdmin(parts: Parts, id: string): Promise<void> {
  const people = await readPeople(parts.db)
  const others = people.filter((one) => one.id !== id && one.disabledAt === null && one.memberships.some(({ role }) => role === 'admin'))
  if (others.length === 0)
    refuse('/memberships', {
      vi: 'Phải còn ít nhất một quản trị viên. Hãy giao vai trò quản trị cho người khác trước.',
      en: 'At least one administrator must remain. Give the role to somebody else first.',
    })
}

const held = (memberships: readonly HeldRole[]) =>
  memberships.map(({ role, agency }) => (agency === null ? role : `${role}: ${agency}`)).toSorted()

const isSame = (some: readonly string[], others: readonly string[]): boolean => some.join('\n') === others.join('\n')

const rolesLogged = (person: PersonView, after: readonly HeldRole[], action: 'set' | 'handed-over', reason: string): Logged => ({
  ...{ subject: 'membership', subjectId: person.email, action, reason },
  ...{ before: { memberships: held(person.memberships) }, after: { memberships: held(after) } },
})

export async function setRoles(
  parts: Parts,
  admin: Person,
  id: string,
  { memberships, reason }: RolesChange,
  seen: Seen,
): Promise<PersonView> {
  await demandAgencies(parts, memberships)
  const rests = of('membership', await known(parts, id), seen)
  const write = async (): Promise<Written<null>> => {
    const person = await known(parts, id)
    const wasAdmin = person.memberships.some(({ role }) => role === 'admin')
    if (wasAdmin && !memberships.some(({ role }) => role === 'admin')) await demandAnotherAdmin(parts, id)
    return {
      statements: holdStatements(parts.db, id, memberships),
      changes: isSame(held(person.memberships), held(memberships)) ? [] : [rolesLogged(person, memberships, 'set', reason)],
      result: null,
    }
  }
  await changeLogged(parts, admin, write, rests)
  return known(parts, id)
}

/** What somebody holds, for one agency or at all, goes to another: whoever begins has what the other had. */
export async function handOver(parts: Parts, admin: Person, id: string, { to, agency, reason }: HandOver, seen: Seen): Promise<PersonView> {
  // Whoever takes over keeps what they have, whoever gave it to them.
  const rests = of('membership', await known(parts, id), seen)
  const write = async (): Promise<Written<null>> => {
    const [from, next] = await Promise.all([known(parts, id), known(parts, to)])
    if (from.id === next.id || next.disabledAt !== null)
      refuse('/to', {
        vi: 'Người nhận bàn giao phải là người khác, đang được dùng hệ thống.',
        en: 'Whoever takes over must be another person who is let in.',
      })
    const isHanded = (one: HeldRole) => agency === null || one.agency === agency
    const handed = from.memberships.filter(isHanded)
    if (handed.length === 0) refuse('/agency', { vi: `${from.name} không giữ vai trò nào ở đó.`, en: `${from.name} holds no role there.` })
    const plain = (all: readonly HeldRole[]): HeldRole[] => all.map(({ role, agency: of }) => ({ role, agency: of }))
    const [left, taken] = [plain(from.memberships.filter((one) => !isHanded(one))), plain([...next.memberships, ...handed])]
    return {
      statements: [...holdStatements(parts.db, from.id, left), ...holdStatements(parts.db, next.id, taken)],
      changes: [rolesLogged(from, left, 'handed-over', reason), rolesLogged(next, taken, 'handed-over', reason)],
      result: null,
    }
  }
  await changeLogged(parts, admin, write, rests)
  return known(parts, to)
}

export async function setState(
  parts: Parts,
  admin: Person,
  id: string,
  { disabled, reason }: StateChange,
  seen: Seen,
): Promise<PersonView> {
  const rests = of('person', await known(parts, id), seen)
  const write = async (): Promise<Written<null>> => {
    const person = await known(parts, id)
    if (disabled && person.memberships.some(({ role }) => role === 'admin')) await demandAnotherAdmin(parts, id)
    if ((person.disabledAt !== null) === disabled) return { statements: [], changes: [], result: null }
    const disabledAt = disabled ? parts.clock.now().toISOString() : null
    return {
      statements: stateStatements(parts.db, id, disabledAt),
      changes: [
        {
          ...({ subject: 'person', subjectId: person.email, action: disabled ? 'disabled' : 'enabled', reason } as const),
          ...{ before: { disabledAt: person.disabledAt }, after: { disabledAt } },
        },
      ],
      result: null,
    }
  }
  await changeLogged(parts, admin, write, rests)
  return known(parts, id)
}
