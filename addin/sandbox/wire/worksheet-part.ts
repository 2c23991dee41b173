// A worksheet, and the collection of them: names, visibility, order, deletion,
// and the ranges and settings one reaches through a sheet.
import type { WorkbookSheet } from '../workbook.ts'
import { areaAt, areaOf, WHOLE } from './area.ts'
import { freezePart, pagePart, rowBreaksPart } from './page-part.ts'
import { asCount, asFlag, asOneOf, asText, invalid, missing, type Part, WireError } from './part.ts'
import { protectionPart } from './protection-part.ts'
import { areasOf, areasPart, rangePart } from './range-part.ts'
import type { Session } from './session.ts'

const fold = (name: string) => name.toLowerCase()

const find = (session: Session, key: unknown): WorkbookSheet | null => {
  const text = asText(key, 'name or id')
  return session.workbook.sheets().find((sheet) => sheet.id === text || fold(sheet.name) === fold(text)) ?? null
}

const goodName = (session: Session, value: unknown, self?: WorkbookSheet): string => {
  const name = asText(value, 'name')
  if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalid(`${name} cannot be the name of a sheet`)
  const other = find(session, name)
  if (other && other.id !== self?.id) throw new WireError('ItemAlreadyExists', `there is a sheet ${name} already`)
  return name
}

const others = (session: Session, sheet: WorkbookSheet) =>
  session.workbook.sheets().some((one) => one.id !== sheet.id && one.visibility === 'Visible')

const remove = (session: Session, sheet: WorkbookSheet) => {
  if (sheet.visibility === 'VeryHidden') throw new WireError('InvalidOperation', 'a very hidden sheet must be shown before it is deleted')
  if (!others(session, sheet)) throw new WireError('InvalidOperation', 'the last visible sheet cannot be deleted')
  session.listeners.delete(sheet.id)
  session.workbook.removeSheet(sheet.id)
}

const sheetPart = (session: Session, id: string): Part => {
  const sheet = () => session.sheet(id)
  const range = (area: Parameters<typeof rangePart>[2]) => rangePart(session, sheet(), area)
  const used = () => {
    const area = sheet().usedArea()
    return area && range(area)
  }
  return {
    kind: 'Worksheet',
    keys: () => ({ Id: id }),
    get: {
      id: () => id,
      name: () => sheet().name,
      position: () => sheet().position,
      tabColor: () => sheet().tabColor,
      visibility: () => sheet().visibility,
    },
    set: {
      name: (value) => {
        sheet().name = goodName(session, value, sheet())
      },
      position: (value) => {
        const to = asCount(value, 'position')
        if (to < 0 || to >= session.workbook.sheets().length) throw invalid(`no position ${to}`)
        sheet().position = to
      },
      tabColor: (value) => {
        sheet().tabColor = asText(value, 'tabColor')
      },
      // The wire's name of showGridlines.
      gridlines: (value) => {
        sheet().showGridlines = asFlag(value, 'showGridlines')
      },
      visibility: (value) => {
        const wanted = asOneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'visibility')
        if (wanted !== 'Visible' && !others(session, sheet()))
          throw new WireError('InvalidOperation', 'the last visible sheet cannot be hidden')
        sheet().visibility = wanted
      },
    },
    open: {
      protection: () => protectionPart(session, sheet()),
      freezePanes: () => freezePart(sheet()),
      pageLayout: () => pagePart(sheet()),
      horizontalPageBreaks: () => rowBreaksPart(sheet()),
      getRange: (at: unknown) => range(at === undefined || at === null ? WHOLE : areaOf(asText(at, 'address'))),
      getRanges: (at: unknown) => areasPart(session, sheet(), areasOf(at)),
      getCell: (row: unknown, column: unknown) => range(areaAt(asCount(row, 'row'), asCount(column, 'column'), 1, 1)),
      getRangeByIndexes: (row: unknown, column: unknown, rows: unknown, columns: unknown) =>
        range(areaAt(asCount(row, 'row'), asCount(column, 'column'), asCount(rows, 'rows'), asCount(columns, 'columns'))),
      getUsedRange: () => used() ?? range(areaAt(0, 0, 1, 1)),
      getUsedRangeOrNullObject: used,
    },
    call: {
      activate: () => {
        if (sheet().visibility !== 'Visible') throw new WireError('InvalidOperation', 'a hidden sheet cannot be activated')
        session.workbook.activate(id)
      },
      delete: () => remove(session, sheet()),
      _RegisterDataChangedEvent: () => void session.listeners.add(sheet().id),
      _UnregisterDataChangedEvent: () => void session.listeners.delete(id),
      _RegisterSelectionChangedEvent: () => void session.selectionListeners.add(sheet().id),
      _UnregisterSelectionChangedEvent: () => void session.selectionListeners.delete(id),
    },
  }
}

export const sheetsPart = (session: Session): Part => {
  const at = (key: unknown): Part => {
    const found = find(session, key)
    if (!found) throw missing(`there is no sheet ${String(key)}`)
    return sheetPart(session, found.id)
  }
  const freeName = () => {
    let number = session.workbook.sheets().length + 1
    while (find(session, `Sheet${number}`)) number += 1
    return `Sheet${number}`
  }
  return {
    kind: 'WorksheetCollection',
    at,
    items: () => session.workbook.sheets().map((sheet) => sheetPart(session, sheet.id)),
    open: {
      getItemOrNullObject: (key: unknown) => {
        const found = find(session, key)
        return found && sheetPart(session, found.id)
      },
      getActiveWorksheet: () => sheetPart(session, session.workbook.active().id),
      add: (name: unknown) =>
        sheetPart(session, session.workbook.addSheet(name === undefined || name === null ? freeName() : goodName(session, name)).id),
    },
    call: { getCount: () => session.workbook.sheets().length },
  }
}
