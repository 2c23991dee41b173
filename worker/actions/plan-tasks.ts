// The tasks of the plan: rows that forms bring to agencies, added, asked for otherwise or ended
// from a period on. What it does to the reports that are open is shown before it is kept.
import { membersOn, type Register } from '../../shared/agency.ts'
import { nameOf } from '../../shared/agency-names.ts'
import { type AskedRow, type Assignment, askedFrom, askedIn } from '../../shared/assignment.ts'
import type { Bilingual } from '../../shared/bilingual.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import { readEntry, showValue } from '../../shared/field/field.ts'
import { periodRange, periodsOf } from '../../shared/period.ts'
import { type Plan, planIn } from '../../shared/plan.ts'
import { rowName } from '../../shared/row-name.ts'
import { type Field, type Table, type Template, tableOf } from '../../shared/template.ts'
import { sentence } from '../../shared/text/sentence.ts'
import type { Person } from '../../shared/wire.ts'
import type { PlanView, TaskChange, TaskEffect, TaskToKeep } from '../../shared/wire-admin.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { type OpenReport, readAllAssignments, readOpenReports, readPlan, readTemplates, writeAssignment } from '../store/plan.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'
import { refuse } from './review.ts'

interface Known {
  readonly plan: Plan
  readonly register: Register
  readonly templates: readonly Template[]
  readonly assignments: readonly Assignment[]
}

/** The server brings it and no earlier report does, or a task of this table has it. */
const isBrought = ({ key, type, source, carryFrom }: Field, own: readonly Assignment[]): boolean =>
  source === 'carried' ? type.kind !== 'sequence' && carryFrom === undefined : own.some(({ values }) => values[key] !== undefined)

/** What a report hands on to the next one as it is belongs to the row: a task may begin with it. */
const isKept = ({ key, type, source, carryFrom }: Field): boolean => source === 'input' && type.kind !== 'sequence' && carryFrom === key

/** Columns without which a task is none: where agencies type everything themselves, what names the row. */
function usualKeys({ fields }: Table, own: readonly Assignment[]): ReadonlySet<string> {
  const brought = fields.filter((field) => isBrought(field, own))
  const naming = fields.find((field) => field.type.kind === 'text' && field.required && isKept(field))
  return new Set((brought.length > 0 || !naming ? brought : [naming]).map(({ key }) => key))
}

/** Columns that a task has, those that it may have besides, in the order of the form. */
const taskFields = (table: Table, own: readonly Assignment[]): Field[] => {
  const usual = usualKeys(table, own)
  return table.fields.filter((field) => usual.has(field.key) || isKept(field))
}

const inTable = (assignments: readonly Assignment[], template: string, table: string) =>
  assignments.filter((one) => one.template === template && one.table === table)

/** Where the server may bring rows, also where there are none yet: a new plan begins with none. What agencies add and keep it may begin for them. */
const bringsRows = (table: Table, own: readonly Assignment[]): boolean =>
  own.length > 0 || (usualKeys(table, own).size > 0 && (table.rows.source !== 'free' || table.fields.some(isKept)))

const LONG = 200
const isLong = ({ type }: Field): boolean => type.kind === 'agencies' || (type.kind === 'text' && type.maxLength > LONG)

/** Labels that hold on the day. */
function choicesOf({ type }: Field, plan: Plan, day: string): { choices?: Bilingual[] } {
  if (type.kind !== 'choice') return {}
  const { lists } = planIn(plan, { from: day, to: day })
  return { choices: (lists.find(({ id }) => id === type.list)?.entries ?? []).map(({ label }) => label) }
}

/** What was last decided of a task; of one that ends, what it was. */
const lastAsked = ({ values, assignedTo, later = [] }: Assignment): AskedRow =>
  later.findLast(({ asked }) => asked !== null)?.asked ?? { values, assignedTo }

export function taskTables({ plan, register, templates, assignments }: Known, day: string): PlanView['tables'] {
  return templates.flatMap((template) =>
    template.tables.flatMap((table) => {
      const own = inTable(assignments, template.code, table.key)
      const [fields, usual] = [taskFields(table, own), usualKeys(table, own)]
      if (!bringsRows(table, own)) return []
      const periods = periodsOf(template.regime.frequency, plan.year)
      const rows = own.map((one) => {
        const { values, assignedTo: answers } = lastAsked(one)
        const last = one.later?.at(-1)
        const texts = fields.flatMap(({ key, type }) => {
          const value = values[key] ?? null
          return value === null ? [] : [[key, showValue(type, value, 'vi', { plan, register })] as const]
        })
        return {
          ...{ ...one, name: rowName(table, { id: one.rowId, values }), texts: Object.fromEntries(texts), answers },
          endsFrom: last && last.asked === null ? last.from : null,
        }
      })
      return [
        {
          ...{ template: template.code, title: table.title ?? template.title, table: table.key, rows, periods },
          fields: fields.map((field) => ({
            ...{ key: field.key, title: field.title, long: isLong(field) },
            // An agency fills later what it types itself: only what no task of the table ever lacked is asked of the admin.
            ...{ required: field.required && usual.has(field.key), usual: usual.has(field.key) },
            ...choicesOf(field, plan, day),
          })),
          current: periods.find((period) => periodRange(period).to >= day) ?? null,
        },
      ]
    }),
  )
}

async function known(parts: Parts): Promise<Known> {
  const [loaded, templates, assignments] = await Promise.all([readPlan(parts.db), readTemplates(parts.db), readAllAssignments(parts.db)])
  if (!loaded) throw new ProblemError('not-found')
  return { ...loaded, templates, assignments }
}

/** What is typed, read as the form would read it. */
function readTexts(
  table: Table,
  own: readonly Assignment[],
  texts: Readonly<Record<string, string>>,
  context: CheckContext,
): AskedRow['values'] {
  const [fields, usual] = [taskFields(table, own), usualKeys(table, own)]
  const stranger = Object.keys(texts).find((key) => !fields.some((field) => field.key === key))
  if (stranger !== undefined)
    refuse(`/change/task/texts/${stranger}`, { vi: `Không có cột "${stranger}".`, en: `There is no column "${stranger}".` })
  const values = fields.flatMap((field) => {
    const { key, title, type, nilAllowed } = field
    const typed = texts[key] ?? ''
    const pointer = `/change/task/texts/${key}`
    if (typed === '') {
      if (field.required && usual.has(key)) refuse(pointer, { vi: `Cột "${title.vi}" chưa điền.`, en: `Column "${title.en}" is blank.` })
      return []
    }
    const { value, findings } = readEntry(type, { value: typed }, context, nilAllowed)
    const wrong = findings.find(({ severity }) => severity === 'error')
    if (wrong) {
      const finding = { ...wrong, id: key, place: {}, label: title, fixes: [] }
      refuse(pointer, { vi: sentence(finding, 'vi'), en: sentence(finding, 'en') })
    }
    return value === null ? [] : [[key, value] as const]
  })
  return Object.fromEntries(values)
}

interface WorkedOut {
  readonly before: Assignment | null
  readonly after: Assignment
}

function workOut(at: Known, { template: code, table: key, rowId, from, task }: TaskChange, reason: string, today: string): WorkedOut {
  const template = at.templates.find((one) => one.code === code)
  const table = template && tableOf(template, key)
  if (!template || !table) throw new ProblemError('not-found')
  if (!periodsOf(template.regime.frequency, at.plan.year).includes(from))
    refuse('/change/from', { vi: 'Biểu này không có kỳ báo cáo đó.', en: 'The form has no such period.' })
  const own = inTable(at.assignments, code, key)
  const before = own.find((one) => one.rowId === rowId) ?? null
  if (!task) {
    if (!before) throw new ProblemError('not-found')
    return { before, after: askedFrom(before, from, null) }
  }
  const codes = new Set([...at.register.agencies, ...at.register.groups].map((one) => one.code))
  const stranger = task.assignedTo.find((one) => !codes.has(one))
  if (stranger !== undefined)
    refuse('/change/task/assignedTo', {
      vi: `Không có cơ quan hay nhóm mã "${stranger}".`,
      en: `There is no agency or group "${stranger}".`,
    })
  const context: CheckContext = {
    ...{ today, agency: at.register.agencies[0]?.code ?? '', period: from, register: at.register, plan: at.plan },
    ...{ prefill: { header: {}, rows: [] }, previous: null },
  }
  const asked = { values: readTexts(table, own, task.texts, context), assignedTo: task.assignedTo }
  if (before) return { before, after: askedFrom(before, from, asked) }
  const order = Math.max(0, ...own.map((one) => one.order)) + 1
  return { before, after: { template: code, table: key, rowId, ...asked, order, basis: reason, from } }
}

const same = (one: AskedRow['values'], other: AskedRow['values']): boolean => JSON.stringify(one) === JSON.stringify(other)

function effectOn({ register }: Known, { before, after }: WorkedOut, reports: readonly OpenReport[]): TaskEffect['reports'] {
  return reports.flatMap(({ id, agency, period, state }) => {
    const [was, is] = [before && askedIn(before, period), askedIn(after, period)]
    const has = (asked: AskedRow | null) =>
      asked !== null && membersOn(register, asked.assignedTo, periodRange(period).to).some(({ code }) => code === agency)
    const [had, holds] = [has(was), has(is)]
    const what = had && !holds ? 'loses' : !had && holds ? 'gains' : had && !same(was!.values, is!.values) ? 'changes' : null
    return what ? [{ obligation: id, agencyName: nameOf(register, agency), period, what, state }] : []
  })
}

export async function previewTask(parts: Parts, change: TaskChange): Promise<TaskEffect> {
  const asOf = await lastHappening(parts.db)
  const [at, reports] = await Promise.all([known(parts), readOpenReports(parts.db, change.template)])
  const worked = workOut(at, change, '', parts.clock.now().toISOString().slice(0, 10))
  const opened = new Set(reports.map(({ period }) => period))
  const frequency = at.templates.find(({ code }) => code === change.template)!.regime.frequency
  return {
    asOf,
    reports: effectOn(at, worked, reports),
    laterPeriods: periodsOf(frequency, at.plan.year).filter(
      (period) => !opened.has(period) && periodRange(period).from >= periodRange(change.from).from,
    ),
  }
}

export async function keepTask(parts: Parts, person: Person, { change, reason }: TaskToKeep, seen: Seen): Promise<void> {
  const subjectId = `${change.template}.${change.rowId}`
  const write = async (): Promise<Written<null>> => {
    const { before, after } = workOut(await known(parts), change, reason, parts.clock.now().toISOString().slice(0, 10))
    const action = change.task === null ? 'ended' : before ? 'changed' : 'created'
    return {
      statements: [writeAssignment(parts.db, after)],
      changes: [
        {
          ...({ subject: 'assignment', subjectId, action, reason } as const),
          before: before && { ...lastAsked(before), from: before.later?.at(-1)?.from ?? before.from ?? null },
          after: change.task === null ? { endsFrom: change.from } : { ...lastAsked(after), from: change.from },
        },
      ],
      result: null,
    }
  }
  await changeLogged(parts, person, write, { things: [{ subject: 'assignment', subjectId }], seen })
}
