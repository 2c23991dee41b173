// What is asked about between the reports of a period, of one kind, page by page and by key: what is filed between two
// pages neither repeats a matter nor hides one. Rows are read of what is shown.

import type { Matter, MatterCode } from '../../shared/reconcile/matter.ts'
import { allAbovePlan, oneAbovePlan, repeatedMatter } from '../../shared/reconcile/matters.ts'
import type { MatterPage } from '../../shared/reconcile/reconciliation.ts'
import { type RepeatKey, type RepeatKind, SAME } from '../../shared/reconcile/repeat.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { agenciesWith } from '../store/agency-counts.ts'
import { countedOf } from '../store/counted-rows.ts'
import { reportOf } from './counted-period.ts'
import { demandCounted } from './demand-counted.ts'
import { rowsOfTexts } from './kept-texts.ts'
import { type Asked, asking, controlsIn, listOf, repeatsIn } from './matters-asked.ts'
import { countOwn, mattersOf } from './own-counts.ts'

/** Matters of one page. */
const PAGE = 50

type Page = (asked: Asked, after: string | null) => Promise<MatterPage>

const notAKey = (): never => {
  throw new ProblemError('bad-request', 'after is no key of a page')
}

const numberIn = (after: string): number => (/^\d{1,9}$/.test(after) ? Number(after) : notAKey())

const orderIn = ({ names }: Asked): ((agency: string) => number) => {
  const order = new Map(names.register.agencies.map(({ code }, at) => [code, at]))
  return (agency) => order.get(agency) ?? notAKey()
}

/** One of each column that has a control total: never more than a page. */
const abovePlan: Page = async (asked, after) => {
  if (after !== null) notAKey()
  const controls = await controlsIn(asked, await listOf(asked))
  return {
    matters: controls.flatMap((control) => allAbovePlan(control, asked.names, reportOf(asked.template.code, asked.period))),
    next: null,
  }
}

/** `after`: TABLE/FIELD/FILED/AGENCY, of each column the largest amounts first. */
const agencyAbovePlan: Page = async (asked, after) => {
  const controls = await controlsIn(asked, await listOf(asked))
  const order = orderIn(asked)
  const [table, field, amount = '', agency = ''] = after?.split('/') ?? []
  const column = after === null ? -1 : controls.findIndex((one) => one.table === table && one.field.key === field)
  if (after !== null && (column < 0 || !/^-?\d+(\.\d+)?$/.test(amount))) notAKey()
  const [passed, place] = after === null ? [0, 0] : [Number(amount), order(agency)]
  const open = controls.flatMap((control, at) =>
    control.above
      .filter(({ head, filed }) => at > column || (at === column && (filed < passed || (filed === passed && order(head.agency) > place))))
      .map((one) => ({ control, one })),
  )
  const shown = open.slice(0, PAGE)
  const last = open.length > PAGE ? shown.at(-1)! : null
  return {
    matters: shown.map(({ control, one }) => oneAbovePlan(control, one, asked.names, reportOf(asked.template.code, asked.period))),
    next: last && [last.control.table, last.control.field.key, last.one.filed, last.one.head.agency].join('/'),
  }
}

/** TABLE/LIKENESS/AGENCY/POSITION, with a second row where the two are only nearly the same; TABLE alone is its beginning. */
function repeatKeyIn(after: string): { readonly table: string; readonly key: RepeatKey | null } {
  const [table = '', likeness, ...rows] = after.split('/')
  if (likeness === undefined) return { table, key: null }
  const pairs = Array.from({ length: rows.length / 2 }, (_, at) => ({ agency: rows[2 * at]!, position: numberIn(rows[2 * at + 1]!) }))
  const key = { likeness: numberIn(likeness), rows: pairs }
  return rows.length === (key.likeness === SAME ? 2 : 4) ? { table, key } : notAKey()
}

const repeatsOf =
  (kind: RepeatKind): Page =>
  async (asked, after) => {
    const from = after === null ? null : repeatKeyIn(after)
    const orderOf = orderIn(asked)
    const told: Matter[] = []
    const rowsAt = rowsOfTexts(asked.db)
    const all = await repeatsIn(asked, await listOf(asked), { most: 0, left: 0 })
    const first = from === null ? 0 : all.findIndex(({ table }) => table.key === from.table)
    if (first < 0) notAKey()
    for (const [at, { table, search }] of all.entries()) {
      if (at < first) continue
      if (told.length === PAGE) return { matters: told, next: table.key }
      const { repeats, last } = await search.told(kind, at === first ? (from?.key ?? null) : null, PAGE - told.length, rowsAt, orderOf)
      told.push(...repeats.map((repeat) => repeatedMatter(repeat, table, reportOf(asked.template.code, asked.period))))
      if (last) {
        const rows = last.rows.flatMap(({ agency, position }) => [agency, position])
        return { matters: told, next: [table.key, last.likeness, ...rows].join('/') }
      }
    }
    return { matters: told, next: null }
  }

/** `after`: AGENCY/n, the agency with which the page begins and how many of its matters were on the one before. */
const ownOf =
  (kind: MatterCode): Page =>
  async ({ db, template, period, names, own }, after) => {
    const [agency = null, passed = '0'] = after?.split('/') ?? []
    const passedBefore = numberIn(passed)
    demandCounted(await countOwn(db, own, names))
    const some = await agenciesWith(db, own.counting, kind, agency, PAGE + 1)
    let skip = some[0]?.agency === agency ? passedBefore : 0
    let [shown, room] = [0, PAGE + skip]
    while (room > 0 && shown < some.length) room -= some[shown++]!.count
    const agencies = some.slice(0, shown).map((one) => one.agency)
    const told: Matter[] = []
    let next = shown < some.length ? `${some[shown]!.agency}/0` : null
    for await (const one of mattersOf(db, own, names, await countedOf(db, template.code, period, agencies))) {
      const of = one.matters.filter(({ code }) => code === kind).slice(skip)
      const taken = of.slice(0, PAGE - told.length)
      told.push(...taken)
      if (taken.length < of.length) next = `${one.agency}/${skip + taken.length}`
      skip = 0
    }
    return { matters: told, next }
  }

const PAGES: Readonly<Record<MatterCode, Page>> = {
  'above-plan': abovePlan,
  'agency-above-plan': agencyAbovePlan,
  'same-row': repeatsOf('same-row'),
  'same-document': repeatsOf('same-document'),
  thousandfold: ownOf('thousandfold'),
  outlier: ownOf('outlier'),
  unchanged: ownOf('unchanged'),
  'denominator-moved': ownOf('denominator-moved'),
  reopened: ownOf('reopened'),
  'cumulative-fell': ownOf('cumulative-fell'),
  'row-gone': ownOf('row-gone'),
}

/** Matters of one kind. */
export async function matterPage(parts: Parts, code: string, period: string, kind: MatterCode, after: string | null): Promise<MatterPage> {
  return PAGES[kind](await asking(parts, code, period), after)
}
