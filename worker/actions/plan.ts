// The plan as an admin keeps it: control totals, code lists, who answers for a task; and the
// new year's plan made from it. Every change stands in the audit.
import { dayInVietnam } from '../../shared/clock.ts'
import { codeListProblem, newCodeListProblem } from '../../shared/code-list.ts'
import { type NextPlan, nextPlan } from '../../shared/next-plan.ts'
import type { PackFile } from '../../shared/pack.ts'
import type { Plan } from '../../shared/plan.ts'
import type { Person } from '../../shared/wire.ts'
import type { CodeListChange, PlanView, TotalsChange } from '../../shared/wire-admin.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { readAllAssignments, readPlan, readTemplates, writePlan } from '../store/plan.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'
import { taskTables } from './plan-tasks.ts'
import { refuse } from './review.ts'

async function loaded(parts: Parts) {
  const found = await readPlan(parts.db)
  if (!found) throw new ProblemError('not-found')
  return found
}

export async function planView(parts: Parts): Promise<PlanView> {
  const asOf = await lastHappening(parts.db)
  const [{ plan, register }, templates, assignments] = await Promise.all([
    loaded(parts),
    readTemplates(parts.db),
    readAllAssignments(parts.db),
  ])
  const tables = taskTables({ plan, register, templates, assignments }, dayInVietnam(parts.clock.now()))
  return { asOf, plan, tables }
}

export async function setTotals(parts: Parts, person: Person, { totals, reason }: TotalsChange, seen: Seen): Promise<PlanView> {
  const write = async (): Promise<Written<null>> => {
    const { plan } = await loaded(parts)
    const missing = Object.keys(plan.totals).find((name) => !Object.hasOwn(totals, name))
    const stranger = Object.keys(totals).find((name) => !Object.hasOwn(plan.totals, name))
    if (missing !== undefined || stranger !== undefined)
      refuse('/totals', {
        vi: `Tổng số "${missing ?? stranger}" ${missing === undefined ? 'không có trong kế hoạch' : 'bị bỏ sót'}: quy tắc đọc các tổng số theo tên.`,
        en: `Total "${missing ?? stranger}" is ${missing === undefined ? 'not in the plan' : 'left out'}: rules read totals by name.`,
      })
    const after: Plan = { ...plan, totals }
    return {
      statements: [writePlan(parts.db, after)],
      changes: [
        { subject: 'plan', subjectId: plan.number, action: 'changed', before: { totals: plan.totals }, after: { totals }, reason } as const,
      ],
      result: null,
    }
  }
  await changeLogged(parts, person, write, { things: [{ subject: 'plan' }], seen })
  return planView(parts)
}

export async function setCodeList(
  parts: Parts,
  person: Person,
  id: string,
  { entries, title, reason }: CodeListChange,
  seen: Seen,
): Promise<PlanView> {
  const write = async (): Promise<Written<null>> => {
    const { plan } = await loaded(parts)
    const list = plan.lists.find((one) => one.id === id)
    const problem = (list ? null : newCodeListProblem(id, entries)) ?? codeListProblem(list?.entries ?? [], entries)
    if (problem) refuse('/entries', problem)
    const lists = list ? plan.lists.map((one) => (one === list ? { ...one, entries } : one)) : [...plan.lists, { id, entries }]
    const listTitles = title ? { ...plan.listTitles, [id]: title } : plan.listTitles
    const after: Plan = { ...plan, lists, ...(listTitles ? { listTitles } : {}) }
    const said = (named: Plan) => (title ? { title: named.listTitles?.[id] ?? null } : {})
    return {
      statements: [writePlan(parts.db, after)],
      changes: [
        {
          ...({ subject: 'code-list', subjectId: id, action: list ? 'changed' : 'created', reason } as const),
          ...{ before: list ? { entries: list.entries, ...said(plan) } : null, after: { entries, ...said(after) } },
        },
      ],
      result: null,
    }
  }
  await changeLogged(parts, person, write, { things: [{ subject: 'code-list', subjectId: id }], seen })
  return planView(parts)
}

export async function planAfter(parts: Parts, next: NextPlan): Promise<PackFile> {
  const [{ plan, register }, templates, assignments] = await Promise.all([
    loaded(parts),
    readTemplates(parts.db),
    readAllAssignments(parts.db),
  ])
  return nextPlan({ plan, register, templates, assignments }, next)
}
