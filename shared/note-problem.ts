// Whether notes can be pinned where they are pinned: the place must be one of the
// form and of the submission. Says of the first that cannot which it is and why.
import type { Bilingual } from './bilingual.ts'
import type { Content } from './filing.ts'
import type { NewNote } from './review.ts'
import { fieldOf, type Template, tableOf } from './template.ts'

export interface NoteProblem extends Bilingual {
  /** Index in the list of notes. */
  readonly at: number
}

export function noteProblem(template: Template, content: Content, notes: readonly NewNote[]): NoteProblem | null {
  for (const [at, { place }] of notes.entries()) {
    const why = misplaced(template, content, place)
    if (why) return { at, vi: `Ý kiến ${at + 1}: ${why.vi}`, en: `Note ${at + 1}: ${why.en}` }
  }
  return null
}

function misplaced(template: Template, content: Content, { table: key, rowId, field }: NewNote['place']): Bilingual | null {
  if (field === null) return null
  if (key === null)
    return template.header.some((one) => one.key === field)
      ? null
      : {
          vi: `phần đầu biểu ${template.code} không có chỉ tiêu "${field}".`,
          en: `the header of ${template.code} has no field "${field}".`,
        }
  const table = tableOf(template, key)
  if (!table) return { vi: `biểu mẫu ${template.code} không có bảng "${key}".`, en: `form ${template.code} has no table "${key}".` }
  if (!fieldOf(table, field)) return { vi: `bảng "${key}" không có cột "${field}".`, en: `table "${key}" has no column "${field}".` }
  return content.rows.some((row) => row.table === key && row.id === rowId)
    ? null
    : { vi: `lần nộp này không có dòng "${rowId}" trong bảng "${key}".`, en: `the submission has no row "${rowId}" in table "${key}".` }
}
