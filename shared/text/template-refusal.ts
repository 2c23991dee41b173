// The sentences for a template that is not saved: which part of it, where in its formula,
// what is wrong and what to write instead. Leaving a code out does not compile.
import type { Bilingual, Language } from '../bilingual.ts'
import type { TemplateRefusal, TemplateRefusalCode } from '../check-template.ts'
import { fieldOf, type Template, tableOf } from '../template.ts'
import { PROPERTIES, REGIME_ELEMENTS, TEMPLATE_ELEMENTS } from './template-part-names.ts'
import { TEMPLATE_REFUSALS_EN } from './template-refusal-en.ts'
import { TEMPLATE_REFUSALS_VI } from './template-refusal-vi.ts'

/** From the params of the code and the stretch of the formula that is refused. */
export type RefusalSentence = (said: Readonly<Record<string, string | number>>) => string

const SENTENCES: Readonly<Record<Language, Readonly<Record<TemplateRefusalCode, RefusalSentence>>>> = {
  vi: TEMPLATE_REFUSALS_VI,
  en: TEMPLATE_REFUSALS_EN,
}

const SUBJECT: Readonly<Record<Language, Readonly<Record<TemplateRefusal['part'], (of: string) => string>>>> = {
  vi: {
    formula: (of) => `Công thức của cột "${of}"`,
    'required-when': (of) => `Điều kiện bắt buộc của cột "${of}"`,
    rule: (of) => `Quy tắc ${of}`,
    field: (of) => `Cột "${of}"`,
    rows: (of) => `Các dòng của bảng "${of}"`,
    table: (of) => `Bảng "${of}"`,
    header: (of) => `Ô "${of}" ở đầu biểu`,
    regime: (of) => `Chế độ báo cáo, ${of}`,
    template: (of) => `Biểu mẫu, ${of}`,
  },
  en: {
    formula: (of) => `The formula of column "${of}"`,
    'required-when': (of) => `The condition under which column "${of}" is required`,
    rule: (of) => `Rule ${of}`,
    field: (of) => `Column "${of}"`,
    rows: (of) => `The rows of table "${of}"`,
    table: (of) => `Table "${of}"`,
    header: (of) => `The cell "${of}" above the table`,
    regime: (of) => `Report regime, ${of}`,
    template: (of) => `Template, ${of}`,
  },
}

const PLACE: Readonly<Record<Language, (from: number, to: number) => string>> = {
  vi: (from, to) => (to - from > 1 ? `, ký tự ${from + 1}–${to}` : `, ký tự ${from + 1}`),
  en: (from, to) => (to - from > 1 ? `, characters ${from + 1}–${to}` : `, character ${from + 1}`),
}

/** A longer stretch is shown by its beginning. */
const LONGEST = 60
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** As people know it; what has no name yet is called by its key. */
function nameOf({ table: key, part, of }: TemplateRefusal, template: Template, lang: Language): string {
  const table = key === null ? undefined : tableOf(template, key)
  const named = (titled: { title?: Bilingual | undefined } | undefined) => titled?.title?.[lang] || of
  switch (part) {
    case 'rule':
      return of
    case 'rows':
    case 'table':
      return named(table)
    case 'header':
      return named(template.header.find((field) => field.key === of))
    case 'regime':
      return REGIME_ELEMENTS[lang][of] ?? of
    case 'template':
      return TEMPLATE_ELEMENTS[lang][of] ?? of
    default:
      return named(table && fieldOf(table, of))
  }
}

/** In which of several tables. */
function tableName({ table: key, part }: TemplateRefusal, template: Template, lang: Language): string {
  if (key === null || part === 'rows' || part === 'table' || template.tables.length < 2) return ''
  return `, ${lang === 'vi' ? 'bảng' : 'table'} "${tableOf(template, key)?.title?.[lang] || key}"`
}

/** Which property of a column, a rule or the rows. */
function propertyName({ part, path }: TemplateRefusal, lang: Language): string {
  if (part === 'formula' || part === 'required-when' || part === 'regime' || part === 'template') return ''
  const names = PROPERTIES[lang]
  const property = path.slice(2).findLast((step) => typeof step === 'string' && Object.hasOwn(names, step))
  return property === undefined ? '' : `, ${names[property]}`
}

export function refusalSentence(refusal: TemplateRefusal, template: Template, lang: Language): string {
  const { code, part, source, from, to, params } = refusal
  const whole = from === 0 && to >= source.length
  const said = { ...params, written: shortened(source.slice(from, to)) }
  const where = `${SUBJECT[lang][part](nameOf(refusal, template, lang))}${tableName(refusal, template, lang)}${propertyName(refusal, lang)}`
  return `${where}${whole ? '' : PLACE[lang](from, to)}: ${SENTENCES[lang][code](said)}`
}
