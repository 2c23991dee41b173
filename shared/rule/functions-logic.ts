// Logic and information functions. IF and its kin run only the branch that is
// taken; their bodies stand in evaluate.ts.
import { type FunctionSpec, isColumn, single } from './function-spec.ts'
import { isError, type Result, toLogical, VALUE } from './scalar.ts'

const is = (test: (value: Result) => boolean): FunctionSpec => ({
  min: 1,
  max: 1,
  result: 'boolean',
  takes: 'any',
  body: ([value]) => test(single(value)),
})

/** AND, OR: of a column only logicals and numbers count. */
const logical = (all: boolean): FunctionSpec => ({
  min: 1,
  max: 30,
  result: 'boolean',
  takes: 'any',
  columns: 'all',
  body: (args) => {
    const seen: boolean[] = []
    for (const argument of args) {
      for (const value of isColumn(argument)
        ? argument.filter((v) => typeof v === 'number' || typeof v === 'boolean')
        : [single(argument)]) {
        if (value === null) continue
        const flag = toLogical(value)
        if (isError(flag)) return flag
        seen.push(flag)
      }
    }
    return seen.length === 0 ? VALUE : all ? seen.every(Boolean) : seen.some(Boolean)
  },
})

export const LOGIC: Readonly<Record<string, FunctionSpec>> = {
  IF: { min: 2, max: 3, result: 'any', takes: 'any' },
  IFS: { min: 2, max: 30, result: 'any', takes: 'any' },
  SWITCH: { min: 3, max: 30, result: 'any', takes: 'any' },
  IFERROR: { min: 2, max: 2, result: 'any', takes: 'any' },
  AND: logical(true),
  OR: logical(false),
  NOT: {
    min: 1,
    max: 1,
    result: 'boolean',
    takes: 'any',
    body: ([value]) => ((flag) => (isError(flag) ? flag : !flag))(toLogical(single(value))),
  },
  TRUE: { min: 0, max: 0, result: 'boolean', takes: 'any', body: () => true },
  FALSE: { min: 0, max: 0, result: 'boolean', takes: 'any', body: () => false },
  ISBLANK: is((value) => value === null),
  ISNUMBER: is((value) => typeof value === 'number'),
  ISTEXT: is((value) => typeof value === 'string'),
  ISLOGICAL: is((value) => typeof value === 'boolean'),
  ISERROR: is(isError),
}
