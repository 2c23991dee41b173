// A version is taken out of use: it opens no period any more. A period in which nobody has sent
// anything goes on in the version that stands for it; one in which somebody has is finished as it was begun.
import { versionIn } from '../../shared/template-versions.ts'
import type { Person } from '../../shared/wire.ts'
import type { WithdrawalOutcome } from '../../shared/wire-templates.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { type Change, changeStatements } from '../store/changes.ts'
import { alongChain } from '../store/events.ts'
import { readStandingVersions } from '../store/plan.ts'
import { withdrawStatements } from '../store/templates.ts'
import { openObligations } from './open-obligations.ts'
import { templateView } from './publish-template.ts'

const periodsOf = async (parts: Parts, code: string, version: number): Promise<readonly string[]> =>
  (await templateView(parts, code)).versions.find((one) => one.version === version)?.periods ?? []

/** Withdrawing twice is withdrawing once. */
export async function withdrawTemplate(
  parts: Parts,
  person: Person,
  code: string,
  version: number,
  reason: string,
): Promise<WithdrawalOutcome> {
  const moves = await alongChain(parts.db, async (link) => {
    const standing = (await templateView(parts, code)).versions.find((one) => one.version === version)
    if (!standing) throw new ProblemError('not-found')
    if (standing.withdrawal) return []
    const others = (await readStandingVersions(parts.db)).filter(({ template }) => template.code === code && template.version !== version)
    const wanted = standing.periods.flatMap((period) => {
      const next = versionIn(others, period)
      return next ? [{ period, version: next.template.version }] : []
    })
    const at = parts.clock.now().toISOString()
    const change: Change = {
      ...{ id: parts.newId(), at, actor: person.id, subject: 'template-version', subjectId: `${code}.${version}`, action: 'withdrawn' },
      ...{ before: { version, effectiveFrom: standing.effectiveFrom, periods: standing.periods }, after: null, reason },
    }
    await parts.db.batch([
      ...withdrawStatements(parts.db, { code, version, reason, at, by: person.id }, wanted),
      ...(await changeStatements(parts.db, link, [change])),
    ])
    return wanted
  })
  await openObligations(parts)
  const kept = await periodsOf(parts, code, version)
  return { moved: moves.filter(({ period }) => !kept.includes(period)), kept: [...kept] }
}
