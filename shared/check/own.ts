// What a record holds under a key itself: a column may be called "constructor", as
// something that every object has.

export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
