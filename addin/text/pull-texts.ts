// The sentences about consolidations in the workbook, by language: loaded with that part only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { pullEn } from './pull-en.ts'
import { pullVi } from './pull-vi.ts'
import type { Worded } from './texts.ts'

export type PullTexts = Worded<typeof pullVi>

const PULL_TEXTS: Readonly<Record<Language, PullTexts>> = { vi: pullVi, en: pullEn }

export function usePullText() {
  const { language, t } = useText()
  return { language, t, p: PULL_TEXTS[language] }
}
