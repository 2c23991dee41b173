// Logic and information functions. IF and its kin run only the branch that is taken.
import type { Run } from './environment.ts'
import { ANY, type FunctionSpec, isRange, MOST, numeric, single } from './function-spec.ts'
import { compare, isError, NOT_AVAILABLE, type Result, toLogical, toNumber, VALUE } from './scalar.ts'

const is = (test: (value: Result) => boolean): FunctionSpec => ({
  min: 1,
  max: 1,
  result: 'boolean',
  takes: ANY,
  body: ([value]) => test(single(value)),
})

const parity = (odd: boolean): FunctionSpec => ({
  ...numeric(1, 1, () => 0),
  result: 'boolean',
  body: ([value]) => {
    const given = single(value)
    // These came to Excel as an add-in, which takes no logicals.
    const number = typeof given === 'boolean' ? VALUE : toNumber(given)
    return isError(number) ? number : (Math.trunc(Math.abs(number)) % 2 === 1) === odd
  },
})

/** AND, OR: in cells only logicals and numbers count. */
const logical = (all: boolean): FunctionSpec => ({
  min: 1,
  max: MOST,
  result: 'boolean',
  takes: ANY,
  ranges: () => true,
  body: (args) => {
    let [seen, verdict] = [false, all]
    /** The error that ends it. */
    const take = (value: Result): Result => {
      if (value === null) return null
      const flag = toLogical(value)
      if (isError(flag)) return flag
      seen = true
      verdict = all ? verdict && flag : verdict || flag
      return null
    }
    for (const argument of args) {
      if (!isRange(argument)) {
        const error = take(argument as Result)
        if (error !== null) return error
        continue
      }
      for (const value of argument) {
        const error = typeof value === 'string' ? null : take(value)
        if (error !== null) return error
      }
    }
    return seen ? verdict : VALUE
  },
})

const branches = (min: number, max: number, result: FunctionSpec['result'], lazy: (args: readonly Run[]) => Run): FunctionSpec => ({
  min,
  max,
  result,
  takes: ANY,
  lazy,
})

const IF = branches(
  2,
  3,
  (index) => index > 0,
  ([test, then, otherwise]) =>
    (environment) => {
      const condition = toLogical(test!(environment))
      if (isError(condition)) return condition
      const branch = condition ? then : otherwise
      return branch ? branch(environment) : false
    },
)

const IFS: FunctionSpec = {
  ...branches(
    2,
    MOST,
    (index) => index % 2 === 1,
    (args) => (environment) => {
      for (let at = 0; at + 1 < args.length; at += 2) {
        const condition = toLogical(args[at]!(environment))
        if (isError(condition)) return condition
        if (condition) return args[at + 1]!(environment)
      }
      return NOT_AVAILABLE
    },
  ),
  pairsAfter: 0,
}

const SWITCH = branches(
  3,
  MOST,
  (index, count) => index > 0 && (index % 2 === 0 || index === count - 1),
  (args) => (environment) => {
    const value = args[0]!(environment)
    if (isError(value)) return value
    for (let at = 1; at + 1 < args.length; at += 2) {
      const candidate = args[at]!(environment)
      if (isError(candidate)) return candidate
      if (compare(value, candidate) === 0) return args[at + 1]!(environment)
    }
    return args.length % 2 === 0 ? args.at(-1)!(environment) : NOT_AVAILABLE
  },
)

const instead = (when: (value: Result) => boolean): FunctionSpec =>
  branches(
    2,
    2,
    () => true,
    ([first, second]) =>
      (environment) => {
        const value = first!(environment)
        return when(value) ? second!(environment) : value
      },
  )

const isNotAvailable = (value: Result) => isError(value) && value.text === '#N/A'

export const LOGIC: Readonly<Record<string, FunctionSpec>> = {
  IF,
  IFS,
  SWITCH,
  IFERROR: instead(isError),
  IFNA: instead(isNotAvailable),
  AND: logical(true),
  OR: logical(false),
  NOT: {
    ...is(() => false),
    body: ([value]) => {
      const flag = toLogical(single(value))
      return isError(flag) ? flag : !flag
    },
  },
  TRUE: { min: 0, max: 0, result: 'boolean', takes: ANY, body: () => true },
  FALSE: { min: 0, max: 0, result: 'boolean', takes: ANY, body: () => false },
  NA: { min: 0, max: 0, result: 'any', takes: ANY, body: () => NOT_AVAILABLE },
  N: {
    min: 1,
    max: 1,
    result: 'number',
    takes: ANY,
    body: ([argument]) => {
      const value = single(argument)
      return isError(value) || typeof value === 'number' ? value : value === true ? 1 : 0
    },
  },
  ISBLANK: is((value) => value === null),
  ISNUMBER: is((value) => typeof value === 'number'),
  ISTEXT: is((value) => typeof value === 'string'),
  ISNONTEXT: is((value) => typeof value !== 'string'),
  ISLOGICAL: is((value) => typeof value === 'boolean'),
  ISERROR: is(isError),
  ISERR: is((value) => isError(value) && !isNotAvailable(value)),
  ISNA: is(isNotAvailable),
  ISEVEN: parity(false),
  ISODD: parity(true),
}
