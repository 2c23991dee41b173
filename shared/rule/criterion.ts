// The criteria of COUNTIF and its kin: 5, ">=5", "<>x", "Hoàn*", "" and "<>".
import { numberOfText } from './number-of-text.ts'
import { compare, type ExcelError, folded, isError, type Result, type Scalar } from './scalar.ts'
import { matches, stepsOf } from './wildcard.ts'

type Test = (cell: Result) => boolean

const WRITTEN = /^(>=|<=|<>|>|<|=)?([\s\S]*)$/

/** What the text of a criterion stands for: a number, a logical, or itself. */
function meaning(text: string): Exclude<Scalar, null> {
  const upper = text.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE'
  return numberOfText(text) ?? text
}

function equal(target: Exclude<Scalar, null>): Test {
  if (typeof target === 'string') {
    const steps = stepsOf(folded(target))
    return (cell) => typeof cell === 'string' && matches(folded(cell), steps)
  }
  // Text that reads as the number counts too: "12" in a cell is found by 12.
  return (cell) =>
    typeof cell === typeof target
      ? compare(cell as Scalar, target) === 0
      : typeof target === 'number' && typeof cell === 'string' && numberOfText(cell) === target
}

export function criterion(value: Result): Test | ExcelError {
  if (isError(value)) return value
  // A blank cell as criterion means 0 (documentation of COUNTIFS).
  if (value === null) return equal(0)
  if (typeof value !== 'string') return equal(value)
  const [, operator = '', rest = ''] = WRITTEN.exec(value) as RegExpExecArray
  if (rest === '') {
    if (operator === '=') return (cell) => cell === null
    if (operator === '<>') return (cell) => cell !== null
    if (operator === '') return (cell) => cell === null || cell === ''
    return () => false
  }
  const target = meaning(rest)
  const same = equal(target)
  if (operator === '' || operator === '=') return same
  if (operator === '<>') return (cell) => !same(cell)
  const above = operator.startsWith('>')
  const orSame = operator.endsWith('=')
  return (cell) => {
    if (typeof cell !== typeof target) return false
    const sign = compare(cell as Scalar, target)
    return sign === 0 ? orSame : sign > 0 === above
  }
}
