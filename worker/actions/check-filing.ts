// The judgement of a filing against its obligation: the one door to `check`, for
// the dry check, for submitting and for uploads alike.
import { check, type Judgement } from '../../shared/check.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import { tallyOf } from '../../shared/improve/check-tally.ts'
import type { Obligation } from '../../shared/obligation.ts'
import type { Verdict } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { countCheck } from '../store/check-counts.ts'
import { type Case, openCase } from './case.ts'

export const judge = (opened: Case, filing: Filing, structure: readonly Finding[] = []): Judgement =>
  check(opened.template, filing, opened.context, structure)

export async function checkFiling(parts: Parts, obligation: Obligation, filing: Filing): Promise<Verdict> {
  const { findings, content } = judge(await openCase(parts, obligation), filing)
  await countCheck(parts.db, obligation.id, parts.clock.now().toISOString(), tallyOf(findings))
  return { findings, rowCount: content.rows.length }
}
