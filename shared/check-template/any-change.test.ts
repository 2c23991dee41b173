// Whatever is changed in a template: the check answers, each refusal leads to its place and
// has its sentences, and what is taken can be drawn as a form, filled and judged.
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { checkTemplate } from '../check-template.ts'
import { obligationsOf } from '../deadline.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { periodsOf } from '../period.ts'
import { prefill } from '../prefill.ts'
import { layout } from '../sheet/layout.ts'
import { Template } from '../template.ts'
import { refusalSentence } from '../text/template-refusal.ts'

const { plan, register, assignments, templates } = khanhHoa2025

type Parent = Record<string | number, unknown>
interface Spot {
  readonly parent: Parent
  readonly key: string | number
}

const spotsIn = (value: unknown): Spot[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key): Spot[] => {
        const own = Array.isArray(value) ? Number(key) : key
        return [{ parent: value as Parent, key: own }, ...spotsIn((value as Parent)[own])]
      })

const STRINGS = [
  '',
  ' ',
  'a',
  'constructor',
  'main',
  'ty_le',
  '=1',
  '=[@constructor]>0',
  '=[@ty_le]>"',
  '"',
  '\u0000',
  '{year}',
  'THANG',
  'x'.repeat(300),
]
const NUMBERS = [0, -1, 0.5, 32, 255, 1e300]

const change = fc.record({ at: fc.nat(), other: fc.nat(), how: fc.constantFrom('remove', 'repeat', 'swap', 'another', 'odd') })

function changed(template: Template, { at, other, how }: { at: number; other: number; how: string }): void {
  const spots = spotsIn({ regime: template.regime, tables: template.tables, header: template.header }).slice(1)
  const { parent, key } = spots[at % spots.length]!
  const value = parent[key]
  const alike = spots.filter((one) => typeof one.parent[one.key] === typeof value)
  const twin = alike[other % alike.length]!
  const list = Array.isArray(parent) ? parent : null
  if (how === 'remove' && list) list.splice(Number(key), 1)
  else if (how === 'remove') delete parent[key]
  else if (how === 'repeat' && list) list.splice(other % (list.length + 1), 0, structuredClone(value))
  else if (how === 'swap') [parent[key], twin.parent[twin.key]] = structuredClone([twin.parent[twin.key], value])
  else if (how === 'odd' && typeof value === 'string') parent[key] = STRINGS[other % STRINGS.length]
  else if (how === 'odd' && typeof value === 'number') parent[key] = NUMBERS[other % NUMBERS.length]
  else parent[key] = structuredClone(twin.parent[twin.key])
}

const asStep = (value: unknown, step: string | number): unknown => (value as Parent | undefined)?.[step]

function isUsable(template: Template): void {
  const period = periodsOf(template.regime.frequency, 2025)[0]!
  const [obligation] = obligationsOf(template, register, period)
  if (!obligation) return
  const { agency } = obligation
  const known = prefill(template, agency, period, { assignments, register, plan, previous: null })
  layout(template, known, { obligation, register, plan, agencyName: 'Sở', provinceName: 'tỉnh Khánh Hòa' })
  const rows = template.tables.map(({ key, fields }) => ({
    ...{ id: 'n1', table: key },
    entries: Object.fromEntries(fields.map((field) => [field.key, { value: field.example ?? 'x' }])),
  }))
  const filing = {
    template: template.code,
    version: template.version,
    agency,
    period,
    declaration: null,
    header: {},
    rows,
    explanations: {},
  }
  check(template, filing, { today: '2025-03-17', agency, period, register, plan, prefill: known, previous: null })
}

test('it is taken or refused with reasons, and what is taken works', { timeout: 60_000 }, () => {
  const count = { taken: 0, refused: 0 }
  fc.assert(
    fc.property(fc.constantFrom(...templates.keys()), fc.array(change, { minLength: 1, maxLength: 3 }), (at, changes) => {
      const next: unknown = structuredClone(templates[at])
      for (const one of changes) changed(next as Template, one)
      if (!v.is(Template, next)) return
      const refusals = checkTemplate(next, plan, khanhHoa2025)
      count[refusals.length === 0 ? 'taken' : 'refused']++
      for (const refusal of refusals) {
        expect(refusal.path.slice(0, -1).reduce(asStep, next), `${refusal.code} ${refusal.path.join('.')}`).toBeDefined()
        for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, next, lang)).not.toMatch(/undefined|NaN|\[object/)
      }
      if (refusals.length === 0) isUsable(next)
    }),
    { numRuns: 200 },
  )
  expect(Math.min(count.taken, count.refused)).toBeGreaterThan(5)
})
