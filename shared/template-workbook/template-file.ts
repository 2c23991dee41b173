// A template as one JSON document with the code lists it names: the same as its workbook,
// for programs. Knows no workbook.
import * as v from 'valibot'
import { CodeList } from '../plan.ts'
import { Template } from '../template.ts'
import type { ReadTemplate } from './read-template-sheets.ts'
import type { SheetRefusal } from './sheet-refusal.ts'

export const TemplateFile = v.strictObject({ template: Template, lists: v.array(CodeList) })
export type TemplateFile = v.InferOutput<typeof TemplateFile>

/** What stands in the place of a sheet's name where a JSON document is spoken of. */
export const JSON_FILE = 'JSON'

/** Also of a document that is the template alone. */
export function readTemplateFile(text: string): ReadTemplate {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return { template: null, lists: [], refusals: [refusal('not-json', '/', '')] }
  }
  const whole = typeof body === 'object' && body !== null && 'template' in body ? body : { template: body, lists: [] }
  const parsed = v.safeParse(TemplateFile, whole)
  if (parsed.success) return { ...parsed.output, refusals: [] }
  const refusals = parsed.issues.map(({ path, expected, received }): SheetRefusal => {
    const pointer = `/${(path ?? []).map(({ key }) => String(key)).join('/')}`
    if (received === 'undefined') return refusal('missing', pointer, '')
    return refusal(expected === 'never' ? 'does-not-apply' : 'malformed', pointer, received.replace(/^"(.*)"$/, '$1'))
  })
  return { template: null, lists: [], refusals }
}

const refusal = (code: SheetRefusal['code'], pointer: string, found: string): SheetRefusal => ({
  ...{ code, sheet: JSON_FILE, cell: pointer, params: { what: pointer, found, options: '' } },
})
