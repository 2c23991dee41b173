// A day as somebody types it into a line of text.

function partsOf(text: string): readonly (string | undefined)[] {
  const written = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (written) return [written[1], written[3], written[4]]
  const copied = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return copied ? [copied[3], copied[2], copied[1]] : []
}

/** `31/12/2025`, `31-12-2025` or `2025-12-31` → `2025-12-31`; null for what is no day of the calendar. */
export function typedDay(text: string): string | null {
  const [day, month, year] = partsOf(text.trim())
  if (!day || !month || !year) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === iso ? iso : null
}
