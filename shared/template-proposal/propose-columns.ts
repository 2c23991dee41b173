// The columns of a table of any form as fields of a draft: key, titles and their groups,
// type. What formulas say of them is said elsewhere.
import { address } from '../a1.ts'
import type { Bilingual } from '../bilingual.ts'
import type { CheckContext } from '../check-context.ts'
import { isYear } from '../takeover/may-be-titles.ts'
import { type MoneyUnit, unitOfTitles } from '../takeover/money-unit.ts'
import { type HeaderRows, titlesAbove } from '../takeover/their-header.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Field } from '../template.ts'
import { fieldKey } from '../template-edit/field-key.ts'
import { type Besides, columnBeside, demandedOf } from './column-beside.ts'
import { columnType, type Judged, widthOf } from './column-type.ts'
import { contentType } from './content-type.ts'
import { isSequenceTitle } from './find-table-headers.ts'
import type { Inferred } from './inferred.ts'
import { typeOfFormats } from './number-format.ts'
import { titleHint } from './title-hint.ts'

export interface ProposedColumn {
  /** Zero-based. */
  readonly column: number
  readonly field: Field
  readonly titles: readonly string[]
  readonly inferred: readonly Omit<Inferred, 'path' | 'sheet'>[]
}

/** In Vietnamese; what it says in English a person writes. */
export const vietnamese = (vi: string): Bilingual => ({ vi, en: '' })

const ASIDE = /\s*\([^()]*\)/g
const GENERAL = /^(?:tổng|tổng số|tổng cộng|trong đó|khác|cộng|số lượng|kế hoạch|thực hiện)$/iu

/** "Đơn", "vị", "tính" below each other: one title, typed into several cells. */
function joined(path: readonly string[]): string[] {
  const whole: string[] = []
  for (const part of path) {
    if (whole.length > 0 && /^\p{Ll}/u.test(part)) whole.push(`${whole.pop()} ${part}`)
    else whole.push(part)
  }
  return whole
}

/** Titles by column; a year typed as a number is a title too. */
export function titlesOf(sheet: TheirSheet, header: HeaderRows): Map<number, string[]> {
  const isMerged = sheet.merges.some(({ from }) => from.row >= header.from && from.row <= header.to)
  const found = titlesAbove(sheet, header)
  const titles = isMerged ? found : new Map([...found].map(([column, path]) => [column, joined(path)]))
  for (let row = header.from; row <= header.to; row++)
    for (const [column, { value }] of sheet.row(row)) if (isYear(value)) titles.set(column, [...(titles.get(column) ?? []), String(value)])
  return titles
}

function keyOf(titles: readonly string[], taken: ReadonlySet<string>): string {
  const [leaf = '', group = ''] = titles.toReversed().map((title) => title.replace(ASIDE, '').trim())
  if (isSequenceTitle(leaf) && !taken.has('stt')) return 'stt'
  const own = fieldKey(leaf, taken)
  const isFree = own === fieldKey(leaf, new Set())
  return group !== '' && (GENERAL.test(leaf) || !isFree) ? fieldKey(`${group} ${leaf}`, taken) : own
}

/** `1`, `1.1`, `I`, `a)`: numbers with levels. */
const isOutline = (sheet: TheirSheet, rows: readonly number[], column: number): boolean =>
  rows.some((row) => /^(?:\d+(?:\.\d+)+|[IVX]+|[a-z]\)?)\.?$/.test(sheet.text(row, column)))

/** Whatever it is called, a first column in which every row has a number of its own numbers the rows. */
function isNumbering(sheet: TheirSheet, rows: readonly number[], column: number): boolean {
  const numbers = rows.map((row) => String(sheet.index.cell(row, column)?.value ?? '').trim())
  return rows.length > 1 && numbers.every((text) => /^\d{1,3}(?:\.\d{1,3})*\.?$/.test(text)) && new Set(numbers).size === numbers.length
}

const NUMBERING: Judged = { type: { kind: 'sequence', style: 'number' }, confidence: 0.85 }

export function proposeColumns(
  sheet: TheirSheet,
  header: HeaderRows,
  rows: readonly number[],
  unitAbove: MoneyUnit | null,
  { besides, to }: { readonly besides: Besides; readonly to: number },
  context: CheckContext,
): ProposedColumn[] {
  const taken = new Set<string>()
  const titled = [...titlesOf(sheet, header)].sort(([one], [other]) => one - other)
  let named = false
  return titled.map(([column, titles], at): ProposedColumn => {
    const hint = titleHint(titles, unitAbove)
    const beside = columnBeside(besides, header, to, column)
    // Blank cells of numbers stand also where words are asked for.
    const format = hint?.type.kind === 'text' ? null : typeOfFormats(beside.formats)
    const content = contentType(sheet, rows, column, context) ?? (format && { type: format, mixed: false, cells: 1 })
    const numbering = at === 0 && hint === null && isNumbering(sheet, rows, column)
    const said = numbering ? NUMBERING : columnType(hint, content, unitAbove)
    const demanded = demandedOf(beside, said, titles.at(-1)!, besides, context)
    const { type: judged, confidence } = demanded ?? said
    const type = judged.kind === 'sequence' && isOutline(sheet, rows, column) ? { ...judged, style: 'outline' as const } : judged
    const key = keyOf(titles, taken)
    taken.add(key)
    // The first column that says something in words names the row.
    const names = !named && type.kind === 'text'
    named ||= names
    const cell = address(header.to, column)
    const found = titles.join(' > ')
    const unit = unitOfTitles(titles) ?? unitAbove
    const thousands = type.kind === 'money' && unit === 'nghin'
    const summed = type.kind === 'money' || type.kind === 'integer' || type.kind === 'decimal'
    const field: Field = {
      ...{ key, title: vietnamese(titles.at(-1)!), type, source: type.kind === 'sequence' ? 'carried' : 'input', required: names },
      ...{ nilAllowed: false, width: widthOf(type) },
      ...(beside.help ? { help: vietnamese(beside.help.text) } : {}),
      ...(titles.length > 1 ? { group: titles.slice(0, -1).map(vietnamese) } : {}),
      ...(type.kind === 'sequence'
        ? {}
        : summed
          ? { aggregation: { by: 'sum' } }
          : type.kind === 'text'
            ? { aggregation: { by: 'append' } }
            : {}),
    }
    const inferred = [
      { code: 'type' as const, cell, found, confidence: thousands ? Math.min(confidence, 0.5) : confidence },
      ...(demanded ? [{ code: demanded.code, cell, found: demanded.found, confidence: demanded.confidence }] : []),
      ...(beside.help ? [{ code: 'help' as const, cell: beside.help.cell || cell, found: beside.help.text, confidence: 0.85 }] : []),
      ...(thousands ? [{ code: 'unit-thousand' as const, cell, found, confidence: 0.3 }] : []),
    ]
    return { column, field, titles, inferred }
  })
}
