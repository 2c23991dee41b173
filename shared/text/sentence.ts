// The sentence that a person reads for a finding. Findings are data; words are
// made here and nowhere else.
import type { Language } from '../bilingual.ts'
import type { Finding } from '../finding.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** What a sentence is made from: label, what was found, what is expected, and the params of the code. */
export type Sentence = (said: Readonly<Record<string, string | number>>) => string

const SENTENCES = { vi, en } as const

/** Said after the finding itself, whatever it is: nobody shall take a waived finding for none. */
const WAIVED: Readonly<Record<Language, Sentence>> = {
  vi: ({ waivedReason, waivedUntil }) => ` Được miễn với số liệu đến hết ngày ${waivedUntil}. Lý do: ${waivedReason}`,
  en: ({ waivedReason, waivedUntil }) => ` Waived for data up to ${waivedUntil}. Reason: ${waivedReason}`,
}

export function sentence(finding: Finding, lang: Language): string {
  const said: Record<string, string | number> = {
    severity: finding.severity,
    actual: finding.actual ?? '',
    expected: finding.expected ?? '',
    ...finding.params,
  }
  if (finding.label) said.label = finding.label[lang]
  const make: Sentence = SENTENCES[lang][finding.code]
  return `${make(said)}${said.waivedReason === undefined ? '' : WAIVED[lang](said)}`
}
