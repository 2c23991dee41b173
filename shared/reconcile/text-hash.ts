// A number that stands for a text where a hundred thousand texts are held against each other and none is kept.
// Two texts with one number are as good as impossible by chance; whoever relies on it looks at the texts once more.

const SECOND_HALF = 0x20_0000

/** 53 bits: two walks over the characters, one from either side of the multiplication. */
export function textHash(text: string): number {
  let one = 0x1234_5677
  let other = 0x7654_3211
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x0100_0193)
    other = Math.imul(other + code, 0x5bd1_e995) ^ (other >>> 13)
  }
  one = Math.imul(one ^ (one >>> 15), 0x2c1b_3c6d)
  other = Math.imul(other ^ (other >>> 16), 0x297a_2d39)
  return (one >>> 0) * SECOND_HALF + ((other ^ (one >>> 7)) >>> 11)
}
