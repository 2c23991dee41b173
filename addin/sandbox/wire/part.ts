// One object of Excel as the wire sees it: what can be read, set, opened and
// called on it, by the library's names. Also the error a host answers with and
// the readers of loosely typed arguments.

/** A refusal with Excel's own error code. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Arguments = readonly never[]

export interface Part {
  readonly kind: string
  /** What the library addresses the object by later: `{ Id }`, `{ _ReferenceId }`. */
  readonly keys?: () => Readonly<Record<string, unknown>>
  readonly get?: Readonly<Record<string, () => unknown>>
  readonly set?: Readonly<Record<string, (value: unknown) => void>>
  /** Navigation properties and methods that give another object; null is the library's null object. */
  readonly open?: Readonly<Record<string, (...args: Arguments) => Part | null>>
  readonly call?: Readonly<Record<string, (...args: Arguments) => unknown>>
  readonly items?: () => readonly Part[]
  readonly at?: (key: unknown) => Part
}

export const invalid = (message: string): WireError => new WireError('InvalidArgument', message)
export const denied = (message: string): WireError => new WireError('AccessDenied', message)
export const missing = (message: string): WireError => new WireError('ItemNotFound', message)

export const asText = (value: unknown, what: string): string => {
  if (typeof value !== 'string') throw invalid(`${what} must be text`)
  return value
}

export const asCount = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(`${what} must be a whole number`)
  return value
}

export const asNumber = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(`${what} must be a number`)
  return value
}

export const asFlag = (value: unknown, what: string): boolean => {
  if (typeof value !== 'boolean') throw invalid(`${what} must be true or false`)
  return value
}

export const asRecord = (value: unknown, what: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${what} must be an object`)
  return value as Record<string, unknown>
}

export const asOneOf = <const T extends string>(value: unknown, options: readonly T[], what: string): T => {
  const found = options.find((option) => option === value)
  if (found === undefined) throw invalid(`${what} must be one of ${options.join(', ')}`)
  return found
}

/** The library sends names with a capital and asks for them without. */
export const lower = (name: string): string => (name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1))
export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
