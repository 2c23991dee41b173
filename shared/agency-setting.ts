// What stands against an agency as an admin would have it: names and codes that others bear,
// parents that go round in a circle. Knows no store.
import type { Agency, Register } from './agency.ts'
import { nameKey } from './agency-key.ts'
import type { Bilingual } from './bilingual.ts'
import { isOfficialCode } from './official-code.ts'

const overlap = (one: Agency, other: Agency): boolean =>
  (one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo) &&
  (other.validFrom === null || one.validTo === null || other.validFrom <= one.validTo)

const namesOf = ({ name, abbreviation, aliases }: Agency): string[] => [name, ...(abbreviation ? [abbreviation] : []), ...aliases]

function isOwnAncestor({ agencies }: Register, agency: Agency): boolean {
  const parents = new Map(agencies.map(({ code, parent }) => [code, parent ?? null]))
  parents.set(agency.code, agency.parent ?? null)
  const passed = new Set<string>()
  for (let up = agency.parent ?? null; up !== null && !passed.has(up); up = parents.get(up) ?? null) {
    if (up === agency.code) return true
    passed.add(up)
  }
  return false
}

export interface AgencyProblem {
  readonly key: 'code' | 'name' | 'aliases' | 'parent' | 'officialCode'
  readonly sentence: Bilingual
}

export function agencyProblems(register: Register, agency: Agency): AgencyProblem[] {
  const others = register.agencies.filter((one) => one.code !== agency.code)
  const problems: AgencyProblem[] = []
  const say = (key: AgencyProblem['key'], vi: string, en: string) => problems.push({ key, sentence: { vi, en } })
  if (!/^[A-Z][A-Z0-9_]{1,39}$/.test(agency.code))
    say(
      'code',
      `Mã "${agency.code}" không hợp lệ: dùng chữ in hoa không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ, 2–40 ký tự.`,
      `Code "${agency.code}" is not valid: capitals without marks, digits and underscores, beginning with a letter, 2 to 40 characters.`,
    )
  if (register.groups.some(({ code }) => code === agency.code))
    say('code', `Mã "${agency.code}" đã là mã của một nhóm cơ quan.`, `Code "${agency.code}" is the code of a group.`)
  const contemporaries = others.filter((one) => overlap(one, agency))
  for (const [at, name] of namesOf(agency).entries()) {
    const other = contemporaries.find((one) => namesOf(one).some((theirs) => nameKey(theirs) === nameKey(name)))
    if (other)
      say(
        at === 0 ? 'name' : 'aliases',
        `Tên "${name}" trùng với ${other.name} (${other.code}) trong cùng thời gian. Người nộp gõ tên này sẽ không biết là cơ quan nào.`,
        `"${name}" is also a name of ${other.name} (${other.code}) at the same time. What people type would not say which one is meant.`,
      )
  }
  const { parent, officialCode } = agency
  if (parent && !others.some(({ code }) => code === parent))
    say('parent', `Không có cơ quan cấp trên mã "${parent}".`, `There is no agency "${parent}" that it could belong to.`)
  else if (isOwnAncestor(register, agency))
    say('parent', `${agency.name} không thể là cấp trên của chính mình.`, `${agency.name} cannot belong to itself.`)
  if (officialCode && !isOfficialCode(officialCode))
    say(
      'officialCode',
      `Mã định danh "${officialCode}" không đúng dạng của QĐ 20/2020/QĐ-TTg (ví dụ H00.01.02, tối đa 35 ký tự) hoặc QCVN 102:2016 (000.00.00.H00).`,
      `Official code "${officialCode}" is neither of QĐ 20/2020/QĐ-TTg (such as H00.01.02, at most 35 characters) nor of QCVN 102:2016 (000.00.00.H00).`,
    )
  const bearer = officialCode && contemporaries.find((one) => one.officialCode === officialCode)
  if (bearer)
    say(
      'officialCode',
      `Mã định danh "${officialCode}" đã là của ${bearer.name}.`,
      `Official code "${officialCode}" is that of ${bearer.name}.`,
    )
  return problems
}
