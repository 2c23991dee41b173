// The sentences of the admin's pages by language: loaded with those pages only.
import type { Language } from '../../shared/bilingual.ts'
import { adminEn } from './admin-en.ts'
import { adminVi } from './admin-vi.ts'
import { useText } from './language.tsx'
import type { Worded } from './texts.ts'

export type AdminTexts = Worded<typeof adminVi>

const ADMIN_TEXTS: Readonly<Record<Language, AdminTexts>> = { vi: adminVi, en: adminEn }

export function useAdminText() {
  const { language, t } = useText()
  return { language, t, a: ADMIN_TEXTS[language] }
}
