// Forms that are given as templates and mean harm: right as files, but wide, tall or crooked enough
// to keep whoever thinks about each column busy. Each with the refusal that it must meet. For tests only.
import { columnLetter } from '../../shared/a1.ts'
import type { HostileFile } from './hostile-containers.ts'
import { sheetXml, workbookFile } from './workbook-file.ts'

type Cell = string | number | null | { readonly formula: string }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}"><f>${escaped(cell.formula)}</f><v>1</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const made = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at))

function form(rows: readonly (readonly Cell[])[], after = '', name = 'Biểu'): Uint8Array<ArrayBuffer> {
  const data = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((one, at) => cellXml(one, `${columnLetter(at)}${row + 1}`)).join('')}</row>`,
  )
  return workbookFile({ sheets: { [name]: sheetXml(data.join(''), after) } })
}

const merges = (count: number, range: (at: number) => string): string =>
  `<mergeCells>${made(count, (at) => `<mergeCell ref="${range(at)}"/>`).join('')}</mergeCells>`
const titles = (count: number) => made(count, (at): Cell => (at === 0 ? 'STT' : `Cột ${at}`))
const THREE: readonly Cell[] = ['STT', 'Tên', 'Số']

export const HOSTILE_FORMS: readonly HostileFile[] = [
  { name: '16,384 columns', file: () => form([titles(16_384), [1]]), code: 'too-many-columns' },
  { name: 'the last column alone', file: () => form([THREE, [...made(16_383, () => null), 1]]), code: 'too-many-columns' },
  {
    name: 'a group over 16,384 columns',
    file: () =>
      form(
        [['STT', 'Nhóm'], titles(200), [1]],
        merges(1, () => 'B1:XFD1'),
      ),
    code: null,
  },
  { name: '120,000 cells', file: () => form(made(7_500, (row) => made(16, (at) => `Sở ${at} ${row}`))), code: 'too-many-cells' },
  { name: '13,000 rows', file: () => form(made(13_000, (row) => [row, 'a'])), code: 'too-many-rows' },
  {
    name: 'a hundred thousand merged cells',
    file: () =>
      form(
        [THREE, [1, 'a', 2]],
        merges(100_000, (at) => `A${at + 2}:B${at + 2}`),
      ),
    code: 'too-many-merges',
  },
  {
    name: 'merged cells down to the last row',
    file: () =>
      form(
        [THREE, [1, 'a', 2]],
        merges(4_999, (at) => `${columnLetter(at)}1:${columnLetter(at)}1048576`),
      ),
    code: null,
  },
  {
    name: 'two thousand tables',
    file: () => form(made(6_000, (row) => (row % 3 === 0 ? ['STT', `Tên ${row}`, `Số ${row}`] : [row, 'a', 2]))),
    code: null,
  },
  {
    name: 'formulas 8,000 characters long',
    file: () => form([THREE, ...made(80, (row): Cell[] => [row, 'a', { formula: `SUM(${made(1_999, () => `B${row + 2}`).join(',')})` }])]),
    code: null,
  },
  {
    name: 'formulas over all columns',
    file: () =>
      form([THREE, ...made(80, (row): Cell[] => [row, 'a', { formula: made(60, () => `SUM(A${row + 2}:XFD${row + 2})`).join('+') }])]),
    code: null,
  },
  {
    name: 'formulas nested 4,000 deep',
    file: () => form([THREE, [1, 'a', { formula: `${'('.repeat(4_000)}B2${')'.repeat(4_000)}` }]]),
    code: null,
  },
  {
    name: 'a title of 30,000 brackets',
    file: () =>
      form([
        ['STT', 'Tên', `Số ${'('.repeat(30_000)}`],
        [1, 'a', 2],
      ]),
    code: null,
  },
  {
    name: 'names of what every object has, and scripts',
    file: () =>
      form(
        [
          ['STT', 'constructor', '__proto__', 'toString', '<script>alert(1)</script>'],
          [1, 'constructor', '__proto__', 'valueOf', '</script><img src=x onerror=alert(1)>'],
        ],
        '<dataValidations count="1"><dataValidation type="list" sqref="B2:B50"><formula1>"constructor,__proto__,toString"</formula1></dataValidation></dataValidations>',
        '__proto__',
      ),
    code: null,
  },
]
