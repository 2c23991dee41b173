// A number as its shortest text, the same that String gives, but without the
// engine's cache of such texts: over a million rows the cache would turn into garbage
// that outlives the rows by far.

const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))
const SMALL = Array.from({ length: 1000 }, (_, number) => String(number))
const MILLION = 1_000_000
/** Fewer than sixteen digits: two such texts never mean the same number, so there is no shorter one. */
const SURE = 1e15

const six = (number: number): string => `${THREE_DIGITS[Math.floor(number / 1000)]}${THREE_DIGITS[number % 1000]}`

function whole(number: number): string {
  if (number < 1000) return SMALL[number] as string
  if (number < MILLION) return `${SMALL[Math.floor(number / 1000)]}${THREE_DIGITS[number % 1000]}`
  return `${whole(Math.floor(number / MILLION))}${six(number % MILLION)}`
}

/** Without the zeros at the end; never all zeros. */
function fraction(millionths: number): string {
  if (millionths % 1000 !== 0) {
    const text = six(millionths)
    return millionths % 10 !== 0 ? text : text.slice(0, millionths % 100 !== 0 ? 5 : 4)
  }
  const thousandths = millionths / 1000
  const text = THREE_DIGITS[thousandths] as string
  return thousandths % 10 !== 0 ? text : text.slice(0, thousandths % 100 !== 0 ? 2 : 1)
}

/** Throws where no cell can hold it. */
export function numberText(number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`no number for a cell: ${number}`)
  const size = Math.abs(number)
  const sign = number < 0 ? '-' : ''
  if (size < SURE && Number.isInteger(size)) return sign + whole(size)
  const millionths = Math.round(size * MILLION)
  if (millionths >= SURE || millionths / MILLION !== size) return String(number)
  return `${sign}${whole(Math.floor(millionths / MILLION))}.${fraction(millionths % MILLION)}`
}
