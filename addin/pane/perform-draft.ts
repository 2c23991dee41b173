// Carries out what concerns the draft on the server: saving it on top of the one it
// was made from, and keeping both where a colleague saved another meanwhile.
import type { SavedDraft } from '../../shared/wire.ts'
import { ApiProblem } from '../api/api-problem.ts'
import type { Effect } from './effect.ts'
import type { Errand } from './perform.ts'
import { unwatch, watch } from './watch.ts'

type Of<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>

/** The form in the workbook is now based on this draft. */
export function stand(id: string, etag: string, { standing, kept, person }: Errand): void {
  standing.set(id, etag)
  kept.setBase(person, id, etag)
}

/** The form was drawn from the draft that was loaded with it. */
export function standOn(id: string, errand: Errand): void {
  const etag = errand.standing.get(id)
  if (etag) stand(id, etag, errand)
}

export async function saveDraft({ id, filing }: Pick<Of<'save-draft'>, 'id' | 'filing'>, errand: Errand): Promise<void> {
  const { api, dispatch, standing } = errand
  const save = async (base: string | null): Promise<SavedDraft> => {
    const draft = await api.saveDraft(id, filing, base)
    stand(id, draft.etag, errand)
    return draft
  }
  const saved = ({ inUse, ...draft }: SavedDraft) => dispatch({ type: 'draft-saved', id, draft, inUse })
  try {
    saved(await save(standing.get(id) ?? null))
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    if (problem.slug !== 'draft-changed') return dispatch({ type: 'draft-unsaved', id, why: problem.slug })
    const theirs = await api.draft(id)
    if (!theirs) saved(await save(null))
    else if (JSON.stringify(theirs.filing) === JSON.stringify(filing)) {
      stand(id, theirs.etag, errand)
      dispatch({ type: 'draft-saved', id, draft: theirs })
    } else dispatch({ type: 'draft-conflict', id, theirs })
  }
}

/** What a sheet is called that is kept beside the form. */
export const named = (form: Of<'keep-mine'>['form'], suffix: string): string =>
  `${form.template.code} ${form.obligation.period} (${suffix})`

export async function keepMine({ form, sheet, filing, theirs }: Of<'keep-mine'>, errand: Errand): Promise<void> {
  const { host, standing, asideName } = errand
  const [{ formLayout }, { plainCopy }] = await Promise.all([import('./judge.ts'), import('../../shared/sheet/plain-copy.ts')])
  await host.draw(plainCopy(formLayout(form, theirs.filing), named(form, asideName.theirs)), ...watchedDrawing(errand))
  if (sheet) await host.activate(sheet)
  // On top of what was looked at: if a third version stands there now, it is told like this one.
  standing.set(form.obligation.id, theirs.etag)
  return saveDraft({ id: form.obligation.id, filing }, errand)
}

/** For whoever waits: how many rows stand, and a way to stop. */
export function watchedDrawing(errand: Errand): [(done: number, of: number) => void, AbortSignal] {
  errand.drawing = new AbortController()
  return [(done, of) => errand.dispatch({ type: 'draw-progress', done, of }), errand.drawing.signal]
}

export async function takeTheirs({ form, sheet, theirs }: Of<'take-theirs'>, errand: Errand): Promise<void> {
  const { host, dispatch, asideName } = errand
  const { id } = form.obligation
  const { formLayout } = await import('./judge.ts')
  const layout = formLayout(form, { ...theirs.filing, declaration: null })
  // The new sheet gets the name of the old one, which is still listened to.
  await unwatch(errand)
  const watched = watchedDrawing(errand)
  const drawing = sheet ? host.replace(sheet, named(form, asideName.mine), layout, ...watched) : host.draw(layout, ...watched)
  const drawn = await drawing.catch(async (error: unknown) => {
    if (sheet) await watch(sheet, errand)
    throw error
  })
  stand(id, theirs.etag, errand)
  dispatch({ type: 'draft-taken', id, draft: theirs })
  dispatch({ type: 'form-opened', id, sheet: typeof drawn === 'string' ? drawn : drawn.sheet })
}
