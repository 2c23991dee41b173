// The sentences of the table of who has reported what, by language.
import type { Language } from '../../shared/bilingual.ts'
import { useText } from './language.tsx'
import { matrixEn } from './matrix-en.ts'
import { matrixVi } from './matrix-vi.ts'
import type { Worded } from './texts.ts'

export type MatrixTexts = Worded<typeof matrixVi>

const MATRIX_TEXTS: Readonly<Record<Language, MatrixTexts>> = { vi: matrixVi, en: matrixEn }

export function useMatrixText() {
  const { language, t } = useText()
  return { language, t, m: MATRIX_TEXTS[language] }
}
