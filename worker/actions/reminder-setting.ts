// When people are reminded, as an admin sets it, in the log like everything that admins set.
import type { ReminderChange, ReminderView } from '../../shared/reminder/reminder-setting.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { lastHappening } from '../store/events.ts'
import { readReminderSetting, writeReminderSetting } from '../store/reminders.ts'
import type { Seen } from './changed-meanwhile.ts'
import { changeLogged, type Written } from './log-change.ts'

export async function remindersNow({ db }: Parts): Promise<ReminderView> {
  const asOf = await lastHappening(db)
  return { asOf, setting: await readReminderSetting(db) }
}

const THE_SETTING = { subject: 'reminders', subjectId: 'reminders' } as const

export async function setReminders(parts: Parts, admin: Person, { setting, reason }: ReminderChange, seen: Seen): Promise<ReminderView> {
  const write = async (): Promise<Written<null>> => {
    const before = await readReminderSetting(parts.db)
    const same = JSON.stringify(before) === JSON.stringify(setting)
    return {
      statements: [writeReminderSetting(parts.db, setting)],
      changes: same ? [] : [{ ...THE_SETTING, action: 'set', before, after: setting, reason }],
      result: null,
    }
  }
  await changeLogged(parts, admin, write, { things: [THE_SETTING], seen })
  return remindersNow(parts)
}
