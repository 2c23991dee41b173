// An admin gives single agencies longer for a report, until a day and with a reason, and
// takes it back. Both stand in the audit.
import { startOfDayInVietnam } from '../../shared/clock.ts'
import { obligationId } from '../../shared/obligation.ts'
import type { ExtensionGrant, ExtensionList } from '../../shared/schedule/extension.ts'
import { addDays } from '../../shared/schedule/work-calendar.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastHappening } from '../store/events.ts'
import { extensionStatements, readExtensions, revokeStatements } from '../store/extensions.ts'
import { readObligation } from '../store/obligations.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'
import { refuse } from './review.ts'

export async function extensionList({ db }: Parts): Promise<ExtensionList> {
  const asOf = await lastHappening(db)
  return { asOf, extensions: await readExtensions(db) }
}

/** Something late may still be sent for as long after the new day as after the old one, at least. */
export async function extend(
  parts: Parts,
  person: Person,
  { template, period, agencies, until, reason }: ExtensionGrant,
  seen: Seen,
): Promise<ExtensionList> {
  const { db, clock } = parts
  const write = async (): Promise<Written<null>> => {
    const now = clock.now().toISOString()
    const dueAt = startOfDayInVietnam(addDays(until, 1)).toISOString()
    const found = await Promise.all(agencies.map((agency) => readObligation(db, obligationId(template, period, agency))))
    const obligations = found.map((obligation, at) => {
      const pointer = `/agencies/${at}`
      if (!obligation)
        refuse(pointer, {
          vi: `Cơ quan mã "${agencies[at]}" không có báo cáo này trong kỳ.`,
          en: `Agency "${agencies[at]}" does not owe this report for the period.`,
        })
      if (dueAt <= (obligation.dates.extendedFrom ?? obligation.dates.dueAt) || dueAt <= now)
        refuse('/until', {
          vi: 'Ngày gia hạn phải sau hạn nộp hiện tại và chưa qua.',
          en: 'The day must be later than the due day, and must not be over.',
        })
      return obligation
    })
    return {
      statements: obligations.flatMap(({ id, dates }) => {
        const lateMs = Date.parse(dates.locksAt) - Date.parse(dates.dueAt)
        const locksAt = new Date(Date.parse(dueAt) + Math.max(0, lateMs)).toISOString()
        return extensionStatements(db, { obligationId: id, until, reason, dueAt, locksAt, at: now, by: person.id })
      }),
      changes: obligations.map(({ id, dates }) => ({
        ...({ subject: 'extension', subjectId: id, action: 'granted', reason } as const),
        ...{ before: { dueAt: dates.dueAt }, after: { dueAt, until } },
      })),
      result: null,
    }
  }
  const things = agencies.map((agency) => ({ subject: 'extension' as const, subjectId: obligationId(template, period, agency) }))
  await changeLogged(parts, person, write, { things, seen })
  return extensionList(parts)
}

export async function revokeExtension(parts: Parts, person: Person, id: string, reason: string, seen: Seen): Promise<ExtensionList> {
  const write = async (): Promise<Written<null>> => {
    const obligation = await readObligation(parts.db, id)
    const { extendedFrom, dueAt } = obligation?.dates ?? {}
    if (!obligation || extendedFrom === undefined) throw new ProblemError('not-found')
    return {
      statements: revokeStatements(parts.db, id),
      changes: [{ subject: 'extension', subjectId: id, action: 'revoked', before: { dueAt }, after: { dueAt: extendedFrom }, reason }],
      result: null,
    }
  }
  await changeLogged(parts, person, write, { things: [{ subject: 'extension', subjectId: id }], seen })
  return extensionList(parts)
}
