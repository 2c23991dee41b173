// Page layout, header and footer, and frozen panes of a sheet.
import type { PageSetUp, WorkbookSheet } from '../workbook.ts'
import { areaOf, localAddress } from './area.ts'
import { asCount, asFlag, asNumber, asOneOf, asRecord, asText, invalid, type Part } from './part.ts'

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const

const headerFooter = (sheet: WorkbookSheet, first: boolean): Part => {
  const slot = (key: 'leftFooter' | 'centerFooter' | 'rightFooter' | 'centerHeader') => ({
    get: () => (first ? '' : (sheet.page[key] ?? '')),
    set: (value: unknown) => {
      const text = asText(value, key)
      if (text.length > 255) throw invalid(`${key} is longer than 255 characters`)
      if (!first) sheet.page = { ...sheet.page, [key]: text }
    },
  })
  const slots = {
    leftFooter: slot('leftFooter'),
    centerFooter: slot('centerFooter'),
    rightFooter: slot('rightFooter'),
    centerHeader: slot('centerHeader'),
  }
  const all = <T>(pick: (one: (typeof slots)['leftFooter']) => T) =>
    Object.fromEntries(Object.entries(slots).map(([name, one]) => [name, pick(one)]))
  return { kind: 'HeaderFooter', get: all((one) => one.get), set: all((one) => one.set) }
}

const headersFooters = (sheet: WorkbookSheet): Part => ({
  kind: 'HeaderFooterGroup',
  get: { state: () => (sheet.page.differentFirst ? 'FirstAndDefault' : 'Default') },
  set: {
    state: (value) => {
      const state = asOneOf(value, ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'], 'state')
      sheet.page = { ...sheet.page, differentFirst: state.startsWith('First') }
    },
  },
  open: { defaultForAllPages: () => headerFooter(sheet, false), firstPage: () => headerFooter(sheet, true) },
})

export const pagePart = (sheet: WorkbookSheet): Part => {
  const put = (page: PageSetUp) => {
    sheet.page = { ...sheet.page, ...page }
  }
  return {
    kind: 'PageLayout',
    get: {
      orientation: () => sheet.page.orientation ?? 'Portrait',
      paperSize: () => sheet.page.paperSize ?? 'A4',
      zoom: () => (sheet.page.pagesWide ? { horizontalFitToPages: sheet.page.pagesWide } : { scale: 100 }),
    },
    set: {
      orientation: (value) => put({ orientation: asOneOf(value, ['Portrait', 'Landscape'], 'orientation') }),
      paperSize: (value) => put({ paperSize: asText(value, 'paperSize') }),
      centerHorizontally: (value) => put({ centred: asFlag(value, 'centerHorizontally') }),
      zoom: (value) => put({ pagesWide: asCount(asRecord(value, 'zoom').horizontalFitToPages, 'horizontalFitToPages') }),
    },
    open: { headersFooters: () => headersFooters(sheet) },
    call: {
      setPrintArea: (at: unknown) => put({ printArea: localAddress(areaOf(asText(at, 'print area'))) }),
      setPrintTitleRows: (rows: unknown) => {
        const text = asText(rows, 'title rows')
        if (!/^\$?\d+:\$?\d+$/.test(text)) throw invalid(`${text} names no rows`)
        put({ titleRows: text })
      },
      setPrintTitleColumns: (columns: unknown) => {
        const text = asText(columns, 'title columns')
        if (!/^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/.test(text)) throw invalid(`${text} names no columns`)
        put({ titleColumns: text })
      },
      setPrintMargins: (unit: unknown, margins: unknown) => {
        const factor = POINTS[asOneOf(unit, ['Points', 'Inches', 'Centimeters'], 'unit')]
        const given = asRecord(margins, 'margins')
        const side = (name: string) => asNumber(given[name], name) * factor
        const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, side(name)]))
        const sides = { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') }
        put({ margins: { ...sides, ...named(...['header', 'footer'].filter((name) => given[name] !== undefined)) } })
      },
    },
  }
}

export const freezePart = (sheet: WorkbookSheet): Part => ({
  kind: 'WorksheetFreezePanes',
  call: {
    freezeRows: (count: unknown) => {
      sheet.freeze = { rows: asCount(count, 'count'), columns: 0 }
    },
    freezeColumns: (count: unknown) => {
      sheet.freeze = { rows: 0, columns: asCount(count, 'count') }
    },
    freezeAt: (at: unknown) => {
      const area = areaOf(asText(at, 'range'))
      sheet.freeze = { rows: area.row + area.rows, columns: area.column + area.columns }
    },
    unfreeze: () => {
      sheet.freeze = { rows: 0, columns: 0 }
    },
  },
})

/** Where pages begin. */
export const rowBreaksPart = (sheet: WorkbookSheet): Part => ({
  kind: 'PageBreakCollection',
  open: {
    add: (at: unknown) => {
      const { row } = areaOf(asText(at, 'page break'))
      sheet.page = { ...sheet.page, rowBreaks: [...(sheet.page.rowBreaks ?? []), row] }
      return { kind: 'PageBreak' }
    },
  },
})
