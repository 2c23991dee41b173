// Figures of a form of an earlier version brought into the form of today: read, the
// old sheet kept under another name, the new form drawn in its place. Loaded when first needed.
import { carryOver } from '../../shared/takeover/carry-over.ts'
import type { Effect } from './effect.ts'
import { contextOf, formLayout } from './judge.ts'
import type { Errand } from './perform.ts'
import { named, standOn, watchedDrawing } from './perform-draft.ts'

export async function bringForward({ form, older }: Extract<Effect, { do: 'carry-over' }>, errand: Errand): Promise<void> {
  const { host, dispatch, asideName } = errand
  const { id } = form.obligation
  const { filing, renamed, left } = carryOver(await host.grid(older.sheet), older.sheet, form.template, contextOf(form))
  const keptName = named(form, asideName.older(older.version))
  const { sheet, kept } = await host.replace(older.sheet, keptName, formLayout(form, filing), ...watchedDrawing(errand))
  standOn(id, errand)
  dispatch({ type: 'form-opened', id, sheet })
  dispatch({ type: 'carried', id, carried: { renamed, left, kept } })
}
