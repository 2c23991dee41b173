// What each sign of ordinary Vietnamese text tells of the text it stands in, by its code.
// Judges no text.

/** What a sign of ordinary text tells. */
export const ORDINARY = 1
/** A letter or digit: the text is more than dashes and dots. */
export const WORD = 2
/** What TCVN3 and VNI write their letters with as well. */
export const DOUBTFUL = 4
/** A Vietnamese letter that only Unicode text has. */
export const UNICODE = 8
/** Written behind a letter, what VIQR makes its marks of, and what lost letters become. */
export const SIGN = 16
/** What stands behind a letter where UTF-8 was misread. */
export const BEHIND = 32

/** By code. ASCII, precomposed Vietnamese and common typographic signs; without eth and the African d, which look like Đ. */
export const TELLS = new Uint8Array(0x2700)
const add = (tells: number, ...ranges: readonly (readonly [from: number, to: number])[]) => {
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) TELLS[code]! |= tells
}
add(ORDINARY, [0x20, 0x7e], [0xa1, 0xac], [0xae, 0xcf], [0xd1, 0xef], [0xf1, 0x131], [0x134, 0x17f], [0x1a0, 0x1a1], [0x1af, 0x1b0])
add(ORDINARY, [0x1ea0, 0x1ef9], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ab, 0x20ab], [0x2264, 0x2265])
add(WORD, [0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0xcf], [0xd1, 0xd6], [0xd8, 0xef], [0xf1, 0xf6], [0xf8, 0x131], [0x1ea0, 0x1ef9])
add(DOUBTFUL, [0xa1, 0xff])
add(BEHIND, [0xa1, 0xbf])
add(UNICODE, [0x102, 0x103], [0x110, 0x111], [0x128, 0x129], [0x168, 0x169], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1ea0, 0x1ef9])
for (const sign of '^+(?&') add(SIGN, [sign.charCodeAt(0), sign.charCodeAt(0)])
