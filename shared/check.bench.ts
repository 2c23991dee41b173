// How fast a filing is judged, beside JSON.parse of the same filing and zod's mere look at
// its structure: as zod compiles it where code may be made of text, and as it must work in
// Workers, where it may not; with the content that is kept, which is made when asked for, and
// without. And how long one edit takes in a long sheet. Template, plan and register are known before, as the
// schema is compiled before; the context is another each time, as that of every filing: what was learnt of
// the texts of the last one does not count.
// `npm run bench -- check node THANG 10000`: only there, only this; `edit` for the edits.
import * as z from 'zod'
import type { Bench, Meter } from '../.tools/meter.ts'
import { context, manyRows, roomy } from './check/many-rows.ts'
import { check, createChecker } from './check.ts'
import type { Filing } from './filing.ts'
import type { Template } from './template.ts'

const CODES = ['THANG', 'PL2']
const SIZES = ['1000', '10000', '100000']

const Entry = z.strictObject({
  value: z.union([z.null(), z.string(), z.number(), z.boolean()]),
  cell: z.string().optional(),
  percent: z.boolean().optional(),
  error: z.boolean().optional(),
  formula: z.string().optional(),
  font: z.string().optional(),
})

/** Column by column, which zod takes less time for than for a record of entries. */
const rowsOf = (template: Template) => {
  const entries = z.strictObject(Object.fromEntries(template.tables[0]!.fields.map(({ key }) => [key, Entry.optional()])))
  return z.array(z.strictObject({ id: z.string(), table: z.string(), at: z.number().optional(), entries }))
}

/** The shorter a work, the more of another process's doing falls on one of them alone: it takes more turns until medians stand still. */
const roundsFor = (count: number) => (count > 10_000 ? 3 : count > 1_000 ? 9 : 45)

const number = (value: number, places: number) => value.toFixed(places).padStart(9)

/** What was asked for, or all of it. */
const chosen = (all: readonly string[], picks: readonly string[]) => {
  const some = all.filter((one) => picks.includes(one))
  return some.length > 0 ? some : all
}

const bench: Bench = async (meter, picks) => {
  const { compare, say } = meter
  const wantsSizes = picks.length === 0 || picks.some((one) => one !== 'edit')
  if (picks.length === 0 || picks.includes('edit')) await edits(meter, chosen(CODES, picks))
  for (const code of wantsSizes ? chosen(CODES, picks) : []) {
    const template = roomy(code)
    const Rows = rowsOf(template)
    await say(`${code}: ${template.tables[0]!.fields.length} columns`)
    await say(
      '     rows   parse ms   check ms     zod ms  jitless ms     rows/s  parse+check/parse  check/zod  with content/zod  check/zod jitless',
    )
    for (const size of chosen(SIZES, picks)) {
      const count = Number(size)
      const text = JSON.stringify(manyRows(template, count))
      // As it arrives, not as it was put together here.
      const filing = JSON.parse(text) as Filing
      const took = await compare(
        {
          parse: () => JSON.parse(text) as Filing,
          both: () => check(template, JSON.parse(text) as Filing, { ...context }),
          check: () => check(template, filing, { ...context }),
          content: () => check(template, filing, { ...context }).content,
          zod: () => Rows.parse(filing.rows),
          jitless: () => Rows.parse(filing.rows, { jitless: true }),
        },
        roundsFor(count),
      )
      const { findings } = check(template, filing, context)
      if (findings.length > 0) throw new Error(`${code}: rows meant to be right have findings: ${JSON.stringify(findings[0])}`)
      await say(
        [
          size.padStart(9),
          number(took.parse, 1),
          number(took.check, 1),
          number(took.zod, 1),
          number(took.jitless, 1).padStart(10),
          String(Math.round((count / took.check) * 1000)).padStart(9),
          number(took.both / took.parse, 2).padStart(17),
          number(took.check / took.zod, 2),
          number(took.content / took.zod, 2).padStart(16),
          number(took.check / took.jitless, 2).padStart(17),
        ].join('  '),
      )
    }
  }
}

/** One cell after the other changes in a sheet of 5,000 rows that the checker has seen. */
async function edits({ compare, say }: Meter, codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const template = roomy(code)
    const key = code === 'THANG' ? 'gn_ky' : 'nc_dtc'
    /** `amount` is right up to 2; what is more breaks a rule of PL2. */
    const editing = (amount: (turn: number) => number) => {
      const checker = createChecker(template, context)
      let filing = manyRows(template, 5_000)
      let turn = 0
      checker.check(filing)
      return {
        edit() {
          turn++
          const at = (turn * 37) % filing.rows.length
          const row = filing.rows[at]!
          const entries = { ...row.entries, [key]: { ...row.entries[key], value: amount(turn) } }
          filing = { ...filing, rows: filing.rows.with(at, { ...row, entries }) }
          checker.check(filing)
        },
        readAnew() {
          filing = { ...filing, rows: filing.rows.map((row) => ({ ...row })) }
          checker.check(filing)
        },
      }
    }
    const right = editing((turn) => 1 + (turn % 100) / 100)
    const wrong = editing((turn) => 1 + (turn % 100) / 10)
    const took = await compare({ edit: right.edit, wrong: wrong.edit, readAnew: right.readAnew })
    const micro = (ms: number) => `${(ms * 1000).toFixed(0)} µs`
    await say(
      `${code}, 5,000 rows: one edit ${micro(took.edit)}; in a sheet that fills with broken rules ${micro(took.wrong)}; every row read anew, none changed ${micro(took.readAnew)}`,
    )
  }
}

/** Time is measured here: 100 000 rows, their text and two peers' results stand side by side, more than one isolate holds. */
export const heapMb = 4000

export default bench
