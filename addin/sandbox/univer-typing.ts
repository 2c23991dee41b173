// Puts our reading of typed text in front of Univer's, which is American: it
// would take 1.234 for a little more than one and 5/3/2025 for the third of May.
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core'
import { CellValueType, type ICellData, InterceptorEffectEnum, type Nullable, type Workbook } from '@univerjs/presets'
import { shownForEditing, shownInGeneral, typedByPerson } from './person-input.ts'
import { textOf } from './univer-cell.ts'
import type { UniverLink } from './univer-link.ts'

/** Before Univer's own readers, which have none. */
const FIRST = 100

interface Where {
  readonly workbook: Workbook
  readonly worksheet: { getCellRaw(row: number, column: number): Nullable<ICellData> }
  readonly row: number
  readonly col: number
}

const formatAt = ({ workbook, worksheet, row, col }: Where): string =>
  workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, col))?.n?.pattern ?? 'General'

const stored = (cell: ICellData, text: string, where: Where): ICellData => {
  const format = formatAt(where)
  const typed = typedByPerson(text, format)
  const { value } = typed
  const plain: ICellData = { ...cell, p: null, f: null, si: null }
  if (value === null) return { ...plain, v: null, t: null }
  if (typeof value === 'boolean') return { ...plain, v: value ? 1 : 0, t: CellValueType.BOOLEAN }
  // "Forced" text is what Univer's own reader leaves alone.
  if (typeof value === 'string') return { ...plain, v: value, t: format === '@' ? CellValueType.STRING : CellValueType.FORCE_STRING }
  const s =
    typed.format && format === 'General' ? { ...where.workbook.getStyles().getStyleByCell(cell), n: { pattern: typed.format } } : cell.s
  return { ...plain, v: value, t: CellValueType.NUMBER, ...(s && { s }) }
}

export const readTypingAsInVietnam = (link: UniverLink): void => {
  const interceptors = link.injector.get(SheetInterceptorService)
  const { writeCellInterceptor } = interceptors
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, where, next) => {
      const text = cell && !cell.f ? textOf(cell) : null
      return next(cell && text !== null ? stored(cell, text, where) : cell)
    },
  })
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    // After Univer's own, which put numbers in its way.
    priority: -0.5,
    handler: (cell, where, next) => {
      const raw = where.worksheet.getCellRaw(where.row, where.col)
      const isNumber = raw?.t === CellValueType.NUMBER && typeof raw.v === 'number' && !raw.f && !raw.si
      return next(isNumber ? { ...cell, v: shownForEditing(raw.v as number, formatAt(where)), t: CellValueType.STRING } : cell)
    },
  })
  // Numbers in cells without a format: those with one get their comma from Univer.
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    handler: (cell, where, next) => {
      const isPlain = cell?.t === CellValueType.NUMBER && typeof cell.v === 'number' && !Number.isInteger(cell.v)
      return next(isPlain && formatAt(where) === 'General' ? { ...cell, v: shownInGeneral(cell.v as number) } : cell)
    },
  })
}
