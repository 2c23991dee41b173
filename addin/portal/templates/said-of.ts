// What the filer will read for a finding, where a draft is tried before its rule has a sentence too.
import type { Language } from '../../../shared/bilingual.ts'
import { isBlank } from '../../../shared/check-template/refuse.ts'
import type { Finding } from '../../../shared/finding.ts'
import { sentence } from '../../../shared/text/sentence.ts'

/** Null: nobody wrote it yet. */
export function saidOf(finding: Finding, language: Language): string | null {
  const { messageVi, messageEn } = finding.params
  const isUnsaid = finding.code === 'rule' && isBlank(String((language === 'vi' ? messageVi : messageEn) ?? ''))
  return isUnsaid ? null : sentence(finding, language)
}
