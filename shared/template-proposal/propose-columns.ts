// The columns of a table of any form as fields of a draft: key, titles and their groups,
// type. What formulas say of them is said elsewhere.
import { address } from '../a1.ts'
import type { Bilingual } from '../bilingual.ts'
import type { CheckContext } from '../check-context.ts'
import { namesOtherUnits, unitOfLine, unitOfTitles } from '../takeover/money-unit.ts'
import type { HeaderRows } from '../takeover/their-header.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Field, FieldType } from '../template.ts'
import { fieldKey } from '../template-edit/field-key.ts'
import { addedColumns } from './added-columns.ts'
import { type Besides, columnBeside, demandedOf } from './column-beside.ts'
import { columnType, type Judged, widthOf } from './column-type.ts'
import { judgedTogether } from './columns-together.ts'
import { type Content, contentType } from './content-type.ts'
import { isSequenceTitle } from './find-table-headers.ts'
import type { Inferred } from './inferred.ts'
import { measureOfLine } from './measure-unit.ts'
import { typeOfFormats } from './number-format.ts'
import { type Hint, titleHint } from './title-hint.ts'

export interface ProposedColumn {
  /** Zero-based. */
  readonly column: number
  readonly field: Field
  readonly titles: readonly string[]
  readonly inferred: readonly Omit<Inferred, 'path' | 'sheet'>[]
}

/** Rows above a header in which a unit may stand. */
const UNIT_ABOVE = 8

/** In Vietnamese; what it says in English a person writes. */
export const vietnamese = (vi: string): Bilingual => ({ vi, en: '' })

const ASIDE = /\s*\([^()]*\)/g
const GENERAL = /^(?:tổng|tổng số|tổng cộng|trong đó|khác|cộng|số lượng|kế hoạch|thực hiện)$/iu

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
function isNumbering(sheet: TheirSheet, rows: readonly number[], column: number, titles: readonly string[]): boolean {
  const numbers = rows.map((row) => String(sheet.index.cell(row, column)?.value ?? '').trim())
  const isCalledSo = titles.some((title) => /^(?:mục|số mục|tt|số)$/iu.test(title.normalize('NFC')))
  if (isCalledSo && numbers.length > 0 && numbers.every((text) => /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|\p{L})[.)]?$/u.test(text))) return true
  return rows.length > 1 && numbers.every((text) => /^\d{1,3}(?:\.\d{1,3})*\.?$/.test(text)) && new Set(numbers).size === numbers.length
}

/** Blank cells of numbers stand also where words are asked for; as text are formatted also days. */
function contentOfFormats(formats: readonly string[], hint: Hint | null): Content | null {
  const type = hint?.type.kind === 'text' ? null : typeOfFormats(formats)
  return type && !(type.kind === 'text' && hint !== null) ? { type, mixed: false, cells: 1 } : null
}

/** "Đơn vị tính: người" above the table, where it is no money. */
function measureAbove(sheet: TheirSheet, { from }: HeaderRows): FieldType | null {
  for (let row = from - 1; row >= Math.max(0, from - UNIT_ABOVE); row--)
    for (const [column] of sheet.row(row)) {
      const type = measureOfLine(sheet.text(row, column))
      if (type) return type
    }
  return null
}

/** What a rule or a title demands is asked about where it is told. */
const SAID_ONCE = 0.9
const NUMBERING: Judged = { type: { kind: 'sequence', style: 'number' }, confidence: 0.85, why: 'values' }

/** What stands above and around the columns of one table. */
interface Around {
  readonly titled: ReadonlyMap<number, readonly string[]>
  /** "Đơn vị tính: triệu đồng", where money is counted. */
  readonly unitLine: string | null
  readonly besides: Besides
  /** The last row that may be its own, where nothing is filled yet. */
  readonly to: number
}

export function proposeColumns(
  sheet: TheirSheet,
  header: HeaderRows,
  rows: readonly number[],
  { titled, unitLine, besides, to }: Around,
  context: CheckContext,
): ProposedColumn[] {
  const taken = new Set<string>()
  const unitAbove = unitLine === null ? null : unitOfLine(unitLine)
  const unitOfAll = unitLine === null || namesOtherUnits(unitLine) ? null : unitAbove
  const seen = [...titled]
    .sort(([one], [other]) => one - other)
    .map(([column, titles], at) => {
      const hint = titleHint(titles, unitAbove, unitOfAll)
      const beside = columnBeside(besides, header, to, column)
      const content = contentType(sheet, rows, column, context) ?? contentOfFormats(beside.formats, hint)
      const numbering = at === 0 && hint === null && isNumbering(sheet, rows, column, titles)
      return { column, titles, hint, beside, content, judged: numbering ? NUMBERING : columnType(hint, content, unitOfAll) }
    })
  const last = Math.min(to, sheet.index.lastRow)
  const says = {
    ...{ unitAbove: unitOfAll, mixedUnits: unitAbove !== unitOfAll, measureAbove: measureAbove(sheet, header) },
    added: addedColumns(sheet, header.to + 1, last, titled),
  }
  const together = judgedTogether(seen, says)
  let named = false
  let numbered = false
  return seen.map(({ column, titles, beside }, at): ProposedColumn => {
    const said = together[at]!
    const demanded = demandedOf(beside, said, titles.at(-1)!, besides, context)
    const { type: judged, confidence } = demanded ?? said
    const isHidden = besides.aside?.hiddenColumns.has(column) ?? false
    const type = judged.kind === 'sequence' && isOutline(sheet, rows, column) ? { ...judged, style: 'outline' as const } : judged
    // A second running number begins another table beside this one, or numbers something else.
    const again = type.kind === 'sequence' && numbered
    numbered ||= type.kind === 'sequence'
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
      {
        code: 'type' as const,
        cell,
        found,
        confidence: thousands || again ? Math.min(confidence, 0.5) : demanded ? SAID_ONCE : confidence,
        ...(demanded ? {} : { why: said.why }),
      },
      ...(isHidden ? [{ code: 'hidden-column' as const, cell, found, confidence: 0.5 }] : []),
      ...(demanded ? [{ code: demanded.code, cell, found: demanded.found, confidence: demanded.confidence }] : []),
      ...(beside.help ? [{ code: 'help' as const, cell: beside.help.cell || cell, found: beside.help.text, confidence: 0.85 }] : []),
      ...(thousands ? [{ code: 'unit-thousand' as const, cell, found, confidence: 0.3 }] : []),
    ]
    return { column, field, titles, inferred }
  })
}
