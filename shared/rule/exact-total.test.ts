import { expect, test } from 'vitest'
import { compileFormula } from './compile.ts'
import { evaluate } from './evaluate.ts'

test('a long column of typed amounts adds up to what pencil and paper give', () => {
  const compiled = compileFormula('=SUM([so])', { fields: { so: 'number' }, plan: [] })
  const tenths = Array.from({ length: 100_000 }, () => 0.1)
  const sum = compiled.ok && evaluate(compiled.formula, { row: {}, column: () => tenths, plan: {} })
  expect(sum).toBe(10_000)
})
