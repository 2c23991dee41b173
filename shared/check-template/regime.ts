// The mandatory elements of a report regime (NĐ 09/2019/NĐ-CP Đ11.2): each is
// said in both languages, its days exist and follow each other, and somebody owes it.
import type { Register } from '../agency.ts'
import type { Regime } from '../template.ts'
import { isBlank, type Refuse, refuseBlank, refuseOutside, type Spot } from './refuse.ts'

const ELEMENTS = [...(['name', 'content', 'reporter', 'receiver', 'channel', 'deadline', 'dataWindow', 'outline', 'guidance'] as const)]

/** A late report that is still taken a year later belongs to no period any more. */
const LONGEST_LATENESS = 366

export function checkRegime(regime: Regime, register: Register, refuse: Refuse): void {
  const spotOf = (of: string, ...path: readonly (string | number)[]): Spot => ({
    path: ['regime', ...path],
    table: null,
    part: 'regime',
    of,
  })
  for (const element of ELEMENTS) refuseBlank(refuse, spotOf(element, element), regime[element])
  if (isBlank(regime.basis)) refuse(spotOf('basis', 'basis'), 'blank', { language: 'vi' })
  if (regime.owedBy.length === 0) refuse(spotOf('owedBy', 'owedBy'), 'nobody-owes')
  const known = new Set([...register.agencies, ...register.groups].map(({ code }) => code))
  for (const [at, code] of regime.owedBy.entries()) if (!known.has(code)) refuse(spotOf('owedBy', 'owedBy', at), 'unknown-agency', { code })
  const { cutOffDay, dueDay, dueInclusive, lockAfterDays } = regime.dates
  const day = (of: 'cutOffDay' | 'dueDay' | 'lockAfterDays', least: number, most: number) =>
    refuseOutside(refuse, spotOf(of, 'dates', of), regime.dates[of], least, most)
  day('cutOffDay', 1, 31)
  day('dueDay', 1, 31)
  day('lockAfterDays', 0, LONGEST_LATENESS)
  // "Before day 20" is taken until the 19th.
  const lastDay = dueInclusive ? dueDay : dueDay - 1
  if (regime.frequency !== 'ad-hoc' && lockAfterDays >= 0 && cutOffDay > lastDay)
    refuse(spotOf('dueDay', 'dates', 'dueDay'), 'cut-off-after-due', { cutOff: cutOffDay, due: lastDay })
}
