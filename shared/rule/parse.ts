// From the text of a formula to its tree. The nodes of the parser, @borgar/fx,
// end here; what is no formula at all is answered with the place, never thrown.
import { type AstExpression, parse as parseFormula, tokenize } from '@borgar/fx'
import type { FormulaNode, ListPart, Stretch } from './formula-tree.ts'
import { EXCEL_ERRORS } from './scalar.ts'

const FIELD = /^\[@(?:\[([^[\]]+)\]|([^[\]#@]+))\]$/
const COLUMN = /^\[([^[\]#@]+)\]$/
/** `list.hinh_thuc` is the list `hinh-thuc`: a name of Excel's grammar bears no hyphens. */
const LIST = /^list\.([a-z][a-z0-9_]*)(?:\.(label|code))?$/i
const PLAN = /^plan\.([a-z][a-z0-9_]*)$/i
const PERIOD = /^ky\.([a-z][a-z0-9_]*)$/i

/** Excel reads 15 digits of a number and takes the rest for zeros. */
function fifteenTyped(raw: string): number {
  let seen = 0
  let begun = false
  const [digits = '', power] = raw.toLowerCase().split('e')
  const kept = digits.replace(/\d/g, (digit) => {
    begun ||= digit !== '0'
    if (begun) seen++
    return seen > 15 ? '0' : digit
  })
  return Number(power === undefined ? kept : `${kept}e${power}`)
}

function reference(value: string, kind: string, at: Stretch): FormulaNode {
  const field = FIELD.exec(value)
  if (field) return { ...at, type: 'field', key: (field[1] ?? field[2]) as string }
  const column = COLUMN.exec(value)
  if (column) return { ...at, type: 'column', key: column[1] as string }
  const plan = PLAN.exec(value)
  if (plan) return { ...at, type: 'plan', name: plan[1] as string }
  const period = PERIOD.exec(value)
  if (period) return { ...at, type: 'period', name: period[1] as string }
  const list = LIST.exec(value)
  if (list) return { ...at, type: 'list', name: (list[1] as string).toLowerCase(), part: (list[2]?.toLowerCase() ?? 'all') as ListPart }
  return { ...at, type: kind === 'name' ? 'name' : 'other', text: value }
}

function treeOf(node: AstExpression, source: string): FormulaNode {
  const at = { from: node.loc?.[0] ?? 0, to: node.loc?.[1] ?? source.length }
  const other: FormulaNode = { ...at, type: 'other', text: source.slice(at.from, at.to) }
  switch (node.type) {
    case 'Literal':
      return { ...at, type: 'literal', value: typeof node.value === 'number' ? fifteenTyped(node.raw) : node.value }
    case 'ErrorLiteral': {
      const text = EXCEL_ERRORS.find((one) => one === node.value)
      return text ? { ...at, type: 'error', text } : other
    }
    case 'ReferenceIdentifier':
      return reference(node.value, node.kind, at)
    case 'UnaryExpression': {
      const [of] = node.arguments
      if (!of || node.operator === '#' || node.operator === '@') return other
      return { ...at, type: 'unary', operator: node.operator, of: treeOf(of, source) }
    }
    case 'BinaryExpression': {
      const [left, right] = node.arguments
      return left && right
        ? { ...at, type: 'binary', operator: node.operator, left: treeOf(left, source), right: treeOf(right, source) }
        : other
    }
    case 'CallExpression':
      if (node.callee.type !== 'Identifier') return other
      return {
        ...at,
        type: 'call',
        name: node.callee.name.toUpperCase(),
        args: node.arguments.map((argument) => (argument ? treeOf(argument, source) : { from: at.to, to: at.to, type: 'blank' })),
      }
    default:
      return other
  }
}

export function parse(source: string): { readonly tree: FormulaNode } | { readonly brokenAt: Stretch } {
  try {
    return { tree: treeOf(parseFormula(tokenize(source, { withLocation: true, mergeRefs: true })), source) }
  } catch (error) {
    // Besides what the grammar refuses: nesting beyond what the stack holds.
    const offset = (error as { sourceOffset?: unknown }).sourceOffset
    const from = typeof offset === 'number' ? Math.min(offset, source.length) : 0
    return { brokenAt: { from, to: source.length } }
  }
}
