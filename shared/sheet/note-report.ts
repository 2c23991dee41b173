// The receiver's notes that wait for an answer as a sheet that lists them and as notes at
// their cells in the form that is handed out. Knows no file.

import { parseAddress } from '../a1.ts'
import type { Prefill } from '../filing.ts'
import { namedPlace } from '../note-place.ts'
import type { Note } from '../review.ts'
import type { Template } from '../template.ts'
import { isMark, NAME_PREFIX, parseKeysMark } from './anchors.ts'
import type { FindingMark, FindingReport, ReportLine } from './finding-report.ts'
import type { WorkbookLayout } from './sheet-layout.ts'

const TITLE = 'Ý kiến của nơi nhận'
const HEAD = ['STT', 'Ai', 'Ô', 'Cột', 'Ý kiến', 'Dòng']
const summary = (count: number) =>
  `${count} ý kiến cần trả lời. Bấm vào ô để tới chỗ cần sửa. Sửa xong thì tải tệp này lên; câu trả lời cho từng ý kiến ghi trên trang web khi tải lên.`

/** Where a place of the form stands in a drawn one; null where its row or column is not in it. */
function cellIn({ sheets, names }: WorkbookLayout, { table, rowId, field }: Note['place']): string | null {
  const form = sheets[0]
  if (!form || field === null) return null
  if (table === null) {
    const head = names.find(({ name }) => name.startsWith(`${NAME_PREFIX}head_`) && name.endsWith(`_${field}`))
    return head ? (/!\$?([A-Z]+)\$?(\d+)/.exec(head.ref)?.slice(1, 3).join('') ?? null) : null
  }
  const rowOf = (at: string) => parseAddress(at)?.row
  const keys = form.cells.find(({ value }) => typeof value === 'string' && isMark(value) && parseKeysMark(value)?.table === table)
  const from = keys && rowOf(keys.at)
  if (from === undefined) return null
  const column = form.cells.find(({ at, value }) => value === field && rowOf(at) === from)?.at.replace(/\d+$/, '')
  const row = form.cells.find(({ at, value }) => value === rowId && parseAddress(at)?.column === 0 && (rowOf(at) ?? 0) > from)
  return column && row ? `${column}${rowOf(row.at)! + 1}` : null
}

export function noteReport(layout: WorkbookLayout, template: Template, rows: Prefill['rows'], notes: readonly Note[]): FindingReport {
  const sheet = layout.sheets[0]?.name ?? ''
  const placed = notes.map((note) => ({
    note,
    cell: cellIn(layout, note.place),
    named: namedPlace(
      template,
      rows.map((row) => ({ ...row, carried: true })),
      note.place,
    ),
  }))
  const marks = new Map<string, FindingMark>()
  for (const { note, cell } of placed) {
    if (cell === null) continue
    const sentences = [...(marks.get(cell)?.sentences ?? []), `${note.writtenBy}: ${note.text}`]
    marks.set(cell, { cell, severity: 'info', sentences })
  }
  return {
    sheetName: TITLE,
    title: `${TITLE} · ${sheet}`,
    summary: summary(notes.length),
    head: HEAD,
    lines: placed.map(
      ({ note, cell, named }): ReportLine => ({
        severity: note.writtenBy,
        target: cell === null ? null : { sheet, cell },
        label: named.label?.vi ?? '',
        sentence: note.text,
        fix: named.row ?? '',
      }),
    ),
    marks: [...marks.values()],
  }
}
