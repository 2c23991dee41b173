// The sheet of settings: what is said of the template as a whole, one setting per row,
// with the cell of each. Judges only whether a setting is known and can be read.
import { address } from '../a1.ts'
import type { Grid } from '../sheet/grid.ts'
import { readWords, saidIn } from './cell-words.ts'
import { SHEETS } from './part-columns.ts'
import { headingRow, type Refuse, sheetNamed, type Typed, type Way } from './read-part-sheet.ts'
import { SETTING_HEADINGS, SETTINGS, type Setting } from './setting-rows.ts'
import { headingOf, headingWords, names } from './sheet-column.ts'

export interface ReadSettings {
  readonly thing: Record<string, unknown>
  readonly places: readonly { readonly path: Way; readonly typed: Typed }[]
}

function put(thing: Record<string, unknown>, { path, many }: Setting, value: unknown): Way {
  let inner = thing
  for (const key of path.slice(0, -1)) {
    inner[key] ??= {}
    inner = inner[key] as Record<string, unknown>
  }
  const key = path.at(-1) as string
  if (!many) {
    inner[key] = value
    return path
  }
  const list = [...((inner[key] as unknown[] | undefined) ?? []), value]
  inner[key] = list
  return [...path, list.length - 1]
}

export function readSettings(grid: Grid, refuse: Refuse): ReadSettings {
  const thing: Record<string, unknown> = {}
  const places: ReadSettings['places'][number][] = []
  // A list without a row is a list without entries.
  for (const { path, many } of SETTINGS)
    if (many) {
      const [outer, inner] = path as [string, string?]
      if (inner === undefined) thing[outer] = []
      else thing[outer] = { ...(thing[outer] as object), [inner]: [] }
    }
  const sheet = sheetNamed(grid, 'settings')
  const headings = sheet && headingRow(sheet, SETTING_HEADINGS)
  if (!sheet || headings === null) {
    refuse(sheet ? 'headings-missing' : 'sheet-missing', SHEETS.settings.name, null, { what: headingOf(SETTING_HEADINGS[0]) })
    return { thing, places }
  }
  const columns = SETTING_HEADINGS.map((heading, at) => {
    const found = sheet.row(headings).find(([column]) => names(heading, headingWords(sheet.text(headings, column))))
    return found?.[0] ?? at
  })
  const [nameAt, valueAt, englishAt] = columns as [number, number, number]
  const seen = new Set<Setting>()
  for (const row of sheet.rows().filter((one) => one > headings)) {
    const name = saidIn(sheet.cell(row, nameAt), 'text').trim()
    const value = sheet.cell(row, valueAt)
    const english = sheet.cell(row, englishAt)
    if (name === '' && !value && !english) continue
    const setting = SETTINGS.find((one) => names(one, headingWords(name)))
    const cell = address(row, valueAt)
    if (!setting) {
      refuse('setting-unknown', sheet.name, address(row, nameAt), { found: name })
      continue
    }
    if (seen.has(setting) && !setting.many) {
      refuse('setting-twice', sheet.name, address(row, nameAt), { what: headingOf(setting) })
      continue
    }
    seen.add(setting)
    const typed: Typed = { sheet: sheet.name, cell, column: setting, found: saidIn(value, 'text') }
    const { as } = setting
    if (as === 'bilingual') {
      const [vi, en] = [value, english].map((one) => {
        const read = one && readWords(one, 'text')
        return read && 'value' in read ? read.value : ''
      })
      places.push({ path: put(thing, setting, { vi, en }), typed })
      continue
    }
    const read = value && saidIn(value, 'text').trim() !== '' ? readWords(value, as) : as === 'text' ? { value: '' } : null
    if (!read) places.push({ path: setting.path, typed })
    else if ('unread' in read) refuse(read.unread, sheet.name, cell, { what: headingOf(setting), found: typed.found })
    else places.push({ path: put(thing, setting, read.value), typed })
  }
  return { thing, places }
}
