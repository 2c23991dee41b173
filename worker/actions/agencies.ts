// The register as an admin keeps it: one agency or group set, or many from a file, each
// change in the audit. Ending agencies is a reorganisation (reorganise.ts).
import type { Agency, AgencyGroup, Register } from '../../shared/agency.ts'
import { agencyGrid } from '../../shared/agency-list.ts'
import { agencyProblems } from '../../shared/agency-setting.ts'
import { dayInVietnam } from '../../shared/clock.ts'
import type { Person } from '../../shared/wire.ts'
import type { AgencyChange, AgencyImport, AgencySetting, GroupChange, RegisterView } from '../../shared/wire-admin.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { writeAgencies, writeGroups } from '../store/agencies.ts'
import { lastHappening } from '../store/events.ts'
import { readPlan } from '../store/plan.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Logged, type Written } from './log-change.ts'
import { refuse } from './review.ts'
import { gridOf } from './take-upload.ts'

async function registerOf(parts: Parts): Promise<Register> {
  const loaded = await readPlan(parts.db)
  if (!loaded) throw new ProblemError('not-found')
  return loaded.register
}

export const registerView = async (parts: Parts): Promise<RegisterView> => ({
  ...{ asOf: await lastHappening(parts.db), ...(await registerOf(parts)) },
  day: dayInVietnam(parts.clock.now()),
})

const withSetting = (code: string, setting: AgencySetting, known: Agency | undefined): Agency => ({
  ...(known ?? { validTo: null, successors: [], origin: 'verified_source' }),
  ...{ code, ...setting },
})

const logged = (agency: Agency, known: Agency | undefined, reason: string): Logged => ({
  ...{ subject: 'agency', subjectId: agency.code, action: known ? 'changed' : 'created', before: known ?? null, after: agency, reason },
})

/** Agencies that a reorganisation has dealt with are not as they were seen. */
const REORGANISED = { subject: 'reorganisation' } as const

export async function setAgency(
  parts: Parts,
  person: Person,
  code: string,
  { setting, reason }: AgencyChange,
  seen: Seen,
): Promise<Agency> {
  const write = async (): Promise<Written<Agency>> => {
    const register = await registerOf(parts)
    const known = register.agencies.find((one) => one.code === code)
    const agency = withSetting(code, setting, known)
    const [problem] = agencyProblems(register, agency)
    if (problem) refuse(`/setting/${problem.key}`, problem.sentence)
    const changes = [logged(agency, known, reason)]
    return { statements: [writeAgencies(parts.db, [agency])], changes, result: agency }
  }
  return changeLogged(parts, person, write, { things: [{ subject: 'agency', subjectId: code }, REORGANISED], seen })
}

export async function setGroup(
  parts: Parts,
  person: Person,
  code: string,
  { reason, ...setting }: GroupChange,
  seen: Seen,
): Promise<AgencyGroup> {
  const write = async (): Promise<Written<AgencyGroup>> => {
    const { agencies, groups } = await registerOf(parts)
    const known = groups.find((one) => one.code === code)
    const stranger = setting.members.find((member) => ![...agencies, ...groups].some((one) => one.code === member && one.code !== code))
    if (stranger !== undefined)
      refuse('/members', { vi: `Không có cơ quan hay nhóm mã "${stranger}".`, en: `There is no agency or group "${stranger}".` })
    if (!known && (!/^GRP_[A-Z0-9_]{1,36}$/.test(code) || agencies.some((one) => one.code === code)))
      refuse('/code', {
        vi: `Mã nhóm "${code}" không hợp lệ: bắt đầu bằng GRP_, sau đó là chữ in hoa không dấu, chữ số, gạch dưới.`,
        en: `Group code "${code}" is not valid: GRP_ and then capitals without marks, digits and underscores.`,
      })
    const group: AgencyGroup = { ...(known ?? { validFrom: null, validTo: null }), code, ...setting }
    const action = known ? 'changed' : 'created'
    return {
      statements: [writeGroups(parts.db, [group])],
      changes: [{ subject: 'agency-group', subjectId: code, action, before: known ?? null, after: group, reason }],
      result: group,
    }
  }
  return changeLogged(parts, person, write, { things: [{ subject: 'agency-group', subjectId: code }, REORGANISED], seen })
}

/** `reason` null: only what it would change. Nothing is kept where any line is wrong. */
export async function importAgencies(
  parts: Parts,
  person: Person,
  bytes: Uint8Array<ArrayBuffer>,
  reason: string | null,
  seen: Seen,
): Promise<AgencyImport> {
  const grid = await gridOf(bytes)
  const write = async (): Promise<Written<AgencyImport>> => {
    const asOf = await lastHappening(parts.db)
    const register = await registerOf(parts)
    const read = agencyGrid(grid, register)
    if ('refusal' in read) throw new ProblemError('bad-request', read.refusal.en, { refusal: read.refusal })
    const changed = read.rows.filter(({ what }) => what === 'new' || what === 'changed')
    const isKept = reason !== null && changed.length > 0 && read.rows.every(({ what }) => what !== 'wrong')
    const known = new Map(register.agencies.map((agency) => [agency.code, agency]))
    const agencies = changed.flatMap(({ after }) => after ?? [])
    return {
      statements: [writeAgencies(parts.db, agencies)],
      changes: isKept ? agencies.map((agency) => ({ ...logged(agency, known.get(agency.code), reason), action: 'imported' as const })) : [],
      result: { rows: [...read.rows], kept: isKept, asOf },
    }
  }
  // What is kept is what was shown, line by line.
  const rests = { things: [{ subject: 'agency' }, REORGANISED] as const, seen }
  return changeLogged(parts, person, write, ...(reason === null ? [] : [rests]))
}
