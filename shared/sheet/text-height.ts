// How high a row must be for wrapped text, estimated from character counts:
// merged cells and headers do not grow by themselves in any spreadsheet.

/** Points per line at a font size. */
const lineHeight = (size: number) => Math.ceil(size * 1.3)

/** Lines that a text takes in a column of so many characters (of 11 point text), broken between words. */
export function lines(text: string, width: number, size = 11, bold = false): number {
  const room = Math.max(1, Math.floor(((width * 11) / size) * (bold ? 0.95 : 1.05)))
  if (text.length <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => {
    let count = 1
    let used = 0
    for (const word of line.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        count++
        used = 0
      }
      count += Math.max(0, Math.ceil(word.length / room) - 1)
      used += (used > 0 ? 1 : 0) + word.length
    }
    return sum + count
  }, 0)
}

export const textHeight = (text: string, width: number, size = 11, bold = false): number =>
  lines(text, width, size, bold) * lineHeight(size) + 3
