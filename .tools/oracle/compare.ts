// Random formulas over random rows, answered by LibreOffice and by us: where the
// two differ. The same seed asks the same questions.
import fc from 'fast-check'
import { compileFormula } from '../../shared/rule/compile.ts'
import { evaluate } from '../../shared/rule/evaluate.ts'
import type { FormulaNode } from '../../shared/rule/formula-tree.ts'
import { isError, type Result } from '../../shared/rule/scalar.ts'
import { type Answer, askLibreOffice, type Case } from './libreoffice.ts'
import { formula } from './random-formula.ts'
import { PLAN, type Row, scope, tableOf } from './random-row.ts'

export interface Disagreement {
  readonly formula: string
  readonly row: Row
  readonly ours: Result
  readonly theirs: Answer | undefined
  readonly seed: number
}

/** Columns of numbers in whose blank cells people write "-". */
export const NIL_KEYS: readonly string[] = ['a', 'b', 'c']
/** A criterion that asks for blanks finds "-" to be something. */
export const asksForBlanks = (source: string): boolean => /"="/.test(source)

export const formulasOf = (seed: number, count: number): string[] => fc.sample(formula, { seed, numRuns: count })

function caseOf(source: string, row: number): Case {
  const result = compileFormula(`=${source}`, scope)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.refusals)}`)
  return { formula: result.formula, row }
}

const answerOf = ({ formula: one, row }: Case, rows: readonly Row[]): Result =>
  evaluate(one, { row: rows[row] ?? {}, column: (key) => rows.map((each) => each[key] ?? null), plan: PLAN })

const children = (node: FormulaNode): readonly FormulaNode[] => {
  if (node.type === 'unary') return [node.of]
  if (node.type === 'binary') return [node.left, node.right]
  return node.type === 'call' ? node.args : []
}

/** The different errors that come about anywhere in the formula. */
function errorsIn(one: Case, rows: readonly Row[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: FormulaNode) => {
    const results =
      node.type === 'column'
        ? rows.map((row) => row[node.key] ?? null)
        : [answerOf({ ...one, formula: { ...one.formula, tree: node } }, rows)]
    for (const result of results) if (isError(result) && node.type !== 'list') found.add(result.text)
    for (const child of children(node)) visit(child)
  }
  visit(one.formula.tree)
  return found
}

/** What binary fractions may lose where numbers of a column cancel each other out: Microsoft 78113. */
const lost = (one: Case, rows: readonly Row[]): number => {
  const sizes = one.formula.columns.flatMap((key) => rows.map((row) => (typeof row[key] === 'number' ? Math.abs(row[key]) : 0)))
  return 1e-15 * Math.max(0, ...sizes)
}

function agree(one: Case, rows: readonly Row[], mine: Result, theirs: Answer): boolean {
  if (isSame(one, rows, mine, theirs)) return true
  // Where different errors meet, any of them may come out: OASIS OpenDocument 1.2 part 2, 4.6.
  const asksWhich = /\b(?:ISNA|ISERR|IFNA)\(/.test(one.formula.source)
  return (asksWhich || (isError(mine) && theirs.kind === 'error')) && errorsIn(one, rows).size > 1
}

/** LibreOffice shows 15 digits and keeps no -0; its own error numbers (Err:502) say no more than that there is one. */
function isSame(one: Case, rows: readonly Row[], mine: Result, theirs: Answer): boolean {
  if (isError(mine)) return theirs.kind === 'error' && (theirs.shown === mine.text || theirs.shown.startsWith('Err:'))
  if (typeof mine === 'string') return theirs.kind === 'text' && theirs.shown === mine
  if (typeof mine === 'boolean')
    return theirs.kind === 'logical' && ['TRUE', 'FALSE', '1', '0'].indexOf(theirs.shown) % 2 === (mine ? 0 : 1)
  if (mine === null || theirs.kind !== 'number') return false
  const number = Number(theirs.shown)
  return Math.abs(number - mine) <= Math.max(1e-13 * Math.abs(number), 1e-13 * Math.abs(mine), lost(one, rows))
}

/** Where `nilKeys` are given, "-" stands in the cells of their columns that are blank. */
export async function disagreements(
  soffice: string,
  seed: number,
  sources: readonly string[],
  nilKeys: readonly string[] = [],
): Promise<Disagreement[]> {
  const rows = tableOf(seed)
  const cases = sources.map((source, index) => caseOf(source, index % rows.length))
  const answers = await askLibreOffice(soffice, rows, cases, nilKeys)
  return cases.flatMap((one, index) => {
    const [ours, theirs] = [answerOf(one, rows), answers[index]]
    return theirs && agree(one, rows, ours, theirs) ? [] : [{ formula: one.formula.source, row: rows[one.row] ?? {}, ours, theirs, seed }]
  })
}
