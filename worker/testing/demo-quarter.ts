// Files the demonstration's quarter through the product's own actions, step by step in the
// order of time: what is sent, taken back, sent back and sent again. Writes no row by itself.
import type { Filing } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { isOpen } from '../../shared/review.ts'
import type { Person } from '../../shared/wire.ts'
import { openCase } from '../actions/case.ts'
import { checkFiling } from '../actions/check-filing.ts'
import { openObligations } from '../actions/open-obligations.ts'
import { review } from '../actions/review.ts'
import { sign } from '../actions/sign.ts'
import { bodyHashOf, submit } from '../actions/submit.ts'
import { submissionView } from '../actions/view-submissions.ts'
import { withdraw } from '../actions/withdraw.ts'
import type { Parts } from '../parts.ts'
import { notesOf } from '../store/notes.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { readSubmission } from '../store/submissions.ts'
import { demoFiling } from './demo-filing.ts'
import { slipsOf, withSlips } from './demo-slips.ts'
import { AFTERWARDS, CORRECTED, LATE, LEFT_RETURNED, MISSING, MONTHS, QUARTERS, RETURNED, WITHDRAWN } from './demo-story.ts'

export interface DemoWorld {
  /** The product's parts with the clock at an instant. */
  partsAt(now: Date): Parts
  /** Somebody who files for the agency. */
  filerOf(agency: string): Promise<Person>
  /** The head of an agency. */
  signerOf(agency: string): Promise<Person>
  /** Who sends back. */
  readonly aggregator: Person
  say(done: number, all: number): void
}

interface Step {
  readonly at: Date
  readonly obligation: Obligation
  readonly does: 'submit' | 'submit-again' | 'return' | 'withdraw'
}

const HOUR_MS = 3_600_000
/** A few rows each: sent as soon as they are written. */
const SHORT: readonly string[] = ['PL1', 'RAQUET']

/** Spread over the days before the report is due, in office hours; the same for the same agency. */
function usualTime({ dates: { dueAt } }: Obligation, position: number, more: number): Date {
  const daysBefore = 1 + ((position * 5 + more) % 8)
  return new Date(
    Date.parse(dueAt) - daysBefore * 24 * HOUR_MS + (8 + (position % 7)) * HOUR_MS + ((position * 37 + more * 11) % 60) * 60_000,
  )
}

function stepsOf(obligation: Obligation, position: number, more: number): Step[] {
  const { id, dates } = obligation
  if (MISSING.includes(id)) return []
  const usual = usualTime(obligation, position, more)
  const afterDue = new Date(Date.parse(dates.dueAt) + (24 * (1 + (position % 2)) + 8 + (position % 8)) * HOUR_MS)
  // In the afternoon of the last day.
  const sentBackAt = new Date(Date.parse(dates.dueAt) - 8 * HOUR_MS)
  const hoursLater = (hours: number) => new Date(usual.getTime() + hours * HOUR_MS)
  const first: Step = { at: LATE.includes(id) ? afterDue : usual, obligation, does: 'submit' }
  if (RETURNED.includes(id))
    return [first, { at: sentBackAt, obligation, does: 'return' }, { at: afterDue, obligation, does: 'submit-again' }]
  if (LEFT_RETURNED.includes(id)) return [first, { at: sentBackAt, obligation, does: 'return' }]
  if (WITHDRAWN.includes(id))
    return [first, { at: hoursLater(1), obligation, does: 'withdraw' }, { at: hoursLater(2), obligation, does: 'submit-again' }]
  if (CORRECTED.includes(id)) return [first, { at: hoursLater(5), obligation, does: 'submit-again' }]
  return [first]
}

async function takeBack(world: DemoWorld, { at, obligation }: Step, submissionId: string): Promise<void> {
  const parts = world.partsAt(at)
  const submission = await readSubmission(parts.db, submissionId)
  if (submission) await withdraw(parts, await world.filerOf(obligation.agency), obligation, submission)
}

async function sendBack(world: DemoWorld, { at }: Step, submissionId: string): Promise<void> {
  const parts = world.partsAt(at)
  const submission = await readSubmission(parts.db, submissionId)
  if (!submission) throw new Error(`${submissionId} is not there`)
  const { content } = await submissionView(parts, submission)
  const row = content.rows.find(({ values }) => values.trang_thai === 'dang-thuc-hien') ?? content.rows[0]
  const place = { table: row?.table ?? null, rowId: row?.id ?? null, field: row ? 'ket_qua' : null }
  const notes = [{ place, text: 'Ghi rõ kết quả bằng số liệu, sản phẩm cụ thể trong kỳ.' }]
  await review(parts, world.aggregator, submission, { verdict: 'returned', notes, resolves: [] }, `return ${submissionId}`)
}

/** Where the head of an agency signs, the report is signed an hour after it was prepared. */
async function signed(world: DemoWorld, { at, obligation }: Step, submissionId: string): Promise<void> {
  const parts = world.partsAt(new Date(at.getTime() + HOUR_MS))
  const submission = await readSubmission(parts.db, submissionId)
  if (submission?.lastEvent !== 'prepared') return
  await sign(parts, await world.signerOf(obligation.agency), obligation, submission, { verdict: 'signed' }, `sign ${submissionId}`)
}

/** Somebody is at it for some hours, and checks now and then. */
async function checkBefore(world: DemoWorld, { at, obligation }: Step, right: Filing): Promise<void> {
  const position = [...obligation.agency].reduce((sum, sign) => sum + sign.charCodeAt(0), Number(obligation.period.slice(-1)))
  for (let left = slipsOf(position); left > 0; left--) {
    const parts = world.partsAt(new Date(at.getTime() - left * (1 + (position % 9)) * HOUR_MS))
    await checkFiling(parts, obligation, withSlips(right, position, left))
  }
}

async function send(world: DemoWorld, step: Step): Promise<string> {
  const { at, obligation, does } = step
  const parts = world.partsAt(at)
  const plain = demoFiling(await openCase(parts, obligation), does === 'submit-again' ? 2 : 1)
  const open = (await notesOf(parts.db, obligation.id)).filter(isOpen)
  const filing = { ...plain, answers: Object.fromEntries(open.map(({ id }) => [id, 'Đã bổ sung số liệu.'])) }
  const person = await world.filerOf(obligation.agency)
  if (does === 'submit' && !SHORT.includes(obligation.template)) await checkBefore(world, step, plain)
  const receipt = await submit(parts, {
    ...{ person, obligation, filing, originalHash: null, bodyHash: await bodyHashOf(obligation, { filing }) },
    idempotencyKey: `${obligation.id} ${does}`,
  })
  await signed(world, step, receipt.submissionId)
  return receipt.submissionId
}

/** Resolves with how many submissions were made. `only`: of these agencies. */
export async function fileDemoQuarter(world: DemoWorld, only: readonly string[] | null = null): Promise<number> {
  const start = world.partsAt(new Date(AFTERWARDS))
  await openObligations(start)
  const templates = ['THANG', 'PL2', 'PL3'].flatMap((template) => MONTHS.map((period) => ({ template, period: period as string })))
  const wanted = [
    ...templates,
    ...QUARTERS.map((period) => ({ template: 'CHITIEU', period: period as string })),
    ...MONTHS.map((period) => ({ template: 'PL1', period: period as string })),
    { template: 'RAQUET', period: '2025-H1' },
  ]
  const steps: Step[] = []
  for (const [more, { template, period }] of wanted.entries())
    for (const [position, obligation] of (await obligationsOfTemplate(start.db, template, period)).entries())
      if (only === null || only.includes(obligation.agency)) steps.push(...stepsOf(obligation, position, more))
  steps.sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = new Map<string, string>()
  let made = 0
  for (const [index, step] of steps.entries()) {
    const before = last.get(step.obligation.id)
    if (step.does === 'withdraw' && before) await takeBack(world, step, before)
    else if (step.does === 'return' && before) await sendBack(world, step, before)
    else {
      last.set(step.obligation.id, await send(world, step))
      made++
    }
    world.say(index + 1, steps.length)
  }
  return made
}
