// What differs between two JSON values, leaf by leaf, each with the way to it. Things of a
// list are the same thing where they have the same code, id or key, wherever they stand.

export interface ValueChange {
  /** Keys from the whole to the leaf; of a thing in a list, its code. */
  readonly path: readonly string[]
  /** Null where there was, or is, nothing. */
  readonly before: string | null
  readonly after: string | null
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const NAMED_BY = ['code', 'id', 'key', 'period', 'day'] as const

const nameOf = (value: unknown): string | null => {
  if (!isNode(value)) return null
  const key = NAMED_BY.find((one) => typeof value[one] === 'string')
  return key === undefined ? null : String(value[key])
}

/** A list of things as a node by their names, where each has one of its own. */
function asNode(value: unknown): Node | null {
  if (isNode(value)) return value
  if (!Array.isArray(value)) return null
  const names = value.map(nameOf)
  if (names.includes(null) || new Set(names).size < names.length) return null
  return Object.fromEntries(value.map((one, at) => [names[at] as string, one]))
}

const isFlat = (value: unknown): value is Node =>
  isNode(value) && Object.values(value).every((one) => typeof one !== 'object' || one === null)

const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function leaf(value: unknown): string | null {
  if (isNothing(value)) return null
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join('; ')
  // Small things without a name of their own, a role at an agency for one: their values, beside each other.
  if (Array.isArray(value) && value.every(isFlat))
    return value
      .map((one) =>
        Object.values(one)
          .filter((each) => each !== null)
          .join(' · '),
      )
      .join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function valueChanges(before: unknown, after: unknown, path: readonly string[] = []): ValueChange[] {
  const [was, is] = [asNode(before), asNode(after)]
  if ((was || isNothing(before)) && (is || isNothing(after)) && (was || is)) {
    const keys = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])
    return [...keys].flatMap((key) => valueChanges(was?.[key], is?.[key], [...path, key]))
  }
  const [one, other] = [leaf(before), leaf(after)]
  return one === other ? [] : [{ path, before: one, after: other }]
}
