// How much is asked about between the reports of a period, by kind, from what was kept with submissions.
import type { Control } from '../../shared/reconcile/controls.ts'
import { MATTER_CODES, type MatterCode } from '../../shared/reconcile/matter.ts'
import type { Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import type { Parts } from '../parts.ts'
import { addedCounts } from '../store/agency-counts.ts'
import { madeAt, makeOnce, momentOf } from '../store/kept-reads.ts'
import { demandCounted, demandNobodyCounting, othersAreAtIt } from './demand-counted.ts'
import { rowsOfTexts } from './kept-texts.ts'
import { asking, controlsIn, listOf, otherControls, repeatsIn } from './matters-asked.ts'
import { countOwn, PIECE } from './own-counts.ts'

/** It follows from the log and the plan alone, and is kept as long as those are the same. */
export async function reconciliation(parts: Parts, code: string, period: string): Promise<Reconciliation> {
  const moment = await momentOf(parts.db)
  const name = `reconciliation ${code}.${period}`
  const known = madeAt<Reconciliation>(parts.db, moment, name)
  if (known) return { ...known, madeAt: parts.clock.now().toISOString() }
  const about = `matters ${code}.${period}`
  await demandNobodyCounting(parts.db, about)
  return (await makeOnce(parts.db, moment, name, () => reconciled(parts, code, period))) ?? othersAreAtIt(parts.db, about)
}

async function reconciled(parts: Parts, code: string, period: string): Promise<Reconciliation> {
  const asked = await asking(parts, code, period)
  const { db, template, templates, names, own } = asked
  demandCounted(await countOwn(db, own, names))
  const list = await listOf(asked)
  const allowance = { most: PIECE, left: 0 }
  const controls = await controlsIn(asked, list)
  const others = controls.length > 0 ? await otherControls(db, templates, template, period, names) : []
  const history = await addedCounts(db, own.counting)
  const counts = new Map<string, number>(Object.entries(history))
  const add = (code: MatterCode, count: number) => counts.set(code, (counts.get(code) ?? 0) + count)
  const rowsAt = rowsOfTexts(db)
  let comparedOnly: number | null = null
  for (const { search } of await repeatsIn(asked, list, allowance)) {
    for (const kind of ['same-row', 'same-document'] as const) add(kind, await search.count(kind, rowsAt))
    comparedOnly = search.comparedOnly === null ? comparedOnly : Math.min(search.comparedOnly, comparedOnly ?? search.comparedOnly)
  }
  demandCounted(allowance.left)
  for (const { planned, filed, above } of controls) {
    add('above-plan', filed > planned ? 1 : 0)
    add('agency-above-plan', above.length)
  }
  return {
    ...{ template: code, period, madeAt: parts.clock.now().toISOString(), comparedOnly },
    controls: [...controls.map(({ field, ...one }) => ({ ...totalOf(one), field: field.key })), ...others],
    kinds: MATTER_CODES.flatMap((code) => ((counts.get(code) ?? 0) > 0 ? [{ code, count: counts.get(code)! }] : [])),
  }
}

const totalOf = ({ template, label, planned, filed }: Omit<Control, 'field'>) => ({ template, label, planned, filed })
