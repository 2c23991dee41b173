// A template draft from a form that exists as a workbook and that nobody tuned to, with all
// that was inferred: a person confirms what is not sure. The regime is hers to write.
import { address } from '../a1.ts'
import type { Bilingual } from '../bilingual.ts'
import type { CheckContext } from '../check-context.ts'
import type { CodeList } from '../plan.ts'
import type { Grid } from '../sheet/grid.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { HeaderField, Table, Template } from '../template.ts'
import { blankTemplate } from '../template-edit/blank-template.ts'
import { fieldKey } from '../template-edit/field-key.ts'
import { foldBare } from '../text/fold.ts'
import { MOST_TABLES } from './find-table-headers.ts'
import { type FormSheet, formSheets } from './form-sheets.ts'
import type { Inferred } from './inferred.ts'
import { type Line, linesAbove } from './lines-above.ts'
import { vietnamese } from './propose-columns.ts'
import { type ProposedTable, proposeTable } from './propose-table.ts'
import { signersBelow } from './signers.ts'

export interface TemplateProposal {
  readonly template: Template
  readonly inferred: readonly Inferred[]
  /** Lists of its drop-downs that the plan does not have. */
  readonly lists: readonly CodeList[]
}

/** Cells that the product brings to every form. */
const BROUGHT = /^(?:(?:ten )?(?:don vi|co quan)(?: bao cao)?|ky(?: bao cao)?|thang|quy|nguoi lap(?: bieu)?)$/

function headerFields(labels: readonly Line[], before: readonly HeaderField[]): { field: HeaderField; line: Line }[] {
  const taken = new Set(before.map(({ key }) => key))
  return labels.flatMap((line) => {
    const title = line.text.split(':')[0]!.trim()
    if (BROUGHT.test(foldBare(title))) return []
    const key = fieldKey(title, taken)
    taken.add(key)
    const type = /^(?:ngày|thời điểm)/iu.test(title) ? { kind: 'date' as const } : { kind: 'text' as const, maxLength: 200 }
    return [{ line, field: { key, title: vietnamese(title), type, source: 'input' as const, required: false } }]
  })
}

/** The title proper: what is neither the number of the appendix nor what it goes with. */
function titleOf(titles: readonly Line[]): string {
  const said = titles.filter(
    ({ text }) => !text.startsWith('(') && !/^(?:phụ lục|biểu|mẫu)(?: số)?(?: biểu)?\s*[:.]?\s*\S{0,8}$/iu.test(text),
  )
  return (said.length > 0 ? said : titles).map(({ text }) => text).join(' ')
}

/** What a row is, by the column that names it. */
function grainOf(table: Table | undefined): Bilingual {
  const named = table?.fields.find(({ type, required }) => type.kind === 'text' && required)?.title.vi ?? ''
  const plain = named.replace(/^(?:tên|danh mục|nội dung)\s+(?=\p{L})/iu, '').trim()
  return plain === '' ? { vi: '', en: '' } : vietnamese(`Mỗi dòng là một ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`)
}

/** Null where no sheet has a table. */
export function proposeTemplate(grid: Grid, code: string, context: CheckContext): TemplateProposal | null {
  const { sheets: read, left, lists, isFull } = formSheets(grid, context.plan.lists)
  const [first] = read
  if (!first) return null
  const above = linesAbove(first.sheet, 0, first.headers[0]!.from)
  const many = read.reduce((sum, { headers }) => sum + headers.length, 0) > 1
  const tables: (ProposedTable & { heading: Line | null; sheet: string })[] = []
  for (const { sheet, headers, besides } of read)
    for (const [at, header] of headers.entries()) {
      const begins = at === 0 ? 0 : headers[at - 1]!.to + 1
      const place = {
        key: tables.length === 0 ? 'main' : `bang_${tables.length + 1}`,
        below: headers[at + 1]?.from ?? sheet.index.lastRow + 1,
        ...{ besides, to: (headers[at + 1]?.from ?? Number.POSITIVE_INFINITY) - 1 },
        ...{ code, ruleIds: new Set(tables.flatMap(({ table }) => table.rules.map(({ id }) => id))) },
      }
      tables.push({
        ...proposeTable(sheet, header, place, context),
        heading: many ? headingOf(sheet, begins, header.from, sheet === first.sheet && headers.length > 1 ? above.titles : []) : null,
        sheet: sheet.name,
      })
    }
  const title = titleOf(above.titles)
  const signing = signersBelow(read.at(-1)!.sheet, tables.at(-1)!.last + 1)
  const headings = new Set(tables.flatMap(({ heading, sheet }) => (sheet === first.sheet.name && heading ? [heading.cell] : [])))
  const titleLines = above.titles.filter(({ cell }) => !headings.has(cell) || above.titles.length === 1)
  const blank = blankTemplate(code, vietnamese(title))
  const fields = headerFields(above.labels, blank.header)
  const guidance = above.notes.filter(({ cell }) => !headings.has(cell)).map(({ text }) => text)
  const template: Template = {
    ...blank,
    grain: grainOf(tables[0]?.table),
    titleLines: titleLines.map(({ text }) => vietnamese(text)),
    regime: { ...blank.regime, guidance: vietnamese(guidance.join('\n')) },
    header: [...blank.header, ...fields.map(({ field }) => field)],
    tables: tables.map(({ table, heading }, at) => (many ? { ...table, title: vietnamese(heading?.text ?? `Bảng ${at + 1}`) } : table)),
    signature: signing?.signature ?? blank.signature,
  }
  const on = { sheet: first.sheet.name }
  const inferred: Inferred[] = [
    { ...on, code: 'title', path: ['title'], cell: above.titles[0]?.cell ?? 'A1', found: title, confidence: title === '' ? 0 : 0.85 },
    ...above.notes
      .filter(({ cell }) => !headings.has(cell))
      .slice(0, 1)
      .map((line) => ({ ...on, code: 'note' as const, path: ['regime', 'guidance'], cell: line.cell, found: line.text, confidence: 0.6 })),
    ...fields.map(({ line }, at) => ({
      ...{
        ...on,
        code: 'header-field' as const,
        path: ['header', blank.header.length + at],
        cell: line.cell,
        found: line.text,
        confidence: 0.6,
      },
    })),
    ...(isFull ? [tablesLeft(read.at(-1)!)] : []),
    ...left.map((sheet) => ({ code: 'sheet-left' as const, path: ['tables'], sheet, cell: 'A1', found: sheet, confidence: 0.6 })),
    ...read.flatMap(({ sheet, besides }) =>
      besides.aside?.more
        ? [{ code: 'rules-left' as const, path: ['tables'], sheet: sheet.name, cell: 'A1', found: '', confidence: 0.5 }]
        : [],
    ),
    ...read.flatMap(({ hidden, sheet }) =>
      hidden
        ? [{ code: 'hidden' as const, path: ['tables'], sheet: sheet.name, cell: hidden.cell, found: hidden.text, confidence: 0.5 }]
        : [],
    ),
    ...tables.flatMap(({ inferred: own, heading, sheet }, at) => [
      ...(many
        ? [
            {
              code: 'table-title' as const,
              path: ['tables', at, 'title'],
              sheet,
              cell: heading?.cell ?? 'A1',
              found: heading?.text ?? '',
              confidence: heading ? 0.8 : 0.3,
            },
          ]
        : []),
      ...own.map((one) => ({ ...one, path: ['tables', at, ...one.path] })),
    ]),
    {
      ...{ code: 'signature', path: ['signature'], sheet: read.at(-1)!.sheet.name, cell: signing?.cell ?? 'A1' },
      ...{ found: signing?.found ?? '', confidence: signing ? 0.85 : 0.3 },
    },
  ]
  return { template, inferred, lists: lists.lists }
}

/** Where reading stopped. */
const tablesLeft = ({ sheet, headers }: FormSheet): Inferred => ({
  ...{ code: 'tables-left', path: ['tables'], sheet: sheet.name, cell: address(headers.at(-1)!.from, 0) },
  ...{ found: String(MOST_TABLES), confidence: 0.3 },
})

const LONGEST_HEADING = 120

/** The line right above a table, where it is no part of the heading of the whole. */
function headingOf(sheet: TheirSheet, from: number, to: number, titles: readonly Line[]): Line | null {
  const { titles: own, notes } = linesAbove(sheet, from, to)
  const lines = [...own, ...notes].filter(({ text }) => text.length <= LONGEST_HEADING && !text.startsWith('('))
  const nearest = lines.sort((one, other) => Number(other.cell.replace(/\D/g, '')) - Number(one.cell.replace(/\D/g, '')))[0]
  return nearest && !(nearest.cell === titles[0]?.cell && titles.length === 1) ? nearest : null
}
