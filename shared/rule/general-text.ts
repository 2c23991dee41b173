// A number as text, as Excel's General format writes it where text is wanted
// ([@so]&""): 15 significant digits, at most 20 characters without exponent.

const LONGEST = 20

export function generalText(value: number): string {
  if (value === 0) return '0'
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential(14).split('e')
  const exponent = Number(power)
  const sign = value < 0 ? '-' : ''
  const digits = mantissa.replace('.', '').replace(/0+$/, '')
  if (exponent >= 0 && exponent < LONGEST) {
    const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
    const fraction = digits.slice(exponent + 1)
    return `${sign}${whole}${fraction && `.${fraction}`}`
  }
  const plain = `0.${'0'.repeat(Math.max(0, -exponent - 1))}${digits}`
  if (exponent < 0 && plain.length <= LONGEST) return sign + plain
  const fraction = digits.slice(1)
  return `${sign}${digits[0]}${fraction && `.${fraction}`}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}
