// All functions that a formula may call; anything else is refused by name.
import type { FunctionSpec } from './function-spec.ts'
import { AGGREGATE } from './functions-aggregate.ts'
import { DATE } from './functions-date.ts'
import { LOGIC } from './functions-logic.ts'
import { MATH } from './functions-math.ts'
import { TEXT } from './functions-text.ts'

export const FUNCTIONS: Readonly<Record<string, FunctionSpec>> = { ...LOGIC, ...AGGREGATE, ...MATH, ...TEXT, ...DATE }
