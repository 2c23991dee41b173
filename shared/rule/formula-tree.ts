// The parts of Excel's grammar that a rule may use, with their positions.
import type { ErrorText } from './scalar.ts'

export interface Stretch {
  /** Positions in the source, from 0, end exclusive. */
  readonly from: number
  readonly to: number
}

/** Which columns of a code list. */
export type ListPart = 'all' | 'label' | 'code'

export type UnaryOperator = '+' | '-' | '%'

export type FormulaNode = Stretch &
  (
    | { readonly type: 'literal'; readonly value: number | string | boolean }
    | { readonly type: 'error'; readonly text: ErrorText }
    /** An argument left out: `IF(a,,b)`. */
    | { readonly type: 'blank' }
    /** `[@key]`: the cell of this row. */
    | { readonly type: 'field'; readonly key: string }
    /** `[key]`: the whole column. */
    | { readonly type: 'column'; readonly key: string }
    /** `list.name`: a code list of the plan, its labels beside its codes; `.label` and `.code` are one column of it. */
    | { readonly type: 'list'; readonly name: string; readonly part: ListPart }
    /** `plan.name`: a control total, the plan's year or its day. */
    | { readonly type: 'plan'; readonly name: string }
    /** `ky.name`: of the period that is reported. */
    | { readonly type: 'period'; readonly name: string }
    | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly of: FormulaNode }
    | { readonly type: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }
    | { readonly type: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
    /** A name that is neither a field nor of the plan nor of the period. */
    | { readonly type: 'name'; readonly text: string }
    /** What Excel's grammar has besides and a rule may not use: A1, {1,2}, LAMBDA … */
    | { readonly type: 'other'; readonly text: string }
  )

export type CallNode = FormulaNode & { readonly type: 'call' }
export type BinaryNode = FormulaNode & { readonly type: 'binary' }

/** The parts that a part is made of. */
export function partsOf(node: FormulaNode): readonly FormulaNode[] {
  if (node.type === 'unary') return [node.of]
  if (node.type === 'binary') return [node.left, node.right]
  return node.type === 'call' ? node.args : []
}
