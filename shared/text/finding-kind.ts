// What a kind of finding says without any one of it at hand: the sentence with "…" where a
// value would stand.
import type { Bilingual } from '../bilingual.ts'
import { FINDING_CODES, type FindingCode, type Severity } from '../finding.ts'
import { en } from './en.ts'
import type { Sentence } from './sentence.ts'
import { vi } from './vi.ts'

const isCode = (text: string): text is FindingCode => FINDING_CODES.some((code) => code === text)

/** Null where there is no such code. */
export function findingKind(code: string, severity: Severity, label: Bilingual | null): Bilingual | null {
  if (!isCode(code)) return null
  const said = (make: Sentence, title: string | undefined): string =>
    make(
      new Proxy<Record<string, string | number>>(
        {},
        { get: (_, key) => (key === 'severity' ? severity : key === 'label' ? (title ?? '…') : '…') },
      ),
    )
  return { vi: said(vi[code], label?.vi), en: said(en[code], label?.en) }
}
