// A draft becomes a version: only where nothing in it is refused, frozen from then on, used by
// the periods that open from its first one. What is open already keeps the version it has.
import { canonicalJson } from '../../shared/canonical-json.ts'
import { checkTemplate } from '../../shared/check-template.ts'
import type { Template } from '../../shared/template.ts'
import { refusalSentence } from '../../shared/text/template-refusal.ts'
import type { Person } from '../../shared/wire.ts'
import type { Publication, TemplateRefusals, TemplateSurroundings, TemplateView } from '../../shared/wire-templates.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { type Change, changeStatements } from '../store/changes.ts'
import { alongChain } from '../store/events.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { publishStatements, templateViews } from '../store/templates.ts'
import { openObligations } from './open-obligations.ts'
import { overDraft, templateDraft, templateDraftChanged } from './template-drafts.ts'

export async function templateSurroundings(parts: Parts): Promise<TemplateSurroundings> {
  const [loaded, templates] = await Promise.all([readPlan(parts.db), readTemplates(parts.db)])
  if (!loaded) throw new ProblemError('not-found')
  return { ...loaded, templates: [...templates] }
}

export async function refusalsOf(parts: Parts, template: Template): Promise<TemplateRefusals['refusals']> {
  const { plan, ...surroundings } = await templateSurroundings(parts)
  return checkTemplate(template, plan, surroundings).map((refusal) => ({
    ...refusal,
    sentence: { vi: refusalSentence(refusal, template, 'vi'), en: refusalSentence(refusal, template, 'en') },
  }))
}

/** `counts`: which of what is refused stands in the way; all of it where nothing is said. */
export async function demandTaken(
  parts: Parts,
  template: Template,
  counts: (refusal: { readonly code: string }) => boolean = () => true,
): Promise<void> {
  const refusals = (await refusalsOf(parts, template)).filter(counts)
  if (refusals.length > 0) throw new ProblemError('template-refused', refusals[0]!.sentence.vi, { refusals })
}

export async function templateView(parts: Parts, code: string): Promise<TemplateView> {
  const view = (await templateViews(parts.db)).find((one) => one.code === code)
  if (!view) throw new ProblemError('not-found')
  return view
}

export async function publishTemplate(
  parts: Parts,
  person: Person,
  code: string,
  { etag, effectiveFrom }: Publication,
): Promise<TemplateView> {
  await overDraft(parts, code, () =>
    alongChain(parts.db, async (link) => {
      const draft = await templateDraft(parts, code)
      if (draft.etag !== etag) throw await templateDraftChanged(parts, code)
      const [last] = (await templateView(parts, code)).versions
      const template: Template = { ...draft.template, version: (last?.version ?? 0) + 1 }
      await demandTaken(parts, template)
      const at = parts.clock.now().toISOString()
      const hash = await sha256(canonicalJson(template))
      const change: Change = {
        ...{ id: parts.newId(), at, actor: person.id, subject: 'template-version', subjectId: `${code}.${template.version}` },
        ...{ action: 'published', before: last ? { version: last.version } : null, reason: null },
        after: { version: template.version, effectiveFrom, hash, basedOn: draft.basedOn },
      }
      await parts.db.batch([
        ...publishStatements(parts.db, template, etag, { at, by: person.id, effectiveFrom }),
        ...(await changeStatements(parts.db, link, [change])),
      ])
    }),
  )
  await openObligations(parts)
  return templateView(parts, code)
}
