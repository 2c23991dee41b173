// The sentences of the pages where templates are made, by language: loaded with those pages only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { templateEn } from './template-en.ts'
import { templateVi } from './template-vi.ts'
import type { Worded } from './texts.ts'

export type TemplateTexts = Worded<typeof templateVi>

const TEMPLATE_TEXTS: Readonly<Record<Language, TemplateTexts>> = { vi: templateVi, en: templateEn }

export function useTemplateText() {
  const { language, t } = useText()
  return { language, t, m: TEMPLATE_TEXTS[language] }
}
