// What a person does in the grid, apart from what the program does: tells of
// edits and selections, and refuses what a protected sheet of Excel refuses.
import {
  AddWorksheetMergeMutation,
  IEditorBridgeService,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColByRangeCommand,
  RemoveColMutation,
  RemoveRowByRangeCommand,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetCellEditVisibleOperation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetHideMutation,
} from '@univerjs/preset-sheets-core'
import { CanceledError, type ICellData, type IRange, ObjectMatrix } from '@univerjs/presets'
import { areaOfRange } from './univer-area.ts'
import type { UniverLink } from './univer-link.ts'
import type { UniverSheet } from './univer-sheet.ts'
import type { Area } from './workbook.ts'

/** The parameters that these mutations have in common. */
interface Change {
  readonly subUnitId?: string
  readonly cellValue?: ConstructorParameters<typeof ObjectMatrix<ICellData | null>>[0]
  readonly range?: IRange
  readonly ranges?: readonly IRange[]
  readonly from?: { readonly subUnitId: string; readonly value: Change['cellValue'] }
  readonly to?: { readonly subUnitId: string; readonly value: Change['cellValue'] }
  readonly hidden?: number
  readonly visible?: boolean
  readonly selections?: readonly { readonly range: IRange }[]
  /** The command that the mutation is part of. */
  readonly trigger?: string
}

export interface Person {
  onEdit(listener: (sheet: string, area: Area) => void): () => void
  onSelect(listener: (sheet: string, area: Area) => void): () => void
  onRefusal(listener: () => void): () => void
}

const CONTENTS = ['v', 'f', 'si', 'p'] as const
const STRUCTURE: readonly string[] = [InsertRowMutation.id, InsertColMutation.id, RemoveRowMutation.id, RemoveColMutation.id]
const REMOVALS: readonly string[] = [RemoveRowByRangeCommand.id, RemoveColByRangeCommand.id, RemoveRowMutation.id, RemoveColMutation.id]
/** What these rewrite in locked cells are references, not contents; and only what was allowed can be undone. */
const REWRITES =
  /^sheet\.command\.(insert-row|insert-col|insert-multi|remove-row|remove-col|set-worksheet-name)|^univer\.command\.(undo|redo)$/
/** On a protected sheet Excel does these to nobody's cells. */
const NEVER: readonly string[] = [
  MoveRowsMutation.id,
  MoveColsMutation.id,
  ReorderRangeMutation.id,
  AddWorksheetMergeMutation.id,
  RemoveWorksheetMergeMutation.id,
]

const listeners = <F extends (...args: never[]) => void>() => {
  const all = new Set<F>()
  return {
    all,
    add: (one: F) => {
      all.add(one)
      return () => void all.delete(one)
    },
  }
}

/** The cells whose contents a change sets: what only changes how they look does not count. */
const touched = (cells: Change['cellValue']): { row: number; column: number }[] => {
  const spots: { row: number; column: number }[] = []
  new ObjectMatrix(cells).forValue((row, column, cell) => {
    if (!cell || CONTENTS.some((key) => key in cell)) spots.push({ row, column })
  })
  return spots
}

const boundsOf = (spots: readonly { row: number; column: number }[]): Area | null => {
  if (spots.length === 0) return null
  const least = (key: 'row' | 'column') => spots.reduce((found, spot) => Math.min(found, spot[key]), Number.MAX_SAFE_INTEGER)
  const most = (key: 'row' | 'column') => spots.reduce((found, spot) => Math.max(found, spot[key]), 0)
  const [row, column] = [least('row'), least('column')]
  return { row, column, rows: most('row') - row + 1, columns: most('column') - column + 1 }
}

export const watchPerson = (link: UniverLink, sheetOf: (id: string) => UniverSheet): Person => {
  const edits = listeners<(sheet: string, area: Area) => void>()
  const selections = listeners<(sheet: string, area: Area) => void>()
  const refusals = listeners<() => void>()

  const isLocked = (sheet: UniverSheet, row: number, column: number) => sheet.format(row, column).locked !== false
  const anyLocked = (id: string | undefined, spots: readonly { row: number; column: number }[]): boolean => {
    if (!id || !link.book.getSheetBySheetId(id)) return false
    const sheet = sheetOf(id)
    return sheet.protected && spots.some(({ row, column }) => isLocked(sheet, row, column))
  }
  /** A whole row or column is locked as soon as one of its cells is, as in Excel. */
  const removesLocked = (id: string, { startRow, endRow, startColumn, endColumn }: IRange): boolean => {
    const core = link.book.getSheetBySheetId(id)
    const spots: { row: number; column: number }[] = []
    for (let row = startRow; row <= Math.min(endRow, (core?.getRowCount() ?? 0) - 1); row++)
      for (let column = startColumn; column <= Math.min(endColumn, (core?.getColumnCount() ?? 0) - 1); column++) spots.push({ row, column })
    return anyLocked(id, spots)
  }

  const refuses = (id: string, change: Change): boolean => {
    const sheet = change.subUnitId
    if (id === SetRangeValuesMutation.id) return !REWRITES.test(change.trigger ?? '') && anyLocked(sheet, touched(change.cellValue))
    if (id === MoveRangeMutation.id) return [change.from, change.to].some((side) => side && anyLocked(side.subUnitId, touched(side.value)))
    if (!sheet) return false
    if (REMOVALS.includes(id)) return change.range !== undefined && removesLocked(sheet, change.range)
    if (NEVER.includes(id)) return sheetOf(sheet).protected
    return id === SetWorksheetHideMutation.id && change.hidden === 0 && sheetOf(sheet).visibility === 'VeryHidden'
  }

  /** The editor would open on a locked cell only to lose what is typed. */
  const opensLocked = (id: string, change: Change): boolean => {
    const spot = id === SetCellEditVisibleOperation.id && change.visible ? link.injector.get(IEditorBridgeService).getEditLocation() : null
    return spot ? anyLocked(spot.sheetId, [spot]) : false
  }

  /** Clearing and pasting would unlock cells or lock them, which Univer does not know to be a format of theirs. */
  const keepLocks = ({ subUnitId, cellValue }: Change): void => {
    const core = subUnitId ? link.book.getSheetBySheetId(subUnitId) : null
    if (!core) return
    new ObjectMatrix(cellValue).forValue((row, column, cell) => {
      if (cell && 'custom' in cell) cell.custom = core.getCellRaw(row, column)?.custom ?? null
    })
  }

  link.commands.beforeCommandExecuted(({ id, params }, options) => {
    if (link.applying || options?.fromFormula || !params) return
    const change = params as Change
    if (id === SetRangeValuesMutation.id) keepLocks(change)
    if (!refuses(id, change) && !opensLocked(id, change)) return
    for (const listener of refusals.all) listener()
    throw new CanceledError()
  })

  /** Rows that a person inserts take over the lock of the row above, which Univer does not know of. */
  const inheritLock = (id: string, { startRow, endRow }: IRange): void => {
    const sheet = sheetOf(id)
    if (!sheet.protected || startRow === 0) return
    const columns = link.book.getSheetBySheetId(id)?.getColumnCount() ?? 0
    for (let column = 0; column < columns; column++) {
      if (isLocked(sheet, startRow - 1, column)) continue
      sheet.setFormat({ row: startRow, column, rows: endRow - startRow + 1, columns: 1 }, { locked: false })
    }
    sheet.flush()
  }

  const tell = (sheet: string | undefined, area: Area | null): void => {
    if (!sheet || !area) return
    for (const listener of edits.all) listener(sheet, area)
  }

  link.commands.onCommandExecuted(({ id, params }) => {
    const { subUnitId, selections: areas } = (params ?? {}) as Change
    const last = areas?.at(-1)
    if (id !== SetSelectionsOperation.id || !subUnitId || !last) return
    for (const listener of selections.all) listener(subUnitId, areaOfRange(last.range))
  })

  link.commands.onCommandExecuted(({ id, params }, options) => {
    if (link.applying || options?.onlyLocal || !params) return
    const change = params as Change
    if (id === SetRangeValuesMutation.id) tell(change.subUnitId, boundsOf(touched(change.cellValue)))
    else if (id === MoveRangeMutation.id)
      for (const side of [change.from, change.to]) tell(side?.subUnitId, side ? boundsOf(touched(side.value)) : null)
    else if (STRUCTURE.includes(id) && change.subUnitId && change.range) {
      if (id === InsertRowMutation.id) inheritLock(change.subUnitId, change.range)
      tell(change.subUnitId, areaOfRange(change.range))
    }
  })

  return { onEdit: edits.add, onSelect: selections.add, onRefusal: refusals.add }
}
