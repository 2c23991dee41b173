// The sentence that a person reads for a finding. Findings are data; words are
// made here and nowhere else.
import type { Language } from '../bilingual.ts'
import type { Finding } from '../finding.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** What a sentence is made from: label, what was found, what is expected, and the params of the code. */
export type Sentence = (said: Readonly<Record<string, string | number>>) => string

const SENTENCES = { vi, en } as const

export function sentence(finding: Finding, lang: Language): string {
  const said: Record<string, string | number> = {
    severity: finding.severity,
    actual: finding.actual ?? '',
    expected: finding.expected ?? '',
    ...finding.params,
  }
  if (finding.label) said.label = finding.label[lang]
  const make: Sentence = SENTENCES[lang][finding.code]
  return make(said)
}
