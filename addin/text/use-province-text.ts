// The sentences of the pages about the whole province in the person's language: loaded
// with those pages only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { provinceEn } from './province-en.ts'
import type { ProvinceTexts } from './province-texts.ts'
import { provinceVi } from './province-vi.ts'

const TEXTS: Readonly<Record<Language, ProvinceTexts>> = { vi: provinceVi, en: provinceEn }

export const useProvinceText = (): ProvinceTexts => TEXTS[useText().language]
