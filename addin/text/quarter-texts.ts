// The sentences of the pages about all agencies, by language: loaded with those pages only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { quarterEn } from './quarter-en.ts'
import { quarterVi } from './quarter-vi.ts'
import type { Worded } from './texts.ts'

export type QuarterTexts = Worded<typeof quarterVi>

export const QUARTER_TEXTS: Readonly<Record<Language, QuarterTexts>> = { vi: quarterVi, en: quarterEn }

export function useQuarterText() {
  const { language, t } = useText()
  return { language, t, p: QUARTER_TEXTS[language] }
}
