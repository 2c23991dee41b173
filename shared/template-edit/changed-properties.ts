// The properties of one thing that are not as they were, each as a sentence: what it is called,
// what stood there, what stands there now. A property without a name is called by its key.
import type { Bilingual, Language } from '../bilingual.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { FieldType } from '../template.ts'
import { PROPERTIES } from '../text/template-part-names.ts'
import { AGGREGATIONS, FREQUENCIES, ROW_SOURCES, SCOPES, SEVERITIES, SOURCES, typeWords } from '../text/template-words.ts'

type Names = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Besides those by which refusals name properties. */
const MORE: Names = {
  vi: {
    ...{ type: 'kiểu dữ liệu', source: 'nguồn giá trị', formula: 'công thức', required: 'bắt buộc', requiredWhen: 'bắt buộc khi' },
    ...{ nilAllowed: 'cho ghi “-”', basis: 'căn cứ', severity: 'mức độ', scope: 'phạm vi', field: 'cột hiện kết quả' },
    ...{ appliesFrom: 'áp dụng từ kỳ', blocksFrom: 'chặn từ kỳ', judgesNothing: 'xét cả khi không phát sinh' },
    ...{ max: 'số dòng nhiều nhất', namesDocument: 'đối chiếu tên văn bản', frequency: 'tần suất', dueInclusive: 'tính cả ngày đến hạn' },
    ...{ preparer: 'chữ ký người lập', signer: 'chữ ký lãnh đạo' },
  },
  en: {
    ...{ type: 'type', source: 'source', formula: 'formula', required: 'required', requiredWhen: 'required when' },
    ...{ nilAllowed: '“-” allowed', basis: 'basis', severity: 'severity', scope: 'scope', field: 'column of the finding' },
    ...{ appliesFrom: 'applies from', blocksFrom: 'blocks from', judgesNothing: 'judges nothing to report' },
    ...{ max: 'most rows', namesDocument: 'title held against the plan', frequency: 'frequency', dueInclusive: 'due day included' },
    ...{ preparer: 'signature of the preparer', signer: 'signature of the head' },
  },
}

const WORDS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  source: { ...SOURCES, ...ROW_SOURCES },
  severity: SEVERITIES,
  scope: SCOPES,
  frequency: FREQUENCIES,
}

const LONGEST = 120

export const quoted = (text: string): string => `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}”`

export const inBoth = (said: Bilingual, make: (text: string, lang: Language) => string): Bilingual => ({
  vi: make(said.vi, 'vi'),
  en: make(said.en, 'en'),
})

const isBilingual = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

function shown(key: string, value: unknown, lang: Language): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return lang === 'vi' ? 'không có' : 'none'
  if (typeof value === 'boolean') return lang === 'vi' ? (value ? 'có' : 'không') : value ? 'yes' : 'no'
  if (typeof value === 'string') return quoted(WORDS[key]?.[value]?.[lang] ?? value)
  if (key === 'type') return quoted(typeWords(value as FieldType)[lang])
  if (key === 'aggregation') return quoted(AGGREGATIONS[(value as { by: keyof typeof AGGREGATIONS }).by][lang])
  if (isBilingual(value)) return quoted(value[lang])
  if (Array.isArray(value) && value.every((one) => isBilingual(one) || typeof one === 'string'))
    return quoted(value.map((one) => (isBilingual(one) ? one[lang] : one)).join('; '))
  return typeof value === 'number' ? String(value) : ''
}

const same = (one: unknown, other: unknown) =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other)

/** `of`: the thing itself. `silent`: properties that say nothing to people. `own`: names that go before the others. */
export function changedProperties(
  before: object,
  after: object,
  of: Bilingual,
  silent: readonly string[] = [],
  own: Names = { vi: {}, en: {} },
): Bilingual[] {
  const [was, is] = [before, after] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !silent.includes(key) && !same(was[key], is[key]))
  return keys.map((key) =>
    inBoth(of, (name, lang) => {
      const property = own[lang][key] ?? MORE[lang][key] ?? PROPERTIES[lang][key] ?? key
      const [from, to] = [shown(key, was[key], lang), shown(key, is[key], lang)]
      // What is the same in this language differs in the other one; a detail has no words of its own.
      if (from === to) return lang === 'vi' ? `${name}: ${property} được sửa.` : `${name}: ${property} is amended.`
      return lang === 'vi' ? `${name}: ${property} đổi từ ${from} thành ${to}.` : `${name}: ${property} changed from ${from} to ${to}.`
    }),
  )
}
