// A sentence or label in the two languages of the product. Vietnamese is the
// first language; English is complete. Knows nothing about what is said.
import * as v from 'valibot'

export const Bilingual = v.strictObject({ vi: v.string(), en: v.string() })
export type Bilingual = v.InferOutput<typeof Bilingual>
export type Language = keyof Bilingual
