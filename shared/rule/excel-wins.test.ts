// Where LibreOffice is known to answer otherwise than Excel documents, Excel is
// followed: these formulas are kept out of libreoffice.test.ts.
import { expect, test } from 'vitest'
import { compileFormula } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { isError, NOT_AVAILABLE, type Result, type Scalar } from './scalar.ts'
import type { Scope } from './scope.ts'

const scope: Scope = {
  fields: { a: 'number', b: 'number', c: 'number', t: 'text', l: 'boolean', m: 'any', n: 'any', fail: 'any' },
  plan: [],
  lists: { ds: [{ label: 'abc', code: 'x' }] },
}

/** One row for the cases below: a 0, b negative, m text that reads as a number, n a logical, c blank. */
const odd: Readonly<Record<string, Result>> = { a: 0, b: -10_008.183, c: null, t: 'abc', l: true, m: '12', n: true, fail: NOT_AVAILABLE }

// LibreOffice 7.4 answers what stands in the third column. OpenFormula is OASIS OpenDocument 1.2 part 2, which lets logicals be
// numbers (4.5); the titles are those of Microsoft's function reference.
test.each<[string, Scalar, string, string]>([
  ['=[@n]>5', true, 'FALSE', 'logicals come after numbers and text, they are no numbers'],
  ['=[@n]=1', false, 'TRUE', 'a logical equals no number'],
  ['=ISNUMBER([@n])', false, 'TRUE', 'IS functions: a logical is no number'],
  ['=COUNT([@l])', 0, '1', 'COUNT: logicals in cells are not counted'],
  ['=SUM([n],[@a])', 0, '1', 'SUM: logicals in cells are ignored'],
  ['=COUNTIF([n],1)', 0, '1', 'COUNTIF: a logical is not the number 1'],
  ['=VALUE([@n])', '#VALUE!', '1', 'VALUE: of text only'],
  ['=AND("TRUE",TRUE)', true, '#VALUE!', 'AND: the texts TRUE and FALSE are logicals when given directly'],
  ['=IF([@m],1,2)', '#VALUE!', '1', 'IF: a number written as text is no condition'],
  ['=COUNTIF([m],12)', 1, '0', 'COUNTIF: a number written as text is found by the number'],
  ['=FIND("",[@t])', 1, '#VALUE!', 'FIND: empty text is found at the first character'],
  ['=MROUND([@b],5)', '#NUM!', '-10010', 'MROUND: both must have the same sign'],
  ['=0^0', '#NUM!', '1', 'OpenFormula 6.16.46 leaves it to the program'],
  ['=[@a]^-1', '#DIV/0!', '#NUM!', 'POWER: a division by zero'],
  ['=1E+20&""', '1E+20', '1E+020', 'General format: an exponent of two digits'],
  ['=DATE(1900,1,1)', 1, '2', 'DATE: 1 January 1900 is day 1'],
  ['=[@l]&"x"', 'TRUEx', '1x', 'a logical as text is TRUE or FALSE'],
  ['=YEAR([@c])', 1900, '1899', 'YEAR: day 0 is 0 January 1900'],
  ['=TRUNC(-99999999999.9999)', -99_999_999_999, '-100000000000', 'TRUNC: the fraction is removed, nothing is rounded'],
  ['=MOD(-99999999999.9999,2)', 0.0001068115234375, '0', 'MOD: n - d*INT(n/d), in the 15 digits that a number has'],
  ['=ISNA(MATCH(NA(),list.ds.label,0))', true, 'FALSE', 'IS functions: the error that is looked up is the error of the lookup'],
  ['=ISNA(T(NA()))', true, 'FALSE', 'T: an error is neither text nor nothing'],
  ['=MATCH(REPT("a",256),list.ds.label,0)', '#VALUE!', '#N/A', 'MATCH: a text of more than 255 characters is not looked up'],
  ['=COUNTIFS([a],"<>5",[fail],"<>")', 1, '0', 'COUNTIFS: the order of criteria does not matter, an error is not blank'],
  ['=ROUNDUP(1234671035.975,2)', 1_234_671_035.98, '1234671035.97', 'ROUNDUP: away from zero'],
])('%s is %s as in Excel, where LibreOffice answers %s: %s', (source, excel) => {
  const compiled = compileFormula(source, scope)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  const mine = evaluate(compiled.formula, { row: odd, column: (key) => [odd[key] ?? null], plan: {} })
  expect(isError(mine) ? mine.text : mine).toBe(excel)
})
