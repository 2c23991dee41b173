// The sentences about what goes out by itself, by language: loaded where they are shown only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { outgoingEn } from './outgoing-en.ts'
import { outgoingVi } from './outgoing-vi.ts'
import type { Worded } from './texts.ts'

export type OutgoingTexts = Worded<typeof outgoingVi>

const OUTGOING_TEXTS: Readonly<Record<Language, OutgoingTexts>> = { vi: outgoingVi, en: outgoingEn }

export function useOutgoingText() {
  const { language, t } = useText()
  return { t, o: OUTGOING_TEXTS[language] }
}
