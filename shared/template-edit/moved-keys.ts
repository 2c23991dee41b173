// Which of some things stand elsewhere than before: the fewest that must be picked up and put
// down again to get from one order to the other. Knows no templates.

/** Both orders hold the same keys, each once. */
export function movedKeys(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((key, at) => [key, at]))
  const order = after.map((key) => places.get(key) ?? 0)
  // The longest run of things that still follow each other stays where it is.
  const longest = order.map(() => 1)
  const from = order.map(() => -1)
  for (const [at, place] of order.entries())
    for (let earlier = 0; earlier < at; earlier++)
      if (order[earlier]! < place && longest[earlier]! + 1 > longest[at]!) {
        longest[at] = longest[earlier]! + 1
        from[at] = earlier
      }
  const staying = new Set<number>()
  for (let at = longest.indexOf(Math.max(0, ...longest)); at >= 0; at = from[at]!) staying.add(at)
  return after.filter((_, at) => !staying.has(at))
}
