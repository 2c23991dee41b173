// The sentences of taking an old table over, by language: loaded with that screen only.
import type { Language } from '../../shared/bilingual.ts'
import { takeoverEn } from './takeover-en.ts'
import { takeoverVi } from './takeover-vi.ts'
import type { Worded } from './texts.ts'

export type TakeoverTexts = Worded<typeof takeoverVi>

export const TAKEOVER_TEXTS: Readonly<Record<Language, TakeoverTexts>> = { vi: takeoverVi, en: takeoverEn }
