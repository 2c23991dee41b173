// Whether a run of letters can be a Vietnamese syllable by its spelling: onset,
// rime, tone. Knows no words; it tells real text from text in a wrong encoding.

import { remembered } from './remembered.ts'

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh uên ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyu uyn ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
)

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

function rimeHolds(rime: string, tone: string): boolean {
  if (!RIMES.has(rime)) return false
  // Syllables that end in a stop carry only the tones sắc and nặng.
  return !/(?:c|ch|p|t)$/.test(rime) || tone === '\u0301' || tone === '\u0323'
}

function find(word: string): boolean {
  if (/\p{Ll}\p{Lu}/u.test(word)) return false
  const apart = word.normalize('NFC').toLowerCase().normalize('NFD')
  const tones = apart.match(TONES) ?? []
  if (tones.length > 1) return false
  const tone = tones[0] ?? ''
  const plain = apart.replace(TONES, '').normalize('NFC')
  if (rimeHolds(plain, tone)) return true
  return (
    ONSETS.some((onset) => plain.startsWith(onset) && rimeHolds(plain.slice(onset.length), tone)) ||
    rimeHolds(plain.replace(/^g(?=i)/, ''), tone)
  )
}

export const isSyllable = remembered(find)
