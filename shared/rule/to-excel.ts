// A compiled formula as A1 text that Excel 2021, LibreOffice and WPS all take:
// no structured references, no dynamic arrays, English function names.
import type { Compiled } from './compile.ts'
import type { FormulaNode } from './formula-tree.ts'

export interface Addresses {
  /** Where the field of this row stands: `$F12`. */
  readonly cell: (key: string) => string
  /** Where the whole column stands: `$F$9:$F$508`. */
  readonly column: (key: string) => string
  /** A control total as a number, in the unit in which formulas speak of money. */
  readonly plan: (name: string) => number
}

const PRECEDENCE: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}
const UNARY = 6

const literal = (value: number | string | boolean) =>
  typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)

/** With its leading "=". */
export function toExcel(formula: Compiled, addresses: Addresses): string {
  const write = (node: FormulaNode, outer = 0): string => {
    switch (node.type) {
      case 'literal':
        // A negative literal under ^ or % would bind otherwise.
        return typeof node.value === 'number' && node.value < 0 && outer > 3 ? `(${literal(node.value)})` : literal(node.value)
      case 'error':
        return node.text
      case 'blank':
        return ''
      case 'field':
        return addresses.cell(node.key)
      case 'column':
        return addresses.column(node.key)
      case 'plan':
        return literal(addresses.plan(node.name))
      case 'unary':
        return node.operator === '%' ? `${write(node.of, UNARY)}%` : `${node.operator}${write(node.of, UNARY)}`
      case 'binary': {
        const level = PRECEDENCE[node.operator]!
        const text = `${write(node.left, level)}${node.operator}${write(node.right, level + 1)}`
        return level < outer ? `(${text})` : text
      }
      case 'call':
        return `${node.name}(${node.args.map((argument) => write(argument)).join(',')})`
      case 'other':
        return node.text
    }
  }
  return `=${write(formula.tree)}`
}
