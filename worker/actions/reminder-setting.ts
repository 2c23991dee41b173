// When people are reminded, as an admin sets it, in the log like everything that admins set.
import type { ReminderChange, ReminderSetting } from '../../shared/reminder/reminder-setting.ts'
import type { Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { readReminderSetting, writeReminderSetting } from '../store/reminders.ts'
import { changeLogged } from './log-change.ts'

export const setReminders = (parts: Parts, admin: Person, { setting, reason }: ReminderChange): Promise<ReminderSetting> =>
  changeLogged(parts, admin, async () => {
    const before = await readReminderSetting(parts.db)
    const same = JSON.stringify(before) === JSON.stringify(setting)
    return {
      statements: [writeReminderSetting(parts.db, setting)],
      changes: same ? [] : [{ subject: 'reminders', subjectId: 'reminders', action: 'set', before, after: setting, reason } as const],
      result: setting,
    }
  })
