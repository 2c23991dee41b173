// Where in a template somebody is: the way to it in its JSON, as refusals name it. Ways
// that lead inside of a column, a rule or a cell lead to the thing as a whole.
import type { Template } from '../../../shared/template.ts'

/** `[]` the whole · `['regime']` · `['header', 1]` · `['tables', 0]` · `['tables', 0, 'fields', 3]` · `['tables', 0, 'rules', 2]` */
export type Place = readonly (string | number)[]

export const samePlace = (one: Place, other: Place): boolean => one.join('/') === other.join('/')

/** The thing that a form is shown for. */
export function placeOf(path: Place): Place {
  const [first, at, list, index] = path
  if (first === 'regime') return ['regime']
  if (first === 'header' && typeof at === 'number') return ['header', at]
  if (first !== 'tables' || typeof at !== 'number') return []
  if ((list === 'fields' || list === 'rules') && typeof index === 'number') return ['tables', at, list, index]
  return ['tables', at]
}

/** The same place, or the nearest that is there. */
export function placeIn(template: Template, place: Place): Place {
  const [first, at, list, index] = placeOf(place)
  if (first === 'header') {
    const last = template.header.length - 1
    return last < 0 ? [] : ['header', Math.min(Number(at), last)]
  }
  if (first !== 'tables') return placeOf(place)
  const table = template.tables[Number(at)]
  if (!table) return []
  if (list === undefined) return ['tables', Number(at)]
  const last = (list === 'fields' ? table.fields : table.rules).length - 1
  return last < 0 ? ['tables', Number(at)] : ['tables', Number(at), list, Math.min(Number(index), last)]
}
