// The type of a column from its titles and its values together, and how sure that is:
// where the two disagree, or only one speaks and not clearly, a person is asked.

import type { MoneyUnit } from '../takeover/money-unit.ts'
import type { FieldType } from '../template.ts'
import type { Content } from './content-type.ts'
import type { Why } from './inferred.ts'
import { type Hint, moneyIn } from './title-hint.ts'
import { LINE, PROSE } from './title-sayings.ts'

export interface Judged {
  readonly type: FieldType
  readonly confidence: number
  readonly why: Why
}

type Said = Omit<Judged, 'why'>

const NUMBERS: ReadonlySet<FieldType['kind']> = new Set(['integer', 'decimal'])
const TIMES: ReadonlySet<FieldType['kind']> = new Set(['date', 'period', 'year-range'])
const AGENCIES: ReadonlySet<FieldType['kind']> = new Set(['agency', 'agencies'])
/** From so many cells on a column speaks for itself. */
const TELLING = 2
const MANY = 8
/** A title that by itself leaves no doubt. */
const CLEAR = 0.9
const SPOKEN = 0.8
/** Nobody counts so many millions in one row. */
const IN_DONG = 1_000_000
/** Title and values that are no surer than this together speak against each other. */
const APART = 0.6
/** Only these are written in a way that nothing else is. */
const UNMISTAKABLE: ReadonlySet<FieldType['kind']> = new Set(['url', 'date', 'document-number'])

function together({ type: asked, strength }: Hint, { type: seen, cells, largest = 0, figures = false, offices = false }: Content): Said {
  const said = asked.kind === 'money' && strength < SPOKEN && largest >= IN_DONG ? moneyIn('dong') : asked
  const both = Math.min(0.98, 0.85 + 0.04 * cells)
  if ((said.kind === 'money' || said.kind === 'percent') && NUMBERS.has(seen.kind))
    return { type: said, confidence: Math.max(strength, strength >= SPOKEN ? both : 0.7) }
  // Figures typed as text are numbers where the title clearly asks for some.
  const asksNumbers = NUMBERS.has(said.kind) || said.kind === 'percent' || said.kind === 'money'
  if (seen.kind === 'text' && figures && asksNumbers && strength >= SPOKEN) return { type: said, confidence: 0.7 }
  // What is measured may have decimals also where none was typed yet.
  if (said.kind === 'decimal' && seen.kind === 'integer' && strength >= SPOKEN) return { type: said, confidence: both }
  if (said.kind === 'text' && seen.kind === 'text') return { type: seen.multiline ? seen : said, confidence: both }
  if (AGENCIES.has(said.kind) && AGENCIES.has(seen.kind)) {
    // One agency in each of a few rows does not say that there may not be several.
    const several = said.kind === 'agencies' || seen.kind === 'agencies'
    return { type: several ? { kind: 'agencies' } : seen, confidence: several || cells >= MANY ? both : 0.75 }
  }
  // Offices that the register does not know, or knows by other names.
  if (AGENCIES.has(said.kind) && offices) return { type: said, confidence: 0.6 }
  // "Kế hoạch năm", "Lũy kế" may count money as well as things.
  if (NUMBERS.has(said.kind) && NUMBERS.has(seen.kind)) return { type: seen, confidence: strength >= SPOKEN ? both : 0.7 }
  if (said.kind === 'money' && seen.kind === 'money' && said.unit !== seen.unit && strength >= SPOKEN)
    return { type: said, confidence: 0.5 }
  if (said.kind === seen.kind) return { type: seen, confidence: both }
  if (said.kind === 'integer' && seen.kind === 'percent') return { type: seen, confidence: 0.85 }
  if (TIMES.has(said.kind) && TIMES.has(seen.kind)) return { type: seen, confidence: cells >= TELLING ? both : 0.7 }
  // Values of a certain kind under a title that says only that something is written there.
  const listed = seen.kind === 'choice' && cells >= TELLING
  if (said.kind === 'text' && strength >= CLEAR && !listed && !UNMISTAKABLE.has(seen.kind)) return { type: said, confidence: 0.8 }
  if (said.kind === 'text' && !NUMBERS.has(seen.kind))
    return { type: seen, confidence: cells >= TELLING && UNMISTAKABLE.has(seen.kind) ? 0.8 : 0.6 }
  return { type: seen, confidence: 0.5 }
}

/** Where numbers and words stand below each other, only a title that asks for words is believed. */
export function columnType(hint: Hint | null, content: Content | null, unitAbove: MoneyUnit | null): Judged {
  const judged = judgedAlike(hint, content, unitAbove)
  const isWords = judged.type.kind === 'text' && hint?.type.kind === 'text'
  return content?.mixed && !isWords ? { ...judged, confidence: Math.min(judged.confidence, 0.6) } : judged
}

function judgedAlike(hint: Hint | null, content: Content | null, unitAbove: MoneyUnit | null): Judged {
  if (hint?.type.kind === 'sequence') return { type: hint.type, confidence: 1, why: 'title' }
  if (hint && content) {
    const said = together(hint, content)
    return { ...said, why: said.confidence <= APART ? 'apart' : 'both' }
  }
  if (hint) return { type: hint.type, confidence: hint.strength, why: 'title' }
  return content ? { ...ofContent(content, unitAbove), why: 'values' } : { type: LINE, confidence: 0.4, why: 'nothing' }
}

function ofContent(content: Content, unitAbove: MoneyUnit | null): Said {
  if (NUMBERS.has(content.type.kind) && unitAbove) return { type: moneyIn(unitAbove), confidence: 0.6 }
  if (content.type.kind === 'text') return { type: content.type, confidence: content.cells >= TELLING ? 0.85 : 0.6 }
  if (AGENCIES.has(content.type.kind) || content.type.kind === 'choice' || content.type.kind === 'clause')
    return { type: content.type, confidence: 0.7 }
  return { type: content.type, confidence: content.cells > TELLING ? 0.85 : 0.65 }
}

/** How wide a column of a type is printed, in characters. */
export function widthOf(type: FieldType): number {
  if (type.kind === 'sequence') return 6
  if (type.kind === 'text') return type.maxLength >= (PROSE.kind === 'text' ? PROSE.maxLength : 0) ? 40 : 24
  return type.kind === 'agency' || type.kind === 'agencies' || type.kind === 'url' ? 24 : 14
}
