// Ways of building that only save time: the verdict is the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { build } from './build.ts'
import { compileFormula } from './compile.ts'
import { Answers } from './remembered-parts.ts'
import { isError, type Result } from './scalar.ts'
import type { Scope } from './scope.ts'

const keys = ['a', 'b', 't', 'u', 'd']
const scope: Scope = { fields: { a: 'number', b: 'number', t: 'text', u: 'text', d: 'date' }, plan: ['tong'], about: 'row' }

const FORMULAS = [
  '=OR([@t]="Hoàn thành",AND([@d]<>"",[@d]<45700,[@t]<>"abc"),ISBLANK([@u]))',
  '=AND([@a]+[@b]<=plan.tong,NOT(ISBLANK([@a])),[@t]<>[@u])',
  '=OR([@a]/[@b]>1,[@t]="abc",[@a]<[@b])',
  '=IF(AND(ISBLANK([@a]),ISBLANK([@b])),"",[@a]-[@b])',
  '=IF(LEFT([@t],4)="Quý ",DATE(VALUE(RIGHT([@t],4)),3,1),IF([@u]="",0,LEN([@t])))',
  '=AND(VALUE(LEFT([@t],4))<=plan.tong,VALUE(RIGHT([@u],4))>=2025)',
  '=ISERROR(SEARCH("IV.",[@t]))',
  '=OR(ISERROR(VALUE([@t])),[@a]=VALUE([@t]))',
  '=NOT(OR([@a]=[@b],[@d]=[@a],IF([@t]="x",[@u]="",FALSE)))',
]

const text = fc.constantFrom<Result>(null, '', 'Hoàn thành', 'HOÀN THÀNH', 'abc', 'x', 'Quý I/2025', '2024-2026', 'IV.2', '12')
const number = fc.oneof(
  fc.constantFrom<Result>(null, 0, 1, -1, 0.1, 0.3, 45_699, 45_700, 2025),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const row = fc.tuple(number, number, text, text, number)

test.each(FORMULAS)('%s says the same, whether errors are reckoned with and answers remembered or not', (source) => {
  const compiled = compileFormula(source, scope)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  const built = (mayHoldErrors: boolean, recurs: boolean) =>
    build(compiled.formula, {
      ...{ plan: { tong: 2025 }, mayHoldErrors },
      cell: (key) => keys.indexOf(key),
      column: () => -1,
      recurs: () => recurs,
      answers: new Answers(),
    })
  const [careful, quick, remembering] = [built(true, false), built(false, false), built(false, true)]
  const shown = (result: Result) => (isError(result) ? result.text : result)
  const seen = new Set<unknown>()
  fc.assert(
    fc.property(row, (cells) => {
      const result = shown(careful(cells))
      seen.add(result)
      expect([shown(quick(cells)), shown(remembering(cells)), shown(remembering(cells))]).toEqual([result, result, result])
    }),
    { numRuns: 500 },
  )
  expect(seen.size).toBeGreaterThan(1)
})
