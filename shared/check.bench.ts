// How fast a filing is judged, beside JSON.parse of the same filing and zod's
// mere look at its structure; and how long one edit takes in a long sheet.
import * as z from 'zod'
import type { Bench } from '../.tools/meter.ts'
import { context, manyRows, roomy } from './check/many-rows.ts'
import { check } from './check.ts'
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

const bench: Bench = async ({ compare, say }) => {
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

export default bench
