// The sentences of the work on an opened form, by language: loaded with its screens.
import type { Language } from '../../shared/bilingual.ts'
import type { Worded } from './texts.ts'
import { workEn } from './work-en.ts'
import { workVi } from './work-vi.ts'

export type WorkTexts = Worded<typeof workVi>

export const WORK_TEXTS: Readonly<Record<Language, WorkTexts>> = { vi: workVi, en: workEn }
