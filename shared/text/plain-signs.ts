// A text seen once from its first sign to its last by an automaton, without asking anything
// of a sign: whether it is in one line, of ordinary signs, with single spaces between words, none of
// which can be a piece of a torn syllable. What it does not know is for uneventful.ts to look at.
import { ORDINARY, TELLS } from './sign-tells.ts'

/** Accented vowels: alone they are left of a torn syllable, or words. */
const LONE = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
/** Of these alone are the clusters that remain of a torn syllable: ng, nh, ngh, th, ch, ph, kh, gh. */
const CONSONANTS = 'nghtcpk'

/**
 * Where in a word the text is: `lost` for good, before a word, in one of nothing but those consonants, behind a first
 * accented vowel, in any other. Each is how far a step is shifted to show what comes next, in five bits.
 */
const [LOST, BEGINS, CONSONANT, VOWEL, WITHIN] = [0, 5, 10, 15, 20] as const
const PLACE = 31

/** What comes next, by where the text is. */
const step = (begins: number, consonant: number, vowel: number, within: number): number =>
  (begins << BEGINS) | (consonant << CONSONANT) | (vowel << VOWEL) | (within << WITHIN)

/** By code; of what is not ordinary everything is lost. */
const STEPS = Int32Array.from(TELLS, (tells) => ((tells & ORDINARY) === 0 ? LOST : step(WITHIN, WITHIN, WITHIN, WITHIN)))
const steps = (letters: string, one: number) => {
  for (const letter of letters) STEPS[letter.charCodeAt(0)] = one
}
steps(' ', step(LOST, LOST, LOST, BEGINS))
steps(CONSONANTS, step(CONSONANT, CONSONANT, WITHIN, WITHIN))
steps(LONE + LONE.toUpperCase(), step(VOWEL, WITHIN, WITHIN, WITHIN))

/** What the signs of the text tell together; null where it has to be looked at closely. */
export function plainSigns(text: string): number | null {
  let place: number = BEGINS
  let told = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Nothing is told of what lies beyond the table.
    told |= TELLS[code]!
    place = (STEPS[code]! >> place) & PLACE
  }
  return place === WITHIN ? told : null
}
