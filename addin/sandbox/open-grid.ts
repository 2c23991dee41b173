// Opens the Univer grid and puts the wire host over it that answers the pane's
// frame. Loaded late: the grid is large.
import '@univerjs/preset-sheets-core/lib/index.css'
import '@univerjs/preset-sheets-data-validation/lib/index.css'
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css'
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting'
import conditionalEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US'
import conditionalVi from '@univerjs/preset-sheets-conditional-formatting/locales/vi-VN'
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import coreEn from '@univerjs/preset-sheets-core/locales/en-US'
import coreVi from '@univerjs/preset-sheets-core/locales/vi-VN'
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation'
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US'
import validationVi from '@univerjs/preset-sheets-data-validation/locales/vi-VN'
import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets'
import { parseAddress } from '../../shared/a1.ts'
import type { Language } from '../../shared/bilingual.ts'
import { UniverLink } from './univer-link.ts'
import { readTypingAsInVietnam } from './univer-typing.ts'
import { NEW_SHEET, UniverWorkbook } from './univer-workbook.ts'
import { type WireHost, wireHost } from './wire/wire-host.ts'

/** For people who try things in the console and for browser tests: look, select, count. */
interface SandboxTools {
  readonly wire: WireHost
  readonly workbook: UniverWorkbook
  value(sheet: string, address: string): unknown
  /** Selects a cell as a click would; typing on the keyboard then goes there. */
  select(sheet: string, address: string): void
}

export function openGrid(container: HTMLElement, language: Language, refused: () => void): WireHost {
  const { univer, univerAPI } = createUniver({
    locale: language === 'vi' ? LocaleType.VI_VN : LocaleType.EN_US,
    locales: {
      [LocaleType.VI_VN]: mergeLocales(coreVi, validationVi, conditionalVi),
      [LocaleType.EN_US]: mergeLocales(coreEn, validationEn, conditionalEn),
    },
    presets: [
      UniverSheetsCorePreset({
        container,
        // Text that reads as a number is no mistake of the person: templates ask for text.
        sheets: { disableForceStringAlert: true, disableForceStringMark: true },
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
      }),
      // The search box of a drop-down would take the keyboard from who types into the cell.
      UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
      UniverSheetsConditionalFormattingPreset(),
    ],
  })
  const grid = univerAPI.createWorkbook({
    name: 'Sổ1',
    sheets: { first: { ...NEW_SHEET, id: 'first', name: 'Sheet1' } },
    sheetOrder: ['first'],
  })
  // Numbers and days are shown and read as in Vietnam, whatever the language of the menus.
  grid.setNumfmtLocal('vi')
  const link = new UniverLink(univer.__getInjector(), grid.getWorkbook())
  readTypingAsInVietnam(link)
  const workbook = new UniverWorkbook(link, grid)
  workbook.onRefusal(refused)
  const wire = wireHost(workbook)
  const answer = wire.answer.bind(wire)
  // A request finds formulas calculated, and what it wrote is on the grid when its answer arrives.
  const flushing: WireHost = Object.create(wire, {
    answer: {
      value: async (text: string) => {
        await workbook.settled()
        const given = await answer(text)
        workbook.flush()
        return given
      },
    },
  })
  const spot = (sheet: string, address: string) => {
    const found = workbook.sheets().find((one) => one.name === sheet)
    const at = parseAddress(address)
    if (!found || !at) throw new Error(`no cell ${sheet}!${address}`)
    return { found, at }
  }
  const tools: SandboxTools = {
    wire,
    workbook,
    value: (sheet, address) => {
      const { found, at } = spot(sheet, address)
      return found.value(at.row, at.column)
    },
    select: (sheet, address) => {
      const { found, at } = spot(sheet, address)
      workbook.activate(found.id)
      workbook.select(found.id, { row: at.row, column: at.column, rows: 1, columns: 1 })
      workbook.focus()
    },
  }
  Object.assign(window, { sandbox: tools })
  return flushing
}
