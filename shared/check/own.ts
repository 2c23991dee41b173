// What a record holds under a key itself: a column may be called "constructor", as
// something that every object has.

const INHERITED: Readonly<Record<string, unknown>> = {}

export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => {
  const value = record[key]
  return value === INHERITED[key] ? undefined : value
}
