// How fast a filing is judged, beside JSON.parse of the same filing and zod's
// mere look at its structure; and how long one edit takes in a long sheet.
import * as z from 'zod'
import type { Bench, Meter } from '../.tools/meter.ts'
import { context, manyRows, roomy } from './check/many-rows.ts'
import { check, createChecker } from './check.ts'
import type { Filing } from './filing.ts'

const Entry = z.strictObject({
  value: z.union([z.null(), z.string(), z.number(), z.boolean()]),
  cell: z.string().optional(),
  percent: z.boolean().optional(),
  error: z.boolean().optional(),
  formula: z.string().optional(),
  font: z.string().optional(),
})
const Rows = z.array(z.strictObject({ id: z.string(), table: z.string(), at: z.number().optional(), entries: z.record(z.string(), Entry) }))

const number = (value: number, places: number) => value.toFixed(places).padStart(9)

const bench: Bench = async (meter) => {
  const { compare, say } = meter
  await edits(meter)
  for (const code of ['THANG', 'PL2']) {
    const template = roomy(code)
    say(`${code}: ${template.tables[0]!.fields.length} columns`)
    say('     rows   parse ms   check ms     zod ms     rows/s  (parse+check)/parse  check/zod')
    for (const count of [1_000, 10_000, 100_000]) {
      const filing = manyRows(template, count)
      const text = JSON.stringify(filing)
      const rounds = count > 10_000 ? 5 : 11
      const took = await compare(
        {
          parse: () => JSON.parse(text) as Filing,
          check: () => check(template, filing, context),
          zod: () => Rows.parse(filing.rows),
        },
        rounds,
      )
      const { findings } = check(template, filing, context)
      if (findings.length > 0) throw new Error(`${code}: rows meant to be right have findings: ${JSON.stringify(findings[0])}`)
      const perSecond = (count / took.check) * 1000
      say(
        [
          String(count).padStart(9),
          number(took.parse, 1),
          number(took.check, 1),
          number(took.zod, 1),
          String(Math.round(perSecond)).padStart(9),
          number((took.parse + took.check) / took.parse, 2).padStart(19),
          number(took.check / took.zod, 2),
        ].join('  '),
      )
    }
  }
}

/** One cell after the other changes in a sheet of 5,000 rows that the checker has seen. */
async function edits({ compare, say }: Meter): Promise<void> {
  for (const code of ['THANG', 'PL2']) {
    const template = roomy(code)
    const checker = createChecker(template, context)
    let filing = manyRows(template, 5_000)
    checker.check(filing)
    const key = code === 'THANG' ? 'gn_ky' : 'nc_dtc'
    let turn = 0
    const edit = () => {
      turn++
      const at = (turn * 37) % filing.rows.length
      const row = filing.rows[at]!
      const entries = { ...row.entries, [key]: { ...row.entries[key], value: 1 + (turn % 100) / 10 } }
      filing = { ...filing, rows: filing.rows.with(at, { ...row, entries }) }
      checker.check(filing)
    }
    const readAnew = () => {
      filing = { ...filing, rows: filing.rows.map((row) => ({ ...row })) }
      checker.check(filing)
    }
    const took = await compare({ edit, readAnew })
    say(
      `${code}, 5,000 rows: one edit ${(took.edit * 1000).toFixed(0)} µs; every row read anew, none changed ${(took.readAnew * 1000).toFixed(0)} µs`,
    )
  }
}

export default bench
