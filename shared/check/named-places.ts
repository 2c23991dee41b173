// A title that names places while a whole group of agencies is to act: "… tại địa
// phương: Ninh Hòa, Cam Lâm" led by all districts (rule R06). Knows no rows.
import { type Agency, membersOn, type Register } from '../agency.ts'
import type { CheckContext } from '../check-context.ts'
import { periodRange } from '../period.ts'
import { fold } from '../text/fold.ts'
import type { Said } from './found.ts'

/** "UBND thị xã Ninh Hòa" is of Ninh Hòa; null for agencies that are not of a place. */
const placeOf = ({ name }: Agency): string | null =>
  /^UBND (?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu) (.+)$/.exec(name)?.[1] ?? null

interface Narrower {
  readonly group: string
  /** Members of the group whose places the title names. */
  readonly members: readonly Agency[]
  readonly places: readonly string[]
}

/** null: no group among the agencies, no place named, or all of them. */
function narrowerPlaces(title: string, agencies: readonly string[], register: Register, day: string): Narrower | null {
  const text = ` ${fold(title)} `
  for (const code of agencies) {
    const group = register.groups.find((one) => one.code === code)
    if (!group) continue
    const all = membersOn(register, [code], day)
    const members = all.filter((agency) => {
      const place = placeOf(agency)
      return place !== null && text.includes(` ${fold(place)} `)
    })
    if (members.length > 0 && members.length < all.length)
      return { group: group.name, members, places: members.flatMap((agency) => placeOf(agency) ?? []) }
  }
  return null
}

/** What is said where the title names only some of the places of a group that is to act; null where there is nothing to say. */
export function narrowerFinding(title: string, agencies: readonly string[], context: CheckContext): (Said & { expected: string }) | null {
  const narrower = narrowerPlaces(title, agencies, context.register, periodRange(context.period).to)
  if (!narrower) return null
  return {
    ...{ code: 'place-narrower', severity: 'warning', actual: narrower.group },
    expected: narrower.members.map(({ name }) => name).join('; '),
    params: { places: narrower.places.join(', ') },
  }
}
