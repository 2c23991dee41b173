// There and back: a filing drawn as a file, saved again by LibreOffice and read,
// is the same filing, cell by cell, also where people did things to the workbook
// in between. ROUND_TRIPS says how many; a few by default.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Filing } from '../../shared/filing.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { chooseForm } from '../../shared/sheet/choose-form.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { read } from '../../shared/sheet/reading.ts'
import { gridOf, loseMarks, loseNames, loseRecord } from '../../shared/sheet/sample-grid.ts'
import { layoutOf, type Mistreated, mistreatment } from '../testing/mistreated.ts'
import { type Blank, blankForm, broughtValues, drawnForm, randomFiling, sayings } from '../testing/random-filing.ts'
import { canResave, resaved } from '../testing/resaved.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'

const { register, plan, templates } = khanhHoa2025
const SEED = 2044
const COUNT = Number(process.env.ROUND_TRIPS ?? templates.length)

interface Case {
  readonly blank: Blank
  readonly filing: Filing
}

const blanks = templates.map(blankForm)
const casesFor = (seed: number, count: number): Case[] =>
  blanks.flatMap((blank, at) => {
    const share = Math.floor(count / blanks.length) + (at < count % blanks.length ? 1 : 0)
    return fc.sample(randomFiling(blank), { numRuns: share, seed: seed + at }).map((filing) => ({ blank, filing }))
  })

/** Chooses the form as an upload does, reads it, and holds it against what was filled. */
function expectSame({ blank, filing: filled }: Case, grid: Grid, told: ReadonlySet<string> = new Set(), what = '') {
  const { template, obligation, prefill } = blank
  const { sheet } = chooseForm(grid, template, obligation)
  expect(sheet, what).not.toBeNull()
  const context = { today: '2025-03-15', agency: obligation.agency, period: obligation.period, register, plan, prefill, previous: null }
  const { filing, findings } = read(grid, sheet!, template, context)
  expect(
    findings.filter(({ code }) => !told.has(code)).map(({ code, place, actual }) => ({ code, place, actual })),
    what,
  ).toEqual([])
  expect(new Set(findings.map(({ code }) => code)), what).toEqual(told)
  expect(filing, what).toMatchObject({
    template: template.code,
    version: template.version,
    agency: obligation.agency,
    period: obligation.period,
  })
  expect(sayings(blank, filing), what).toEqual(sayings(blank, filled))
  const rows = new Map(filing.rows.map((row) => [`${row.table} ${row.id}`, row.entries]))
  for (const [table, id, key, value] of broughtValues(blank)) expect(rows.get(`${table} ${id}`)?.[key]?.value ?? null, what).toBe(value)
}

const filed = ({ blank, filing }: Case) => writeWorkbook(drawnForm(blank, filing, true))

function mistreated(one: Case, at: number): Mistreated & { what: string } {
  const layout = drawnForm(one.blank, one.filing)
  const [{ names, apply } = { names: [], apply: (fresh: Mistreated) => fresh }] = fc.sample(mistreatment, { numRuns: 1, seed: SEED + at })
  return {
    ...apply({ grid: gridOf(layout), sheet: layout.sheets[0]!.name, told: new Set() }),
    what: `${one.blank.template.code} ${at}: ${names.join(', ')}`,
  }
}

const plain = casesFor(SEED, COUNT)
const rough = casesFor(SEED + 100, COUNT * 5)

test(`${plain.length} random filings are read from their files as they were filled`, async () => {
  for (const one of plain) expectSame(one, await readWorkbook(await filed(one)))
}, 1_200_000)

test(`${rough.length} random filings are read from workbooks to which people did something`, () => {
  for (const [at, one] of rough.entries()) {
    const { grid, told, what } = mistreated(one, at)
    expectSame(one, grid, told, what)
  }
}, 1_200_000)

const LOST: Record<'names' | 'record sheet' | 'marks', (grid: Grid, sheet: string) => Grid> = {
  names: loseNames,
  'record sheet': loseRecord,
  marks: loseMarks,
}

test.each([
  ['names', 'record sheet'],
  ['names', 'marks'],
  ['record sheet', 'marks'],
] as const)('without %s and %s every form is read whole', (first, second) => {
  for (const { blank, filing: filled } of casesFor(SEED, blanks.length)) {
    const layout = drawnForm(blank, filled)
    const name = layout.sheets[0]!.name
    const grid = [first, second].reduce((one, anchor) => LOST[anchor](one, name), gridOf(layout))
    const { template, obligation, prefill } = blank
    expect(chooseForm(grid, template, obligation).sheet, template.code).toBe(name)
    const context = { today: '2025-03-15', agency: obligation.agency, period: obligation.period, register, plan, prefill, previous: null }
    const { filing, findings } = read(grid, name, template, context)
    expect(
      findings.map(({ code, place }) => ({ code, place })),
      template.code,
    ).toEqual([])
    // Rows that the filer added are numbered anew where their ids are gone.
    const said = (one: Filing) => {
      const { header, rows } = sayings(blank, one)
      const lines = Object.entries(rows).map(([row, values]) => JSON.stringify([row.replace(/ n\d+$/, ''), values]))
      return { header, rows: lines.filter((line) => !line.endsWith(',{}]')).sort() }
    }
    expect(said(filing), template.code).toEqual(said(filled))
  }
})

test.skipIf(!canResave)(
  `${plain.length * 2} of them survive being saved by LibreOffice, with and without that`,
  async () => {
    const treated = rough.slice(0, plain.length).map((one, at) => ({ one, ...mistreated(one, at) }))
    const files: Uint8Array[] = []
    for (const one of plain) files.push(await filed(one))
    for (const { grid } of treated) files.push(await writeWorkbook(layoutOf(grid)))
    const again = resaved(files)
    for (const [at, one] of plain.entries()) expectSame(one, await readWorkbook(again[at]!))
    for (const [at, { one, told, what }] of treated.entries()) expectSame(one, await readWorkbook(again[plain.length + at]!), told, what)
  },
  1_200_000,
)
