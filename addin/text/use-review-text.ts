// The sentences of reviewing and signing in the person's language: loaded with those screens only.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { reviewEn } from './review-en.ts'
import type { ReviewTexts } from './review-texts.ts'
import { reviewVi } from './review-vi.ts'

const REVIEW_TEXTS: Readonly<Record<Language, ReviewTexts>> = { vi: reviewVi, en: reviewEn }

export const useReviewText = (): ReviewTexts => REVIEW_TEXTS[useText().language]
