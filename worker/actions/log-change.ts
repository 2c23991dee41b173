// One thing that an admin changes and its line in the audit, both or neither. What is to be
// written is worked out anew where somebody else was quicker.
import type { ChangeAction, Subject } from '../../shared/audit/change.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { changeStatements } from '../store/changes.ts'
import { alongChain } from '../store/events.ts'
import { demandUnchanged, type Resting } from './changed-meanwhile.ts'

export interface Logged {
  readonly subject: Subject
  readonly subjectId: string
  readonly action: ChangeAction
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
}

export interface Written<T> {
  readonly statements: readonly D1PreparedStatement[]
  /** Nothing is written where nothing changed. */
  readonly changes: readonly Logged[]
  readonly result: T
}

/** `rests`: what the change was made on, as its admin had seen it; what cannot be overwritten has none. */
export async function changeLogged<T>(
  parts: Parts,
  person: Pick<Person, 'id'>,
  write: () => Promise<Written<T>>,
  rests?: Resting,
): Promise<T> {
  const { db, clock, newId } = parts
  return alongChain(db, async (link) => {
    // Before anything is refused that only looks wrong because somebody else was quicker.
    if (rests) await demandUnchanged(db, rests)
    const { statements, changes, result } = await write()
    if (changes.length === 0) return result
    const at = clock.now().toISOString()
    const logged = changes.map((change) => ({ id: newId(), at, actor: person.id, ...change }))
    await db.batch([...statements, ...(await changeStatements(db, link, logged))])
    return result
  })
}
