// What is asked about between the reports of a period, as the portal asks for it: how much there is of each kind, from
// what was kept with submissions, and the matters of one kind page by page. Nothing here reads the rows of all agencies.
import type { Names } from '../../shared/field/field.ts'
import { type Control, controlledFields, controlsOf } from '../../shared/reconcile/controls.ts'
import { MATTER_CODES, type Matter, type MatterCode } from '../../shared/reconcile/matter.ts'
import { allAbovePlan, oneAbovePlan, repeatedMatter } from '../../shared/reconcile/matters.ts'
import type { MatterPage, Reconciliation } from '../../shared/reconcile/reconciliation.ts'
import type { RepeatKind } from '../../shared/reconcile/repeats.ts'
import { type ListedSubmission, searchRepeats, surveyTotals } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { addedCounts, agenciesWith } from '../store/agency-counts.ts'
import { countedOf } from '../store/counted-rows.ts'
import { openedVersion } from '../store/obligations.ts'
import { readPlan, readTemplate, readTemplates } from '../store/plan.ts'
import { latestCounted } from '../store/quarter.ts'
import { reportOf } from './counted-period.ts'
import { demandCounted } from './demand-counted.ts'
import { type Allowance, rowsOfTexts, textsOf } from './kept-texts.ts'
import { countOwn, mattersOf, type OwnAsked, ownAsked, PIECE } from './own-counts.ts'
import { otherControls } from './reconcile-period.ts'
import { sharesOf } from './tallied-totals.ts'

/** Matters of one page. */
const PAGE = 50

interface Asked {
  readonly db: D1Database
  readonly template: Template
  readonly templates: readonly Template[]
  readonly period: string
  readonly names: Names
  readonly own: OwnAsked
}

async function asking({ db }: Parts, code: string, period: string): Promise<Asked> {
  const [version, names, templates] = await Promise.all([openedVersion(db, code, period), readPlan(db), readTemplates(db)])
  const template = version === null ? null : await readTemplate(db, code, version)
  if (!template || !names) throw new ProblemError('not-found')
  return { db, template, templates, period, names, own: await ownAsked(template, templates, period) }
}

const listOf = ({ db, template, period }: Asked) => latestCounted(db, template.code, [period])

/** Each table with something to compare, with all texts that were kept. */
async function repeatsIn({ db, template }: Asked, list: readonly ListedSubmission[], allowance: Allowance) {
  const searches = await searchRepeats(template, list, textsOf(db, template, list, allowance))
  return template.tables.flatMap((table) => {
    const search = searches.get(table.key)
    return search ? [{ table, search }] : []
  })
}

/** Of the columns that the plan has a total for, with every agency above it. */
async function controlsIn({ db, template, names }: Asked, list: readonly ListedSubmission[]): Promise<Control[]> {
  const tables = template.tables.filter((table) => controlledFields(table).length > 0)
  if (tables.length === 0) return []
  const totals = await surveyTotals({ tables }, list, sharesOf(db, template, list))
  return tables.flatMap((table) => controlsOf(template, table, totals.get(table.key)!, list, names.plan, list.length))
}

export async function reconciliation(parts: Parts, code: string, period: string): Promise<Reconciliation> {
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

type Page = (asked: Asked, after: string | null) => Promise<MatterPage>

function numberIn(after: string): number {
  if (!/^\d{1,9}$/.test(after)) throw new ProblemError('bad-request', 'after is no key of a page')
  return Number(after)
}

/** From the nth on: for kinds that are found over all agencies, always in the same order. */
const numbered =
  (some: (asked: Asked, from: number) => Promise<readonly Matter[]>): Page =>
  async (asked, after) => {
    const from = numberIn(after ?? '0')
    const matters = await some(asked, from)
    return { matters: [...matters], next: matters.length < PAGE ? null : String(from + PAGE) }
  }

const aboveOf = (make: (control: Control, names: Names, of: ReturnType<typeof reportOf>) => Matter[]): Page =>
  numbered(async (asked, from) => {
    const controls = await controlsIn(asked, await listOf(asked))
    const of = reportOf(asked.template.code, asked.period)
    return controls.flatMap((control) => make(control, asked.names, of)).slice(from, from + PAGE)
  })

const repeatsOf = (kind: RepeatKind): Page =>
  numbered(async (asked, from) => {
    const told: Matter[] = []
    const rowsAt = rowsOfTexts(asked.db)
    let before = 0
    for (const { table, search } of await repeatsIn(asked, await listOf(asked), { most: 0, left: 0 })) {
      const some = await search.told(kind, Math.max(from - before, 0), PAGE - told.length, rowsAt)
      told.push(...some.map((repeat) => repeatedMatter(repeat, table, reportOf(asked.template.code, asked.period))))
      if (told.length === PAGE) break
      before += await search.count(kind, rowsAt)
    }
    return told
  })

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
  'above-plan': aboveOf((control, names, of) => allAbovePlan(control, names, of)),
  'agency-above-plan': aboveOf((control, names, of) => control.above.map((one) => oneAbovePlan(control, one, names, of))),
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
