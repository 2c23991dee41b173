// All functions that a formula may call; anything else is refused by name. TODAY
// is not among them: a rule must say the same tomorrow.
import type { FunctionSpec } from './function-spec.ts'
import { AGGREGATE } from './functions-aggregate.ts'
import { CRITERIA } from './functions-criteria.ts'
import { DATE } from './functions-date.ts'
import { LOGIC } from './functions-logic.ts'
import { LOOKUP } from './functions-lookup.ts'
import { MATH } from './functions-math.ts'
import { TEXT } from './functions-text.ts'

const FUNCTIONS = new Map<string, FunctionSpec>(
  [LOGIC, AGGREGATE, CRITERIA, MATH, TEXT, DATE, LOOKUP].flatMap((family) => Object.entries(family)),
)

/** What an admin may write. */
export const functionNames: readonly string[] = [...FUNCTIONS.keys()]

export const functionNamed = (name: string): FunctionSpec | undefined => FUNCTIONS.get(name)
