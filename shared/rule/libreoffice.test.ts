// The same formulas over the same rows, worked out by LibreOffice and by us: no
// two answers differ. Where LibreOffice is known to differ from what Excel
// documents, Excel is followed, and the case stands in excel-wins.test.ts.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asksForBlanks, disagreements, formulasOf, NIL_KEYS } from '../../.tools/oracle/compare.ts'
import { functionNames } from './functions.ts'

/** `npm run oracle` asks as many as one likes. */
const FORMULAS = 1500
/** The second of them has errors in its cells. */
const SEEDS = [2044, 2045]

const soffice = [process.env.LIBREOFFICE, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))].find(
  (path) => path && existsSync(path),
)
const LONG = { timeout: 120_000 }

const OPERATORS = ['+', '-', '*', '/', '^', '&', '%', '=', '<>', '<', '>', '<=', '>=']

test('what is asked calls every function of the language and uses every operator', () => {
  const asked = SEEDS.flatMap((seed) => formulasOf(seed, FORMULAS)).join('\n')
  const unquoted = asked.replace(/"[^"]*"/g, '')
  expect(functionNames.filter((name) => !new RegExp(`\\b${name}\\(`).test(unquoted))).toEqual([])
  const used = new Set(unquoted.match(/<>|<=|>=|[-+*/^&%=<>]/g))
  expect(OPERATORS.filter((operator) => !used.has(operator))).toEqual([])
})

describe.skipIf(!soffice)('LibreOffice and we', () => {
  test.each(SEEDS)(`answer alike to ${FORMULAS} random formulas, seed %i`, LONG, async (seed) => {
    expect(await disagreements(String(soffice), seed, formulasOf(seed, FORMULAS))).toEqual([])
  })

  test('answer alike where "-" stands in the cells of numbers, which is a blank to a formula', LONG, async () => {
    const askable = formulasOf(2046, FORMULAS).filter((source) => !asksForBlanks(source))
    expect(await disagreements(String(soffice), 2046, askable, NIL_KEYS)).toEqual([])
  })
})
