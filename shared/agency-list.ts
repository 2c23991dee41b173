// The register as a list in a workbook, and such a list read back: what is new, what differs,
// what is wrong and why. Columns are found by their titles, wherever they stand.
import { address, parseAddress } from './a1.ts'
import type { Agency, Register } from './agency.ts'
import { agencyProblems } from './agency-setting.ts'
import type { Bilingual } from './bilingual.ts'
import { canonicalJson } from './canonical-json.ts'
import { dateOfSerial, OFFSET_1904 } from './serial-date.ts'
import type { Grid, GridCell, GridSheet } from './sheet/grid.ts'
import { FONT } from './sheet/looks.ts'
import { MARGINS } from './sheet/printed-lines.ts'
import { SheetBuilder } from './sheet/sheet-builder.ts'
import type { WorkbookLayout } from './sheet/sheet-layout.ts'
import { fold } from './text/fold.ts'

const COLUMNS = [
  { key: 'code', title: 'Mã', width: 24 },
  { key: 'name', title: 'Tên cơ quan', width: 48 },
  { key: 'abbreviation', title: 'Tên viết tắt', width: 18 },
  { key: 'aliases', title: 'Tên khác (cách nhau bằng dấu ;)', width: 40 },
  { key: 'kind', title: 'Loại', width: 22 },
  { key: 'officialCode', title: 'Mã định danh', width: 22 },
  { key: 'parent', title: 'Mã cơ quan cấp trên', width: 22 },
  { key: 'reports', title: 'Có báo cáo', width: 12 },
  { key: 'validFrom', title: 'Hoạt động từ ngày', width: 18 },
] as const
type ColumnKey = (typeof COLUMNS)[number]['key']

const TITLE = 'Danh sách cơ quan'
const YES = 'Có'
const NO = 'Không'

const showDay = (day: string | null): string => (day === null ? '' : day.split('-').reverse().join('/'))

export function agencyWorkbook({ agencies }: Register): WorkbookLayout {
  const sheet = new SheetBuilder()
  COLUMNS.forEach(({ title, width }, at) => {
    sheet.column(at, width)
    sheet.put(0, at, title)
  })
  sheet.look(0, 0, 0, COLUMNS.length - 1, 'head')
  agencies
    .filter(({ validTo }) => validTo === null)
    .forEach(({ code, name, abbreviation, aliases, kind, officialCode, parent, reports, validFrom }, at) => {
      const line = [
        code,
        name,
        abbreviation,
        aliases.join('; '),
        kind,
        officialCode ?? '',
        parent ?? '',
        reports ? YES : NO,
        showDay(validFrom),
      ]
      line.forEach((value, column) => sheet.put(at + 1, column, value))
      sheet.look(at + 1, 0, at + 1, COLUMNS.length - 1, 'body')
    })
  const built = sheet.build({
    ...{ name: TITLE, visibility: 'visible', protected: false, freeze: { rows: 1, columns: 2 } },
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [1, 1] },
  })
  return { title: TITLE, font: FONT, sheets: [built], names: [] }
}

export interface AgencyLine {
  readonly at: number
  readonly code: string
  readonly name: string
  readonly what: 'new' | 'changed' | 'same' | 'wrong'
  readonly before: Agency | null
  readonly after: Agency | null
  readonly problems: Bilingual[]
}

const titleKey = (text: string): string => fold(text.replace(/\(.*$/s, '').trim())
const TITLES = new Map<string, ColumnKey>(COLUMNS.map(({ key, title }) => [titleKey(title), key]))

interface Found {
  readonly sheet: GridSheet
  readonly row: number
  readonly columns: ReadonlyMap<ColumnKey, number>
}

/** How far down a title may stand: lists have headings above them. */
const DEEPEST = 20

function findTitles({ sheets }: Grid): Found | null {
  for (const sheet of sheets.filter(({ visibility }) => visibility === 'visible')) {
    const byRow = new Map<number, Map<ColumnKey, number>>()
    for (const [at, { value }] of sheet.cells) {
      const spot = parseAddress(at)
      const key = typeof value === 'string' ? TITLES.get(titleKey(value)) : undefined
      if (spot && key && spot.row < DEEPEST) byRow.set(spot.row, (byRow.get(spot.row) ?? new Map()).set(key, spot.column))
    }
    for (const [row, columns] of byRow) if (columns.has('code') && columns.has('name')) return { sheet, row, columns }
  }
  return null
}

const textOf = (cell: GridCell | undefined): string => (cell === undefined ? '' : String(cell.value).normalize('NFC').trim())

function dayOf(cell: GridCell | undefined, date1904: boolean): string | null | undefined {
  if (cell === undefined || textOf(cell) === '') return null
  if (typeof cell.value === 'number') return dateOfSerial(cell.value + (date1904 ? OFFSET_1904 : 0)) ?? undefined
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(textOf(cell)) ?? []
  if (!day || !month || !year) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) === iso ? iso : undefined
}

/** A column that the list does not have leaves what is kept as it is. */
function lineOf({ sheet, columns }: Found, row: number, register: Register, date1904: boolean): AgencyLine {
  const cell = (key: ColumnKey) => (columns.has(key) ? sheet.cells.get(address(row, columns.get(key)!)) : undefined)
  const text = (key: ColumnKey) => textOf(cell(key))
  const code = text('code')
  const before = register.agencies.find((agency) => agency.code === code) ?? null
  const problems: Bilingual[] = []
  const or = <T>(key: ColumnKey, read: () => T, kept: T): T => (columns.has(key) ? read() : kept)
  const reports = fold(text('reports'))
  if (columns.has('reports') && ![fold(YES), fold(NO), ''].includes(reports))
    problems.push({
      vi: `Cột "Có báo cáo" ghi "${text('reports')}"; chỉ nhận "${YES}" hoặc "${NO}".`,
      en: `Column "Có báo cáo" says "${text('reports')}"; only "${YES}" or "${NO}" is taken.`,
    })
  const day = dayOf(cell('validFrom'), date1904)
  if (day === undefined)
    problems.push({
      vi: `Cột "Hoạt động từ ngày" ghi "${text('validFrom')}", không phải ngày dạng dd/mm/yyyy.`,
      en: `Column "Hoạt động từ ngày" says "${text('validFrom')}", which is no day as dd/mm/yyyy.`,
    })
  if (text('name') === '') problems.push({ vi: 'Cột "Tên cơ quan" để trống.', en: 'Column "Tên cơ quan" is blank.' })
  const after: Agency = {
    ...(before ?? { validTo: null, successors: [], origin: 'verified_source' as const }),
    ...{ code, name: text('name') },
    abbreviation: or('abbreviation', () => text('abbreviation') || null, before?.abbreviation ?? null),
    aliases: or(
      'aliases',
      () =>
        text('aliases')
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean),
      before?.aliases ?? [],
    ),
    kind: or('kind', () => text('kind'), before?.kind ?? '') || 'cơ quan',
    officialCode: or('officialCode', () => text('officialCode') || null, before?.officialCode ?? null),
    parent: or('parent', () => text('parent') || null, before?.parent ?? null),
    reports: or('reports', () => reports !== fold(NO), before?.reports ?? true),
    validFrom: or('validFrom', () => day ?? null, before?.validFrom ?? null),
  }
  return { at: row + 1, code, name: after.name, what: before ? 'changed' : 'new', before, after, problems }
}

const isSame = (before: Agency, after: Agency): boolean => {
  const whole = (agency: Agency) => ({ ...agency, officialCode: agency.officialCode ?? null, parent: agency.parent ?? null })
  return canonicalJson(whole(before)) === canonicalJson(whole(after))
}

export function agencyGrid(grid: Grid, register: Register): { rows: AgencyLine[] } | { refusal: Bilingual } {
  const found = findTitles(grid)
  if (!found)
    return {
      refusal: {
        vi: 'Không thấy dòng tiêu đề có cột "Mã" và "Tên cơ quan". Hãy tải danh sách hiện có về, sửa trên tệp đó rồi nhập lại.',
        en: 'There is no line of titles with the columns "Mã" and "Tên cơ quan". Download the list as it is, change that file, and import it.',
      },
    }
  const codes = found.columns.get('code')!
  const last = Math.max(found.row, ...[...found.sheet.cells.keys()].map((at) => parseAddress(at)?.row ?? 0))
  const read: AgencyLine[] = []
  for (let row = found.row + 1; row <= last; row++)
    if (textOf(found.sheet.cells.get(address(row, codes))) !== '') read.push(lineOf(found, row, register, grid.date1904))
  // Each line is judged beside all the others: a list may exchange two names.
  const replaced = new Map(read.flatMap(({ after }) => (after ? [[after.code, after] as const] : [])))
  const whole: Register = {
    ...register,
    agencies: [
      ...register.agencies.map((agency) => replaced.get(agency.code) ?? agency),
      ...read.flatMap(({ before, after }) => (before === null && after ? [after] : [])),
    ],
  }
  const rows = read.map((line, at): AgencyLine => {
    const twice = read.findIndex(({ code }) => code === line.code) < at
    const problems = [
      ...line.problems,
      ...(twice ? [{ vi: `Mã "${line.code}" có ở hai dòng.`, en: `Code "${line.code}" stands in two lines.` }] : []),
      ...agencyProblems(whole, line.after!).map(({ sentence }) => sentence),
    ]
    if (problems.length > 0) return { ...line, what: 'wrong', problems }
    return line.before && isSame(line.before, line.after!) ? { ...line, what: 'same' } : line
  })
  return { rows }
}
