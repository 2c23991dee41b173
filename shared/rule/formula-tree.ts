// The parts of Excel's grammar that a rule may use, with their positions. The
// parser's own nodes end here; whatever else it accepts becomes 'other'.
import type { AstExpression } from '@borgar/fx'
import { type ErrorText, EXCEL_ERRORS } from './scalar.ts'

interface Span {
  /** Positions in the source, from 0, end exclusive. */
  readonly from: number
  readonly to: number
}

export type FormulaNode = Span &
  (
    | { readonly type: 'literal'; readonly value: number | string | boolean }
    | { readonly type: 'error'; readonly text: ErrorText }
    /** An argument left out: `IF(a,,b)`. */
    | { readonly type: 'blank' }
    /** `[@key]`: the cell of this row. */
    | { readonly type: 'field'; readonly key: string }
    /** `[key]`: the whole column. */
    | { readonly type: 'column'; readonly key: string }
    /** `plan.name`: a control total. */
    | { readonly type: 'plan'; readonly name: string }
    | { readonly type: 'unary'; readonly operator: '+' | '-' | '%'; readonly of: FormulaNode }
    | { readonly type: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }
    | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
    | { readonly type: 'other'; readonly text: string }
  )

const FIELD = /^\[@\[?([a-z][a-z0-9_]*)\]?\]$/
const COLUMN = /^\[([a-z][a-z0-9_]*)\]$/
const PLAN = /^plan\.([a-z][a-z0-9_]*)$/i

function reference(value: string, span: Span): FormulaNode {
  const [field, column, plan] = [FIELD.exec(value), COLUMN.exec(value), PLAN.exec(value)]
  if (field) return { ...span, type: 'field', key: field[1]! }
  if (column) return { ...span, type: 'column', key: column[1]! }
  if (plan) return { ...span, type: 'plan', name: plan[1]! }
  return { ...span, type: 'other', text: value }
}

export function toTree(node: AstExpression | null | undefined): FormulaNode {
  if (!node) return { from: 0, to: 0, type: 'blank' }
  const span = { from: node.loc?.[0] ?? 0, to: node.loc?.[1] ?? 0 }
  switch (node.type) {
    case 'Literal':
      return { ...span, type: 'literal', value: node.value }
    case 'ErrorLiteral': {
      const text = EXCEL_ERRORS.find((one) => one === node.value)
      return text ? { ...span, type: 'error', text } : { ...span, type: 'other', text: node.value }
    }
    case 'ReferenceIdentifier':
      return reference(node.value, span)
    case 'UnaryExpression':
      if (node.operator === '#' || node.operator === '@') return { ...span, type: 'other', text: node.operator }
      return { ...span, type: 'unary', operator: node.operator, of: toTree(node.arguments[0]) }
    case 'BinaryExpression':
      return { ...span, type: 'binary', operator: node.operator, left: toTree(node.arguments[0]), right: toTree(node.arguments[1]) }
    case 'CallExpression':
      return { ...span, type: 'call', name: node.callee.name.toUpperCase(), args: node.arguments.map(toTree) }
    default:
      return { ...span, type: 'other', text: node.type }
  }
}
