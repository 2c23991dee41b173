// Formulas of a form over cells as formulas over columns: what speaks of its own row only
// becomes a computed column, what compares becomes a rule. The rest is left, and told.
import { columnIndex } from '../a1.ts'
import type { FormulaNode } from '../rule/formula-tree.ts'
import { functionNamed } from '../rule/functions.ts'
import { parse } from '../rule/parse.ts'

const CELL = /\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])/g
const STRINGS = /("(?:[^"]|"")*")/

export type KeyOf = (column: number) => string | undefined

/** What is longer than any formula over a row of a form is not looked into, nor what reaches over more columns than a form has. */
const LONGEST = 1_000
const WIDEST = 400

/** Of a formula in `row` (zero-based); null where it speaks of anything but columns of its row. */
export function overColumns(formula: string, row: number, keyOf: KeyOf): string | null {
  if (formula.length > LONGEST) return null
  let left = false
  const translated = formula
    .split(STRINGS)
    .map((part, at) => {
      if (at % 2 === 1) return part
      if (part.includes('!') || part.includes('[')) left = true
      return part.replace(CELL, (_, from: string, first: string, to: string | undefined, last: string | undefined) => {
        const begin = columnIndex(from)
        const end = to === undefined ? begin : columnIndex(to)
        if (left || end - begin > WIDEST) {
          left = true
          return ''
        }
        const keys = Array.from({ length: Math.max(0, end - begin) + 1 }, (__, step) => keyOf(begin + step))
        if (Number(first) !== row + 1 || (last !== undefined && Number(last) !== row + 1) || keys.includes(undefined)) left = true
        return keys.map((key) => `[@${key}]`).join(',')
      })
    })
    .join('')
  return left || !isTaken(translated) ? null : translated
}

const inner = (node: FormulaNode): readonly FormulaNode[] =>
  node.type === 'call' ? node.args : node.type === 'binary' ? [node.left, node.right] : node.type === 'unary' ? [node.of] : []

const holds = (node: FormulaNode, what: (one: FormulaNode) => boolean): boolean => what(node) || inner(node).some((one) => holds(one, what))

function isTaken(source: string): boolean {
  const parsed = parse(source)
  return (
    'tree' in parsed &&
    !holds(parsed.tree, (node) => node.type === 'other' || node.type === 'name' || (node.type === 'call' && !functionNamed(node.name)))
  )
}

const COMPARES = new Set(['=', '<>', '<', '>', '<=', '>='])
const RIGHT = new Set(['', 'đúng', 'ok', 'khớp', 'đạt', 'true'])

/** What a column of checks demands of its row; null where it gives a value. */
export function demandOf(formula: string): string | null {
  const parsed = parse(formula)
  if (!('tree' in parsed)) return null
  const { tree } = parsed
  const isDemand = (node: FormulaNode) =>
    (node.type === 'binary' && COMPARES.has(node.operator)) || (node.type === 'call' && ['AND', 'OR', 'NOT'].includes(node.name))
  const written = (node: FormulaNode) => formula.slice(node.from, node.to)
  if (isDemand(tree)) return `=${written(tree)}`
  if (tree.type !== 'call' || tree.name !== 'IF') return null
  const [condition, yes, no] = tree.args
  const says = (node: FormulaNode | undefined) =>
    node?.type === 'literal' && typeof node.value === 'string' ? RIGHT.has(node.value.trim().toLowerCase().normalize('NFC')) : null
  if (!condition || !isDemand(condition)) return null
  if (says(yes) && says(no) === false) return `=${written(condition)}`
  return says(yes) === false && says(no) ? `=NOT(${written(condition)})` : null
}

/** `3 = 4 + 5`, `(5)=(4)/(3)*100` in the row that numbers the columns; `keyOf` by that number. */
export function numberedFormula(text: string, keyOf: KeyOf, percent: boolean): { readonly of: number; readonly formula: string } | null {
  const [, of, expression] = /^[([]?(\d{1,2})[)\]]?\s*=\s*(.+)$/.exec(text.trim()) ?? []
  if (of === undefined || expression === undefined) return null
  const plain = expression
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replaceAll('–', '-')
    .replace(/[x×:]/gi, (sign) => (sign === ':' ? '/' : '*'))
    .replace(/\*\s*100\s*%?|%/g, '')
  if (!/^[\d\s+\-*/().]+$/.test(plain)) return null
  let left = false
  const formula = plain.replace(/\((\d{1,2})\)|(\d{1,2})/g, (_, bracketed?: string, bare?: string) => {
    const key = keyOf(Number(bracketed ?? bare))
    if (!key) left = true
    return `[@${key}]`
  })
  return left ? null : { of: Number(of), formula: percent ? `=${formula}*100` : `=${formula}` }
}
