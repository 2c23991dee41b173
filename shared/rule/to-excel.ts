// A compiled formula as A1 text that Excel 2016 and later, LibreOffice and WPS all
// take, in a file and in an open workbook: no structured references, no dynamic
// arrays, and no function younger than 2007, whose names would need prefixes in files.
import { dateOfSerial } from '../serial-date.ts'
import type { Compiled } from './compile.ts'
import type { BinaryNode, CallNode, FormulaNode, ListPart } from './formula-tree.ts'
import type { Kind } from './function-spec.ts'
import { functionNamed } from './functions.ts'
import type { Scalar } from './scalar.ts'
import { kindOfPeriodFact, kindOfPlanFact } from './scope.ts'

export type BlankLook = 'number' | 'text'

export interface Addresses {
  /** Where the field of this row stands: `$F12`. */
  readonly cell: (key: string) => string
  /** Where the whole column stands: `$F$9:$F$508`. */
  readonly column: (key: string) => string
  /** A control total as a number, in the unit in which formulas speak of money; the plan's year and day. */
  readonly plan: (name: string) => number
  /** What is known of the period. */
  readonly period?: (name: string) => Scalar
  /** A code list, or one column of it, as a defined name. */
  readonly list?: (name: string, part: ListPart) => string
  /**
   * Where a cell that is blank to a formula may hold text: "-" or "" in the cell of a number or date,
   * "" in a computed cell of text.
   */
  readonly blankLook?: (key: string) => BlankLook | undefined
}

/** How tightly an operator binds; brackets around what binds looser. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
}
const ARITHMETIC = 3
const UNARY = 6

/** Criteria met by every number and by every text, in place of "<>", which is met by "-" and "" too. */
const ANY_OF = { number: '">=-1E+300"', text: '"?*"' } as const

function literal(value: number | string | boolean): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value).toUpperCase()
}

/** A name as what it stands for. Days are written as DATE(…), which also people and workbooks of the 1904 system read. */
function constant(value: Scalar, kind: Kind | undefined): string {
  if (value === null) return '#NAME?'
  const day = kind === 'date' && typeof value === 'number' ? dateOfSerial(value) : null
  if (day) return `DATE(${day.split('-').map(Number).join(',')})`
  const written = literal(value)
  return written.startsWith('-') ? `(${written})` : written
}

/** With its leading "=". */
export function toExcel(formula: Compiled, addresses: Addresses): string {
  const lookOf = (node: FormulaNode | undefined): BlankLook | undefined =>
    node?.type === 'field' || node?.type === 'column' ? addresses.blankLook?.(node.key) : undefined
  const isNilField = (node: FormulaNode | undefined): node is FormulaNode & { type: 'field' } =>
    node?.type === 'field' && lookOf(node) === 'number'

  /** As a number: "-" and blank are 0. */
  const asNumber = (node: FormulaNode, outer = 0): string => (isNilField(node) ? `N(${addresses.cell(node.key)})` : write(node, outer))
  /** As text: "-" and blank are "". */
  const asText = (node: FormulaNode, outer = 0): string => {
    if (!isNilField(node)) return write(node, outer)
    const cell = addresses.cell(node.key)
    return `IF(ISTEXT(${cell}),"",${cell})`
  }

  const binary = (node: BinaryNode, outer: number): string => {
    const level = PRECEDENCE[node.operator] as number
    const text = (side: FormulaNode) => side.type === 'literal' && typeof side.value === 'string'
    const asKind = node.operator === '&' || (level < ARITHMETIC && (text(node.left) || text(node.right))) ? asText : asNumber
    const written = `${asKind(node.left, level)}${node.operator}${asKind(node.right, level + 1)}`
    return level < outer ? `(${written})` : written
  }

  const plainCall = (name: string, args: readonly FormulaNode[]): string => {
    const spec = functionNamed(name)
    const written = args.map((argument, index) => {
      const look = lookOf(args[index - 1])
      if (look && spec?.ranges?.(index - 1) && argument.type === 'literal' && argument.value === '<>') return ANY_OF[look]
      if (!isNilField(argument) || spec?.ranges?.(index)) return write(argument)
      return spec?.takes[Math.min(index, spec.takes.length - 1)] === 'number' || spec?.lazy ? asNumber(argument) : asText(argument)
    })
    return `${name}(${written.join(',')})`
  }

  /** IF(test,value,IF(…,otherwise)) */
  const cascade = (tests: readonly (readonly [string, string])[], otherwise: string) =>
    tests.reduceRight((rest, [test, value]) => `IF(${test},${value},${rest})`, otherwise)

  /** One argument of COUNTA. */
  const counted = (node: FormulaNode): string => {
    const look = lookOf(node)
    const cells = write(node)
    if (look === 'number') return `SUMPRODUCT(1-ISBLANK(${cells})-ISTEXT(${cells}))`
    return look === 'text' ? `ROWS(${cells})-COUNTBLANK(${cells})` : `COUNTA(${cells})`
  }

  /** Each cell that counts, over how many are the same: no wildcards, no 255 characters, "12" is not 12. */
  const distinct = (cells: string, ofNumbers: boolean): string => {
    const [counts, not] = ofNumbers ? [`ISNUMBER(${cells})`, `(1-ISNUMBER(${cells}))`] : [`(${cells}<>"")`, `(${cells}="")`]
    return `ROUND(SUMPRODUCT(${counts}/(MMULT(--(${cells}=TRANSPOSE(${cells})),--${counts})+${not})),0)`
  }

  const call = (node: CallNode): string => {
    const { name, args } = node
    const [first, second] = args
    const pairs = (from: number) =>
      Array.from(
        { length: Math.floor((args.length - from) / 2) },
        (_, index) => [args[from + 2 * index], args[from + 2 * index + 1]] as const,
      )
    switch (name) {
      // Younger than Excel 2007.
      case 'IFS':
        return cascade(
          pairs(0).map(([test, value]) => [asNumber(test!), asNumber(value!)]),
          'NA()',
        )
      case 'SWITCH': {
        const equals = (candidate: FormulaNode): FormulaNode => ({
          ...candidate,
          type: 'binary',
          operator: '=',
          left: first!,
          right: candidate,
        })
        return cascade(
          pairs(1).map(([candidate, value]) => [write(equals(candidate!)), asNumber(value!)]),
          args.length % 2 === 0 ? asNumber(args.at(-1)!) : 'NA()',
        )
      }
      case 'IFNA':
        return `IF(ISNA(${write(first!)}),${asNumber(second!)},${asNumber(first!)})`
      case 'DAYS':
        return `(INT(${asNumber(first!)})-INT(${asNumber(second!)}))`
      // "-" and "" are blanks to a rule and texts to Excel.
      case 'ISBLANK':
      case 'ISTEXT':
      case 'ISNONTEXT':
        if (first?.type === 'field' && lookOf(first) === 'text') return `(${write(first)}${name === 'ISTEXT' ? '<>' : '='}"")`
        if (!isNilField(first)) break
        return name === 'ISBLANK' ? `OR(ISBLANK(${write(first)}),ISTEXT(${write(first)}))` : name === 'ISTEXT' ? 'FALSE' : 'TRUE'
      case 'ISNUMBER':
        return `${name}(${write(first!)})`
      case 'COUNTA':
        return args.some(lookOf) ? `(${args.map(counted).join('+')})` : plainCall(name, args)
      case 'COUNTBLANK':
        return lookOf(first) === 'number' ? `SUMPRODUCT(ISBLANK(${write(first!)})+ISTEXT(${write(first!)}))` : plainCall(name, args)
      case 'COUNTUNIQUE':
        return distinct(write(first!), lookOf(first) === 'number')
      case 'VLOOKUP':
        return `VLOOKUP(${asText(first!)},${write(second!)},${write(args[2]!)},FALSE)`
      // Younger than Excel 2019. LOOKUP passes over the errors of 1/FALSE; it knows no wildcards either.
      case 'XLOOKUP': {
        const sought = asText(first!)
        const found = `LOOKUP(2,1/(${write(second!)}=${sought}),${write(args[2]!)})`
        const whole = args[3] ? `IFERROR(${found},${asNumber(args[3])})` : found
        return first?.type === 'literal' ? whole : `IF(ISERROR(${sought}),${sought},${whole})`
      }
    }
    return plainCall(name, args)
  }

  const write = (node: FormulaNode, outer = 0): string => {
    switch (node.type) {
      case 'literal':
        return literal(node.value)
      case 'list':
        return addresses.list?.(node.name, node.part) ?? '#NAME?'
      case 'plan':
        return constant(addresses.plan(node.name), kindOfPlanFact(node.name))
      case 'period':
        return constant(addresses.period?.(node.name) ?? null, kindOfPeriodFact(node.name))
      case 'error':
      case 'name':
      case 'other':
        return node.text
      case 'blank':
        return ''
      case 'field':
        return addresses.cell(node.key)
      case 'column':
        return addresses.column(node.key)
      case 'unary': {
        const of = asNumber(node.of, UNARY)
        return node.operator === '%' ? `${of}%` : `${node.operator}${of}`
      }
      case 'binary':
        return binary(node, outer)
      case 'call':
        return call(node)
    }
  }
  return `=${isNilField(formula.tree) ? asNumber(formula.tree) : write(formula.tree)}`
}
