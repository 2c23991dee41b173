// A template while it is edited: what stands there, where one is, what can be undone. Typing
// into one box is one step. Pure; saving is not its concern.
import type { Template } from '../../../shared/template.ts'
import { type Place, placeIn } from './place.ts'

interface Step {
  readonly template: Template
  readonly place: Place
}

export interface Editing extends Step {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  /** The box that is being typed into; null after anything else. */
  readonly typing: string | null
}

export type Edit =
  /** `typing` names the box: changes of the same one in a row are one step. */
  | { readonly do: 'change'; readonly template: Template; readonly place?: Place; readonly typing?: string }
  | { readonly do: 'go'; readonly place: Place }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** Another draft takes the place of this one; nothing of it can be undone. */
  | { readonly do: 'open'; readonly template: Template }

const STEPS_KEPT = 300

export const opened = (template: Template): Editing => ({ template, place: [], past: [], future: [], typing: null })

export function edited(state: Editing, edit: Edit): Editing {
  const { template, place, past, future } = state
  const here: Step = { template, place }
  switch (edit.do) {
    case 'change': {
      if (edit.template === template) return state
      const goesOn = edit.typing !== undefined && edit.typing === state.typing
      return {
        template: edit.template,
        place: placeIn(edit.template, edit.place ?? place),
        past: goesOn ? past : [...past.slice(-STEPS_KEPT), here],
        future: [],
        typing: edit.typing ?? null,
      }
    }
    case 'go':
      return { ...state, place: placeIn(template, edit.place), typing: null }
    case 'undo': {
      const last = past.at(-1)
      return last ? { ...last, past: past.slice(0, -1), future: [here, ...future], typing: null } : state
    }
    case 'redo': {
      const [next, ...later] = future
      return next ? { ...next, past: [...past, here], future: later, typing: null } : state
    }
    case 'open':
      return { ...opened(edit.template), place: placeIn(edit.template, place) }
  }
}
