// A text seen once from its first sign to its last by an automaton, without asking anything
// of a sign: whether it is in one line, of ordinary signs, with single spaces between words, none of
// which can be a piece of a torn syllable. What it does not know is for uneventful.ts to look at.
import { isSuspectWord } from './mended.ts'
import { ORDINARY, TELLS } from './sign-tells.ts'

/** Accented vowels: alone they are left of a torn syllable, or words. */
const LONE = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
/** Of these alone are the clusters that remain of a torn syllable: ng, nh, ngh, th, ch, ph, kh, gh. */
const CONSONANTS = 'nghtcpk'

/**
 * Where in a word the text is: `lost`, before a word, in one of nothing but those consonants, behind a first
 * accented vowel, in any other. Each is how far a step is shifted to show what comes next, in five bits.
 */
const [LOST, BEGINS, CONSONANT, VOWEL, WITHIN] = [0, 5, 10, 15, 20] as const
const PLACE = 31

/** What comes next, by where the text is. */
const step = (begins: number, consonant: number, vowel: number, within: number): number =>
  (begins << BEGINS) | (consonant << CONSONANT) | (vowel << VOWEL) | (within << WITHIN)

const SPACE = 0x20
const steps = new Map<number, number>()
const add = (letters: string, one: number) => {
  for (const letter of letters) steps.set(letter.charCodeAt(0), one)
}
add(' ', step(LOST, LOST, LOST, BEGINS))
add(CONSONANTS, step(CONSONANT, CONSONANT, WITHIN, WITHIN))
add(LONE + LONE.toUpperCase(), step(VOWEL, WITHIN, WITHIN, WITHIN))
const ANY_OTHER = step(WITHIN, WITHIN, WITHIN, WITHIN)

/** Where what a sign tells stands, above the steps. */
const TOLD = 25

/** By code, the steps and what the sign tells; of what is not ordinary everything is lost. */
const SIGNS = Int32Array.from(TELLS, (tells, code) => (tells << TOLD) | ((tells & ORDINARY) === 0 ? LOST : (steps.get(code) ?? ANY_OTHER)))

/** Whether a word that begins like a piece of a syllable is none. */
const isWhole = (text: string, end: number): boolean => {
  const from = text.lastIndexOf(' ', end - 1) + 1
  return from < end && !isSuspectWord(text, from, end)
}

/** What the signs of the text tell together; null where it has to be looked at closely. */
export function plainSigns(text: string): number | null {
  const { length } = text
  let place: number = BEGINS
  let told = 0
  let at = 0
  while (at < length) {
    let code = 0
    // Nothing but steps: a call in here would have what they need put away and taken up again at each sign.
    do {
      code = text.charCodeAt(at)
      // Nothing is told of what lies beyond the table.
      const sign = SIGNS[code]!
      told |= sign
      place = (sign >> place) & PLACE
      at++
    } while (place !== LOST && at < length)
    if (place !== LOST) break
    if (code !== SPACE || at === 1 || !isWhole(text, at - 1)) return null
    place = BEGINS
  }
  return place === WITHIN || (place !== BEGINS && isWhole(text, length)) ? told >>> TOLD : null
}
