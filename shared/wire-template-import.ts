// Bodies of reading a template from a file: what was read, what was made out, what is wrong.
import * as v from 'valibot'
import { Bilingual } from './bilingual.ts'
import { CodeList } from './plan.ts'
import { Template } from './template.ts'

const Place = { sheet: v.string(), sentence: Bilingual }

export const TemplateImport = v.strictObject({
  /** template: a workbook or JSON made for it · form: a form that nobody tuned to, of which a draft is proposed. */
  kind: v.picklist(['template', 'form']),
  /** Null where something is refused, or no table was found. */
  template: v.nullable(Template),
  /** What keeps it from being read. */
  refusals: v.array(v.strictObject({ ...Place, cell: v.nullable(v.string()), code: v.string() })),
  /** What was made out of a form; a person confirms what is not sure. */
  inferred: v.array(v.strictObject({ ...Place, cell: v.string(), code: v.string(), confidence: v.number(), sure: v.boolean() })),
  /** Code lists that the file brings and the plan does not have: they are made with the draft. */
  newLists: v.array(CodeList),
  /** Code lists of the file that the plan has with other entries: they are not taken over. */
  listsApart: v.array(v.string()),
})
export type TemplateImport = v.InferOutput<typeof TemplateImport>
