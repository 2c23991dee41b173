// When people are reminded, as an admin sets it, and what each person wants to get. Knows
// neither who is reminded nor of what.
import * as v from 'valibot'

const days = (least: number) =>
  v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(60))),
    v.maxLength(10),
    v.transform((all) => [...new Set(all)].toSorted((a, b) => a - b)),
  )

export const ReminderSetting = v.strictObject({
  on: v.boolean(),
  /** Days before the last day on time; 0 is that day itself. */
  before: days(0),
  /** Days after it; of what was returned or waits for a signature, days since. */
  after: days(1),
  /** The hour in Asia/Ho_Chi_Minh before which no mail is made. */
  hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
})
export type ReminderSetting = v.InferOutput<typeof ReminderSetting>

/** Until an admin has set anything. */
export const FIRST_REMINDERS: ReminderSetting = { on: true, before: [0, 1, 3], after: [1, 3, 7], hour: 7 }

/** As it stands. */
export const ReminderView = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  setting: ReminderSetting,
})
export type ReminderView = v.InferOutput<typeof ReminderView>

export const ReminderChange = v.strictObject({
  setting: ReminderSetting,
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
})
export type ReminderChange = v.InferOutput<typeof ReminderChange>

/** What a person gets: Vietnamese, or English beside it; and whether reminders at all. */
export const MailWish = v.strictObject({ language: v.picklist(['vi', 'en']), reminded: v.boolean() })
export type MailWish = v.InferOutput<typeof MailWish>
