// Which forms a workbook holds, by whichever anchor is left: marks in the
// sheets, hidden names, the record sheet. Positions and sheet names do not matter.
import { parseReference } from '../a1.ts'
import { isMark, NAME_PREFIX, parseIdentity, parseKeysMark, RECORD_MARK } from './anchors.ts'
import type { FormIdentity, FoundForm } from './form-identity.ts'
import type { Grid } from './grid.ts'
import { RECORD_KEYS } from './record-sheet.ts'
import { SheetIndex } from './sheet-index.ts'

const same = (a: FormIdentity, b: FormIdentity) => a.template === b.template && a.agency === b.agency && a.period === b.period

function byMarks(grid: Grid): FoundForm[] {
  return grid.sheets.flatMap((sheet) => {
    for (const cell of sheet.cells.values()) {
      const mark = typeof cell.value === 'string' && isMark(cell.value) ? parseKeysMark(cell.value.trim()) : null
      if (mark) return [{ identity: mark.identity, sheet: sheet.name }]
    }
    return []
  })
}

function byNames(grid: Grid): FoundForm[] {
  return grid.names.flatMap(({ name, ref }) => {
    const form = /^_pls_form_(.+)$/.exec(name)
    const identity = form && parseIdentity(ref.replace(/^=?"|"$/g, ''))
    if (!identity) return []
    const anchors = grid.names.filter(
      (one) => one.name.startsWith(NAME_PREFIX) && one.name !== name && one.name.includes(form[1] as string),
    )
    for (const anchor of anchors) {
      const found = parseReference(anchor.ref)?.sheet
      if (found !== undefined && grid.sheets.some((sheet) => sheet.name === found)) return [{ identity, sheet: found }]
    }
    return []
  })
}

function byRecords(grid: Grid): FoundForm[] {
  return grid.sheets.flatMap((sheet) => {
    const index = new SheetIndex(sheet)
    const record = new Map(index.rows().map((row) => [index.text(row, 0), index.text(row, 1)]))
    if (record.get(RECORD_KEYS.mark) !== RECORD_MARK) return []
    const identity = parseIdentity(record.get(RECORD_KEYS.identity) ?? '')
    if (!identity) return []
    const named = grid.sheets.find((one) => one.name === record.get(RECORD_KEYS.sheet))
    const shown = grid.sheets.filter((one) => one.visibility === 'visible')
    const target = named ?? (shown.length === 1 ? shown[0] : undefined)
    return target ? [{ identity, sheet: target.name }] : []
  })
}

/** Every sheet that is a form; where a form was copied inside the workbook, both sheets. */
export function findForms(grid: Grid): FoundForm[] {
  const forms = byMarks(grid)
  // Names and records stand for one sheet each, and only where its own marks are gone.
  for (const found of [...byNames(grid), ...byRecords(grid)]) {
    if (!forms.some((form) => form.sheet === found.sheet || same(form.identity, found.identity))) forms.push(found)
  }
  return forms
}
