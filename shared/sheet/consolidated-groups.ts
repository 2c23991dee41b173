// The agencies of a consolidation under the groups that the register lists them in:
// "I. Các sở, ban, ngành", "I.1. Sở …". Orders them; draws nothing.
import { groupsOn, type Register } from '../agency.ts'
import type { CountedHead } from '../survey.ts'

export interface HeadGroup {
  readonly name: string
  readonly heads: readonly CountedHead[]
}

const OTHERS = 'Các cơ quan khác'

/** In the order of the register; agencies that no group names come last. */
export function groupHeads(heads: readonly CountedHead[], register: Register, day: string): HeadGroup[] {
  const groupOf = groupsOn(register, day)
  return [...register.groups, null].flatMap((group) => {
    const own = heads.filter((head) => groupOf(head.agency) === group)
    return own.length > 0 ? [{ name: group?.name ?? OTHERS, heads: own }] : []
  })
}
