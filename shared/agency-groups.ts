// Which groups of the register can be chosen among some agencies. Pure.
import { membersOn, type Register } from './agency.ts'

/** A group with those of its agencies that are meant, in register order. */
export interface GroupAmong {
  readonly code: string
  readonly name: string
  readonly codes: readonly string[]
}

/** Groups that on a day (`YYYY-MM-DD`) hold some of these agencies, but not all, in register order. */
export function groupsAmong(register: Register, agencies: readonly string[], day: string): GroupAmong[] {
  const meant = new Set(agencies)
  return register.groups.flatMap(({ code, name }) => {
    const codes = membersOn(register, [code], day).flatMap((agency) => (meant.has(agency.code) ? [agency.code] : []))
    return codes.length > 0 && codes.length < meant.size ? [{ code, name, codes }] : []
  })
}
