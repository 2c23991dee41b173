// Public holidays and swapped working days as they were announced for whole Vietnam, general
// knowledge to be compared with the notice of each year: where an admin has set a year, that holds.
import * as v from 'valibot'
import { WorkCalendar, type WorkCalendars } from '../schedule/work-calendar.ts'
import calendars from './vietnam-calendars.json' with { type: 'json' }

export const vietnamCalendars: WorkCalendars = v.parse(v.array(WorkCalendar), calendars)
