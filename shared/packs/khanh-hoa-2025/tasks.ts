// The points of sections III and IV, with who leads and who coordinates, and the codes by
// which a report may name a task: a point, or an item of appendix I. Knows no forms.
import * as v from 'valibot'
import type { CodeList } from '../../plan.ts'
import { documentTitles } from '../../text/document-titles.ts'
import documents from './appendix-1.json' with { type: 'json' }
import data from './tasks.json' with { type: 'json' }

const Task = v.strictObject({
  clause: v.string(),
  /** The khoản it stands under. */
  heading: v.string(),
  text: v.string(),
  assignedTo: v.array(v.string()),
  coordinate: v.array(v.string()),
  basis: v.string(),
})

export const tasks = v.parse(v.array(Task), data)

/** Documents that the points name, with the point. */
export const namedDocuments = tasks.flatMap(({ clause, text }) => documentTitles(text).map((title) => ({ clause, title })))

/** The item of appendix I as reports name it. */
export const itemOf = (number: number): string => `PL1-${number}`

export const taskCodes: CodeList = {
  id: 'ma-nhiem-vu',
  entries: [...tasks.map(({ clause }) => clause), ...documents.map(({ number }) => itemOf(number))].map((task) => ({
    code: task.toLowerCase().replaceAll('.', '-').replace('đ', 'dd'),
    label: { vi: task, en: task },
  })),
}
