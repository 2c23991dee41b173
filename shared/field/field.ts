// All types of fields in one place: what is common to their reading (blank, "-",
// errors, formulas, texts in another encoding), then each type's own behaviour. Leaving a type out does not compile.
import type { Bilingual, Language } from '../bilingual.ts'
import type { CheckContext } from '../check-context.ts'
import type { Entry } from '../filing.ts'
import type { FieldKind, FieldType } from '../template.ts'
import { cleanText } from '../text/clean.ts'
import { legacyText } from '../text/legacy-font.ts'
import { isUneventful } from '../text/uneventful.ts'
import { NIL, type Value } from '../value.ts'
import { agencies } from './agencies.ts'
import { agency } from './agency.ts'
import { choice } from './choice.ts'
import { clause } from './clause.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { documentNumber } from './document-number.ts'
import {
  type CellContent,
  type FieldBehaviour,
  type FieldFinding,
  found,
  type Names,
  type PlainReader,
  quoted,
  type Reading,
  read,
  safely,
} from './field-behaviour.ts'
import { integer } from './integer.ts'
import { money } from './money.ts'
import { isDash, judgeNothing } from './nothing.ts'
import { percent } from './percent.ts'
import { period } from './period.ts'
import { sequence } from './sequence.ts'
import { text } from './text.ts'
import { url } from './url.ts'
import { yearRange } from './year-range.ts'
import { yesNo } from './yes-no.ts'

export type { CellContent, FieldFinding, Names, PlainReader, Reading }

const behaviours: { readonly [K in FieldKind]: FieldBehaviour<Extract<FieldType, { kind: K }>> } = {
  text,
  integer,
  decimal,
  money,
  percent,
  date,
  period,
  'year-range': yearRange,
  choice,
  agency,
  agencies,
  clause,
  'document-number': documentNumber,
  url,
  'yes-no': yesNo,
  sequence,
}

/** The table above pairs each kind with the behaviour for its type, which the compiler cannot follow through an index. */
const behaviourOf = (type: FieldType): FieldBehaviour<FieldType> => behaviours[type.kind] as FieldBehaviour<FieldType>

/** What Excel shows for an error, pasted as text. */
const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#{2,})$/

const BLANK: Reading = { value: null, findings: [] }
const DELIBERATE: Reading = { value: NIL, findings: [] }

/**
 * Judges one cell. Whether it may be blank is the field's matter, not the type's: check.ts; `nilAllowed` only
 * decides whether "-" is offered.
 */
export function readEntry(type: FieldType, entry: Entry, context: CheckContext, nilAllowed = false): Reading {
  const raw = entry.value
  if (entry.error) return read(null, found('cell-error', 'error', { actual: quoted(raw ?? '') }))
  if (raw === null || raw === '') return BLANK
  const reading =
    typeof raw === 'string' ? readText(type, raw, entry, context, nilAllowed) : behaviourOf(type).read(type, raw, entry, context)
  if (entry.formula === undefined || reading === BLANK) return reading
  return read(
    reading.value,
    ...reading.findings,
    found('formula-instead-of-value', 'info', { actual: quoted(entry.formula), expected: quoted(raw) }),
  )
}

/** Types whose columns repeat the same few texts: each is read once for a context. Prose, links and numbers do not come back. */
const REPEATED: ReadonlySet<FieldKind> = new Set([
  ...(['choice', 'agency', 'agencies', 'period', 'date', 'clause', 'year-range', 'yes-no'] as const),
])
const REMEMBERED = 4096

/** Whether a sheet holds few different values of the kind, each costly to make out. */
export const isRepeated = (kind: FieldKind): boolean => REPEATED.has(kind)

const answers = new WeakMap<CheckContext, WeakMap<FieldType, Map<string, Reading>>>()

function answersFor(type: FieldType, context: CheckContext): Map<string, Reading> {
  let types = answers.get(context)
  if (!types) {
    types = new WeakMap()
    answers.set(context, types)
  }
  let texts = types.get(type)
  if (!texts) {
    texts = new Map()
    types.set(type, texts)
  }
  return texts
}

function readText(type: FieldType, raw: string, entry: Entry, context: CheckContext, nilAllowed: boolean): Reading {
  if (!REPEATED.has(type.kind) || entry.font !== undefined || raw.length > 200) return readTextAnew(type, raw, entry, context, nilAllowed)
  const texts = answersFor(type, context)
  const known = texts.get(raw)
  if (known) return known
  const reading = readTextAnew(type, raw, entry, context, nilAllowed)
  // What is offered where there is nothing depends on the field, not on the type alone.
  if (texts.size < REMEMBERED && reading.value !== null) texts.set(raw, reading)
  return reading
}

function readTextAnew(type: FieldType, raw: string, entry: Entry, context: CheckContext, nilAllowed: boolean): Reading {
  const isPlain = entry.font === undefined && isUneventful(raw)
  // Before anything is cleaned away: TCVN3 writes ư as an invisible character.
  const legacy = isPlain ? null : legacyText(raw, entry.font)
  if (legacy) {
    const converted = legacy.converted === null ? null : cleanText(legacy.converted)
    return read(
      null,
      found(legacy.encoding === 'UTF-8' || legacy.encoding === 'HTML' ? 'text-garbled' : 'legacy-font', 'error', {
        actual: quoted(raw),
        params: legacy.encoding === 'UTF-8' ? {} : { encoding: legacy.encoding },
        ...(converted !== null && { expected: quoted(converted), fixes: [safely({ value: converted, shown: converted })] }),
      }),
    )
  }
  const typed = isPlain ? raw : cleanText(raw)
  if (typed === '') return BLANK
  if (isDash(typed)) return DELIBERATE
  if (ERROR_TEXT.test(typed)) return read(null, found('cell-error', 'error', { actual: quoted(typed) }))
  const nothing = judgeNothing(type.kind, typed, nilAllowed)
  if (!nothing) return behaviourOf(type).read(type, typed, entry, context)
  if (!MAY_MEAN_IT.has(type.kind)) return read(null, nothing)
  const reading = behaviourOf(type).read(type, typed, entry, context)
  if (type.kind === 'text') return nothing.severity === 'error' ? read(null, nothing) : read(reading.value, ...reading.findings, nothing)
  return reading.value === null ? read(null, nothing) : reading
}

/** Where a word for nothing can be an answer: an entry of a list, "không", a sentence, X and k of an outline. */
const MAY_MEAN_IT: ReadonlySet<FieldType['kind']> = new Set(['choice', 'yes-no', 'text', 'sequence'])

const never: PlainReader = () => undefined

/** Reads many cells of a column, as far as `readEntry` has nothing to say about them; the rest is for that to read. */
export function plainReader(type: FieldType, context: CheckContext): PlainReader {
  const plain = behaviourOf(type).plain?.(type) ?? never
  if (!REPEATED.has(type.kind)) return plain
  const texts = answersFor(type, context)
  return (typed) => {
    if (typeof typed !== 'string') return plain(typed)
    const known = texts.get(typed)
    return known !== undefined && known.findings.length === 0 ? known.value : undefined
  }
}

/** As people read it; blank is "", the deliberate nothing "-". */
export function showValue(type: FieldType, value: Value, lang: Language, names: Names): string {
  if (value === null) return ''
  return value === NIL ? NIL : behaviourOf(type).show(type, value, lang, names)
}

export const shownInBoth = (type: FieldType, value: Value, names: Names): Bilingual => ({
  vi: showValue(type, value, 'vi', names),
  en: showValue(type, value, 'en', names),
})

/** What is stored in a cell for it: money in the column's unit, a day's serial number, Vietnamese labels and names. */
export function cellValue(type: FieldType, value: Value, names: Names): CellContent {
  if (value === null) return null
  return value === NIL ? NIL : behaviourOf(type).cell(type, value, names)
}

/** Excel format code for the cells of the field; `@` for all that is text. */
export const numberFormat = (type: FieldType): string => behaviourOf(type).numberFormat(type)
