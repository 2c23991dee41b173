// The sentences of the pages about the whole province as a type.
import type { provinceVi } from './province-vi.ts'
import type { Worded } from './texts.ts'

export type ProvinceTexts = Worded<typeof provinceVi>
