// The sentences of the page of what to improve, by language: loaded with that page only.
import type { Language } from '../../shared/bilingual.ts'
import { improveEn } from './improve-en.ts'
import { improveVi } from './improve-vi.ts'
import { useText } from './language.tsx'
import type { Worded } from './texts.ts'

export type ImproveTexts = Worded<typeof improveVi>

const IMPROVE_TEXTS: Readonly<Record<Language, ImproveTexts>> = { vi: improveVi, en: improveEn }

export function useImproveText() {
  const { language, t } = useText()
  return { language, t, i: IMPROVE_TEXTS[language] }
}
