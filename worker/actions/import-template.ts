// A template read from a file: from its workbook or JSON as it was, or proposed from a form that
// nobody tuned to. Keeps nothing: what becomes of it an admin decides.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import { withOwnDates } from '../../shared/template-edit/own-dates.ts'
import { isSure } from '../../shared/template-proposal/inferred.ts'
import { proposeTemplate } from '../../shared/template-proposal/propose-template.ts'
import { isTemplateWorkbook, type ReadTemplate, readTemplateSheets } from '../../shared/template-workbook/read-template-sheets.ts'
import { readTemplateFile, type TemplateFile } from '../../shared/template-workbook/template-file.ts'
import { listsOf } from '../../shared/template-workbook/template-sheets.ts'
import { inferredSentence } from '../../shared/text/template-proposal-sentence.ts'
import { sheetRefusalSentence } from '../../shared/text/template-workbook-refusal.ts'
import type { TemplateImport } from '../../shared/wire-template-import.ts'
import type { TemplateSurroundings } from '../../shared/wire-templates.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { readTemplate } from '../store/plan.ts'
import { TEMPLATE_LIMITS } from '../xlsx/limits.ts'
import { templateSurroundings } from './publish-template.ts'

import { gridOf } from './take-upload.ts'
import { templateDraft } from './template-drafts.ts'

/** The code of a draft until its admin gives it one. */
const NEW_CODE = 'BIEU_MOI'

function asRead({ template, lists, refusals }: ReadTemplate, { plan }: TemplateSurroundings): TemplateImport {
  const entriesOf = (id: string) => plan.lists.find((list) => list.id === id)?.entries
  return {
    ...{ kind: 'template', template, inferred: [] },
    refusals: refusals.map((one) => ({ sheet: one.sheet, cell: one.cell, code: one.code, sentence: sheetRefusalSentence(one) })),
    newLists: lists.filter(({ id }) => entriesOf(id) === undefined),
    listsApart: lists.flatMap(({ id, entries }) => {
      const known = entriesOf(id)
      return known === undefined || canonicalJson(known) === canonicalJson(entries) ? [] : [id]
    }),
  }
}

export async function importTemplateFile(parts: Parts, text: string): Promise<TemplateImport> {
  return asRead(readTemplateFile(text), await templateSurroundings(parts))
}

export async function importTemplateWorkbook(parts: Parts, bytes: Uint8Array<ArrayBuffer>): Promise<TemplateImport> {
  const [grid, surroundings] = await Promise.all([gridOf(bytes, TEMPLATE_LIMITS, true), templateSurroundings(parts)])
  if (isTemplateWorkbook(grid)) return asRead(readTemplateSheets(grid), surroundings)
  const { plan, register } = surroundings
  const context: CheckContext = {
    ...{ today: parts.clock.now().toISOString().slice(0, 10), agency: register.agencies[0]?.code ?? '', period: String(plan.year) },
    ...{ register, plan, prefill: { header: {}, rows: [] }, previous: null },
  }
  const proposal = proposeTemplate(grid, NEW_CODE, context)
  if (!proposal) return { kind: 'form', template: null, refusals: [], inferred: [], newLists: [], listsApart: [] }
  const { template } = proposal
  const inferred = proposal.inferred.map((one) => ({
    ...{ sheet: one.sheet, cell: one.cell, code: one.code, confidence: one.confidence, sure: isSure(one) },
    sentence: inferredSentence(template, one),
  }))
  return { kind: 'form', template, refusals: [], inferred, newLists: [...proposal.lists], listsApart: [] }
}

/** A draft as it was last saved, with the code lists it names that the plan has. */
export async function draftFile(parts: Parts, code: string): Promise<TemplateFile> {
  const [{ template }, { plan }] = await Promise.all([templateDraft(parts, code), templateSurroundings(parts)])
  return { template, lists: listsOf(template, plan.lists) }
}

/** A published version with the code lists it names. */
export async function templateFile(parts: Parts, code: string, version: number): Promise<TemplateFile> {
  const [template, { plan }] = await Promise.all([readTemplate(parts.db, code, version), templateSurroundings(parts)])
  if (!template) throw new ProblemError('not-found')
  return { template: withOwnDates(template), lists: listsOf(template, plan.lists) }
}
