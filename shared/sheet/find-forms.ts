// Which forms a workbook holds, by whichever anchor is left: marks in the
// sheets, hidden names, the record sheet. Positions and sheet names do not matter.
import { parseReference } from '../a1.ts'
import { fold } from '../text/fold.ts'
import { isMark, NAME_PREFIX, parseIdentity, parseKeysMark, RECORD_MARK } from './anchors.ts'
import type { FormIdentity, FoundForm } from './form-identity.ts'
import type { Grid, GridSheet } from './grid.ts'
import { RECORD_KEYS, TITLE_SEPARATOR } from './record-sheet.ts'
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

/** More forms than any workbook holds: who says that there are is not listened to for long. */
const MOST_FORMS = 50

function byNames(grid: Grid): FoundForm[] {
  const ours = grid.names.filter(({ name }) => name.startsWith(NAME_PREFIX))
  const forms = ours.filter(({ name }) => /^_pls_form_\w+$/.test(name)).slice(0, MOST_FORMS)
  return forms.flatMap(({ name, ref }) => {
    const form = /^_pls_form_(\w+)$/.exec(name)
    const identity = form && parseIdentity(ref.replace(/^=?"|"$/g, ''))
    if (!identity) return []
    // Keys of fields and tables begin with a letter: 2025 is not 2025_03.
    const own = new RegExp(`^${NAME_PREFIX}(ids_${form[1]}|(keys|data|head)_${form[1]}_[a-z]\\w*)$`)
    const anchors = ours.filter((one) => own.test(one.name))
    for (const anchor of anchors) {
      const found = parseReference(anchor.ref)?.sheet
      if (found !== undefined && grid.sheets.some((sheet) => sheet.name === found)) return [{ identity, sheet: found }]
    }
    return []
  })
}

/** Share of the titles that a sheet must show to be the one. */
const ENOUGH = 0.6

/** More columns than any template has. */
const MOST_TITLES = 500

const textsOf = ({ cells }: GridSheet): ReadonlySet<string> =>
  new Set([...cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [fold(value)] : [])))

/** The one visible sheet that shows these titles; of several that do, nobody can know. `shown` keeps what a sheet shows for the next question. */
function byTitles(grid: Grid, titles: readonly string[], shown: Map<GridSheet, ReadonlySet<string>>): GridSheet | undefined {
  const wanted = new Set(
    titles
      .slice(0, MOST_TITLES)
      .map(fold)
      .filter((title) => title !== ''),
  )
  const candidates = grid.sheets.filter((sheet) => {
    const texts = shown.get(sheet) ?? textsOf(sheet)
    shown.set(sheet, texts)
    return sheet.visibility === 'visible' && [...wanted].filter((title) => texts.has(title)).length >= Math.max(2, wanted.size * ENOUGH)
  })
  return candidates.length === 1 ? candidates[0] : undefined
}

function byRecords(grid: Grid): FoundForm[] {
  const shown = new Map<GridSheet, ReadonlySet<string>>()
  let records = 0
  return grid.sheets.flatMap((sheet) => {
    const index = new SheetIndex(sheet)
    const record = new Map(index.rows().map((row) => [index.text(row, 0), index.text(row, 1)]))
    if (record.get(RECORD_KEYS.mark) !== RECORD_MARK || ++records > MOST_FORMS) return []
    const identity = parseIdentity(record.get(RECORD_KEYS.identity) ?? '')
    if (!identity) return []
    const named = grid.sheets.find((one) => one.name === record.get(RECORD_KEYS.sheet))
    const target = named ?? byTitles(grid, (record.get(RECORD_KEYS.titles) ?? '').split(TITLE_SEPARATOR), shown)
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
