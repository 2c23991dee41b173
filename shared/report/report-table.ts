// A table of a template with its rows as a printed table: numbered, header groups
// over several levels, figures as people in Vietnam read them, totals below.
import type { Names } from '../field/field.ts'
import { showValue } from '../field/field.ts'
import { isNumeric } from '../sheet/field-look.ts'
import type { Values } from '../tally.ts'
import type { Field, Table } from '../template.ts'
import type { HeadCell, TableBlock } from './document-layout.ts'

const NUMBER = 'TT'

/** Titles from the outermost group to the column's own. A heading over one column alone says nothing more than the column. */
function pathsOf(fields: readonly Field[]): string[][] {
  const heading = ({ group = [] }: Field, level: number) => group.slice(0, level + 1).map(({ vi }) => vi)
  const alone = (field: Field, level: number) =>
    fields.filter((other) => heading(other, level).join('\n') === heading(field, level).join('\n')).length === 1
  return fields.map((field) => [...(field.group ?? []).filter((_, level) => !alone(field, level)).map(({ vi }) => vi), field.title.vi])
}

/** In characters: at least as wide as the longest word of the title in bold, which must not be torn. */
const widthOf = (title: string, width: number): number => Math.max(width, ...title.split(/[ /]/).map((word) => 2.2 * word.length + 3))

/** Cells that begin in each level of the header; what has no group reaches down to the bottom. */
function headOf(fields: readonly Field[]): HeadCell[][] {
  const paths = pathsOf(fields)
  const depth = Math.max(...paths.map(({ length }) => length))
  const levels = Array.from({ length: depth }, (_, level) => {
    const cells: HeadCell[] = []
    for (let at = 0; at < paths.length; ) {
      const path = paths[at]!
      const isTitle = level === path.length - 1
      const above = path.slice(0, level + 1).join('\n')
      let end = at + 1
      while (!isTitle && end < paths.length && paths[end]!.length > level + 1 && paths[end]!.slice(0, level + 1).join('\n') === above) end++
      if (level < path.length) cells.push({ text: path[level]!, columns: end - at, rows: isTitle ? depth - level : 1 })
      at = end
    }
    return cells
  })
  return levels.map((cells, level) => (level === 0 ? [{ text: NUMBER, columns: 1, rows: depth }, ...cells] : cells))
}

const alignOf = ({ type }: Field, at: number): 'left' | 'center' | 'right' =>
  isNumeric(type)
    ? 'right'
    : at === 0
      ? 'left'
      : type.kind === 'choice' || type.kind === 'date' || type.kind === 'period'
        ? 'center'
        : 'left'

/** The column says that it is a percentage; the sign need not stand in every cell. */
const cellOf = (field: Field, values: Values, names: Names): string => {
  const shown = showValue(field.type, values[field.key] ?? null, 'vi', names)
  return field.type.kind === 'percent' ? shown.replace(/%$/, '') : shown
}

/** `totals` by field key, left out where nothing adds up; `without` are columns that only machines need. */
export function reportTable(
  table: Table,
  rows: readonly Values[],
  names: Names,
  { remark, totals, without = [] }: { remark?: string; totals?: Values; without?: readonly string[] } = {},
): TableBlock {
  const fields = table.fields.filter(({ key }) => !without.includes(key))
  const widths = fields.map(({ title, width }) => widthOf(title.vi, width))
  const first = widthOf(NUMBER, 0)
  const width = widths.reduce((sum, one) => sum + one, first)
  const lines = rows.map((values, at) => ({
    cells: [String(at + 1), ...fields.map((field) => cellOf(field, values, names))],
    total: false,
  }))
  const last = totals && {
    cells: ['', ...fields.map((field, at) => (at === 0 ? 'TỔNG CỘNG' : cellOf(field, totals, names)))],
    total: true,
  }
  return {
    kind: 'table',
    ...(remark === undefined ? {} : { remark }),
    columns: [
      { share: first / width, align: 'center' },
      ...fields.map((field, at) => ({ share: widths[at]! / width, align: alignOf(field, at) })),
    ],
    head: headOf(fields),
    rows: last ? [...lines, last] : lines,
  }
}
