// Where the directory of a zip lies, in the classic form and in zip64, and the
// sizes that zip64 keeps in an extra field. Knows nothing of entries.

export const CENTRAL = 0x02014b50
const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const ZIP64 = 0x0001
const UNKNOWN = 0xffffffff
const END_LENGTH = 22
const LOCATOR_LENGTH = 20
const END64_LENGTH = 56

export interface DirectoryPlace {
  readonly from: number
  /** Just past the last entry. */
  readonly to: number
  readonly count: number
}

/** Beyond 2^53 it is no size of anything that reaches us. */
const getUint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

/** Null unless exactly one end record closes the file: its comment, if any, reaches to the last byte. */
export function endOfDirectory(view: DataView): DirectoryPlace | null {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff)
  let end = -1
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + END_LENGTH + view.getUint16(at + 20, true) !== view.byteLength) continue
    if (end >= 0) return null
    end = at
  }
  if (end < 0 || view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0) return null
  const place = end64(view, end) ?? {
    count: view.getUint16(end + 10, true),
    from: view.getUint32(end + 16, true),
    to: view.getUint32(end + 16, true) + view.getUint32(end + 12, true),
    expectedTo: end,
  }
  if (!place || place.to !== place.expectedTo) return null
  return { from: place.from, to: place.to, count: place.count }
}

/** Undefined where the file is no zip64; a broken one gives a place that fits nowhere. */
function end64(view: DataView, end: number) {
  const locator = end - LOCATOR_LENGTH
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return undefined
  const at = getUint64(view, locator + 8)
  if (at + END64_LENGTH > locator || view.getUint32(at, true) !== END64) return { count: 0, from: 0, to: 0, expectedTo: -1 }
  const from = getUint64(view, at + 48)
  const reaches = at + 12 + getUint64(view, at + 4) === locator
  return { count: getUint64(view, at + 32), from, to: from + getUint64(view, at + 40), expectedTo: reaches ? at : -1 }
}

/** Sizes and local offset of the directory entry at `central`, from its zip64 field where the short ones are full. */
export function zip64Sizes(view: DataView, central: number, extra: number, extraEnd: number) {
  let size = view.getUint32(central + 24, true)
  let storedSize = view.getUint32(central + 20, true)
  let offset = view.getUint32(central + 42, true)
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64) continue
    const last = Math.min(extraEnd, at + 4 + view.getUint16(at + 2, true))
    let next = at + 4
    const take = (short: number): number => {
      if (short !== UNKNOWN || next + 8 > last) return short
      next += 8
      return getUint64(view, next - 8)
    }
    size = take(size)
    storedSize = take(storedSize)
    offset = take(offset)
    break
  }
  return { size, storedSize, offset }
}
