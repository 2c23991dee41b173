// The type of the sentences of reviewing and signing: the keys of the Vietnamese file.
import type { reviewVi } from './review-vi.ts'
import type { Worded } from './texts.ts'

export type ReviewTexts = Worded<typeof reviewVi>
