// The sentences for a template that is not saved: which formula, where in it,
// what is wrong and what to write instead. Leaving a code out does not compile.
import type { Language } from '../bilingual.ts'
import type { TemplateRefusal, TemplateRefusalCode } from '../check-template.ts'
import { fieldOf, type Template, tableOf } from '../template.ts'
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
  },
  en: {
    formula: (of) => `The formula of column "${of}"`,
    'required-when': (of) => `The condition under which column "${of}" is required`,
    rule: (of) => `Rule ${of}`,
  },
}

const PLACE: Readonly<Record<Language, (from: number, to: number) => string>> = {
  vi: (from, to) => (to - from > 1 ? `, ký tự ${from + 1}–${to}` : `, ký tự ${from + 1}`),
  en: (from, to) => (to - from > 1 ? `, characters ${from + 1}–${to}` : `, character ${from + 1}`),
}

/** A longer stretch is shown by its beginning. */
const LONGEST = 60
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

export function refusalSentence(refusal: TemplateRefusal, template: Template, lang: Language): string {
  const { code, part, of, source, from, to, params } = refusal
  const table = tableOf(template, refusal.table)
  const name = part === 'rule' ? of : ((table && fieldOf(table, of)?.title[lang]) ?? of)
  const whole = from === 0 && to >= source.length
  const said = { ...params, written: shortened(source.slice(from, to)) }
  return `${SUBJECT[lang][part](name)}${whole ? '' : PLACE[lang](from, to)}: ${SENTENCES[lang][code](said)}`
}
