// When people are reminded, and what each wants to get by mail.
import { Hono } from 'hono'
import { MailWish, ReminderChange, ReminderView } from '../../shared/reminder/reminder-setting.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { remindersNow, setReminders } from '../actions/reminder-setting.ts'
import type { AppEnv } from '../app-env.ts'
import { readMailWish, writeMailWish } from '../store/reminders.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

export const reminders = new Hono<AppEnv>()
  .get('/api/reminders', operation({ summary: 'When people are reminded', tag: 'admin', answer: ReminderView }), async (c) =>
    c.json(await remindersNow(c.env.parts)),
  )
  .put(
    '/api/reminders',
    operation({
      ...{ summary: 'Set when people are reminded', tag: 'admin', answer: ReminderView },
      ...{ headers: SEEN, problems: CHANGE_PROBLEMS },
    }),
    body(ReminderChange),
    async (c) => c.json(await setReminders(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .get('/api/me/mail', operation({ summary: 'What one gets by mail', tag: 'session', answer: MailWish }), async (c) =>
    c.json(await readMailWish(c.env.parts.db, c.get('person').id)),
  )
  .put(
    '/api/me/mail',
    operation({ summary: 'Choose what one gets by mail', tag: 'session', answer: MailWish, problems: ['bad-request'] }),
    body(MailWish),
    async (c) => {
      const wish = c.req.valid('json')
      await writeMailWish(c.env.parts.db, c.get('person').id, wish)
      return c.json(wish)
    },
  )
