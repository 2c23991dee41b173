// Which sheets of a workbook make up its form: those that people see and that have tables, without
// guides to filling and lists of what drop-downs offer. What is left out is told.
import type { CodeList } from '../plan.ts'
import type { Grid } from '../sheet/grid.ts'
import type { HeaderRows } from '../takeover/their-header.ts'
import { TheirSheet } from '../takeover/their-sheet.ts'
import { foldBare } from '../text/fold.ts'
import type { Besides } from './column-beside.ts'
import { NewLists } from './demanded-type.ts'
import { type DropDown, dropDownsOf, shownPart } from './drop-downs.ts'
import { findTableHeaders, MOST_TABLES } from './find-table-headers.ts'

export interface FormSheet {
  readonly sheet: TheirSheet
  /** From top to bottom; at least one. */
  readonly headers: readonly HeaderRows[]
  readonly besides: Besides
  /** The first cell of the rows that nobody sees. */
  readonly hidden: { readonly cell: string; readonly text: string } | null
}

export interface FormSheets {
  readonly sheets: readonly FormSheet[]
  /** Names of sheets with tables that explain or list. */
  readonly left: readonly string[]
  /** More tables than a form has: what stands below or behind the last was not looked at. */
  readonly isFull: boolean
  /** Grows as the columns are read. */
  readonly lists: NewLists
}

/** "Hướng dẫn", "Bìa", "Giải thích biểu mẫu": whatever tables they have are to be read. */
const GUIDE =
  /^(?:\d+ )?(?:huong dan|hd\b|giai thich|cach (?:ghi|lap|dien)|bia\b|trang bia|muc luc|luu y|ghi chu|doc truoc|readme|guide|help)/
/** "DM", "Danh mục", "List", where drop-downs take what they offer from it. */
const LISTING = /^(?:\d+ )?(?:dm|danh muc|ds|danh sach|list|lists|data|ma|bang ma|tra cuu|lookup|nguon|chon)\b/

const isLeft = (name: string, offered: readonly DropDown[]): boolean => {
  const bare = foldBare(name.replace(/([a-zà-ỹ])(\p{Lu})/gu, '$1 $2').replaceAll('_', ' '))
  return GUIDE.test(bare) || (LISTING.test(bare) && offered.some(({ cells }) => cells?.sheet === name))
}

export function formSheets(grid: Grid, known: readonly CodeList[]): FormSheets {
  const lists = new NewLists(known)
  let room = MOST_TABLES
  const headersOf = (sheet: TheirSheet): HeaderRows[] => {
    const headers = findTableHeaders(sheet, room)
    room -= headers.length
    return headers
  }
  const dropDowns = new Map(grid.sheets.map((sheet) => [sheet, dropDownsOf(sheet, grid)]))
  const offered = [...dropDowns.values()].flatMap((of) => [...of.values()].filter((one) => one !== null))
  const tabled = grid.sheets
    .filter(({ visibility, cells }) => visibility === 'visible' && cells.size > 0)
    .map((one) => ({ ...shownPart(one, offered), besides: { aside: one.aside, dropDowns: dropDowns.get(one)!, lists } }))
    .filter(({ listsOnly }) => !listsOnly)
    .map(({ sheet, hidden, besides }) => ({ sheet: new TheirSheet(sheet, grid.date1904), hidden, besides }))
    .map((one) => ({ ...one, headers: headersOf(one.sheet) }))
    .filter(({ headers }) => headers.length > 0)
  const form = tabled.filter(({ sheet }) => !isLeft(sheet.name, offered))
  // A workbook of nothing else is a form that is called so.
  const isFull = room === 0
  if (form.length === 0) return { sheets: tabled, left: [], lists, isFull }
  return { sheets: form, left: tabled.filter((one) => !form.includes(one)).map(({ sheet }) => sheet.name), lists, isFull }
}
