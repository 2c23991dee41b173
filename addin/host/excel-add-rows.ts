// Adds blank rows inside the rows of a form's table: there names, lists and rules of the
// sheet grow with them. Formulas of the form are written into them, as those of the row below.
// A form from a file has its spare rows already; they are shown.
import { withoutProtection } from './excel-protection.ts'
import type { RowsToAdd } from './host.ts'

/** `=IF($C76="","",$D76)` of row 76 as the formula of row 80; texts and other rows stay. */
export const formulaOfRow = (formula: string, from: number, to: number): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(new RegExp(`(?<![\\w.!$])(\\$?[A-Z]{1,3})${from}(?![\\d(.])`, 'g'), `$1${to}`)))
    .join('')

export const addRows = async (context: Excel.RequestContext, name: string, { at, count, computed, hidden }: RowsToAdd): Promise<void> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const protection = sheet.protection.load('protected,options')
  const formulas = computed.map((letter) => ({ letter, below: sheet.getRange(`${letter}${at}`).load('formulas') }))
  await context.sync()

  const added = Array.from({ length: count }, (_, offset) => at + offset)
  await withoutProtection(context, protection, protection.protected, () => {
    const rows = sheet.getRange(`${at}:${at + count - 1}`)
    if (hidden) {
      rows.rowHidden = false
      return
    }
    rows.insert('Down')
    for (const { letter, below } of formulas) {
      const formula = String(below.formulas[0]?.[0] ?? '')
      if (formula.startsWith('='))
        sheet.getRange(`${letter}${at}:${letter}${at + count - 1}`).formulas = added.map((row) => [formulaOfRow(formula, at, row)])
    }
  })
}
