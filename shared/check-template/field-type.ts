// What may be typed into a cell, as the template limits it: limits that somebody
// can meet, lists that exist, an example that the field itself takes.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import { quoted } from '../field/field-behaviour.ts'
import type { Plan } from '../plan.ts'
import type { FieldType } from '../template.ts'
import { type Refuse, refuseOutside, type Spot, within } from './refuse.ts'

/** What Excel keeps in a cell. */
const LONGEST_TEXT = 32_767
/** Of the fifteen digits of a cell these may stand behind the comma. */
const MOST_PLACES = 9

function refuseLimits(
  refuse: Refuse,
  spot: Spot,
  { min, max }: { min?: number | undefined; max?: number | undefined },
  whole: boolean,
): void {
  const largest = Number.MAX_SAFE_INTEGER
  if (whole && min !== undefined) refuseOutside(refuse, within(spot, 'min'), min, -largest, largest)
  if (whole && max !== undefined) refuseOutside(refuse, within(spot, 'max'), max, -largest, largest)
  if (min !== undefined && max !== undefined && min > max) refuse(within(spot, 'min'), 'min-above-max', { min, max })
}

/** `spot` is the type itself. */
export function checkType(type: FieldType, plan: Plan, spot: Spot, refuse: Refuse): void {
  switch (type.kind) {
    case 'text':
      refuseOutside(refuse, within(spot, 'maxLength'), type.maxLength, 1, LONGEST_TEXT)
      if (type.minLength === undefined) return
      refuseOutside(refuse, within(spot, 'minLength'), type.minLength, 0, LONGEST_TEXT)
      if (type.minLength > type.maxLength) refuse(within(spot, 'minLength'), 'min-above-max', { min: type.minLength, max: type.maxLength })
      return
    case 'decimal':
    case 'percent':
      refuseOutside(refuse, within(spot, 'places'), type.places, 0, MOST_PLACES)
      refuseLimits(refuse, spot, type, false)
      return
    case 'integer':
    case 'money':
      refuseLimits(refuse, spot, type, true)
      return
    case 'choice':
      if (!plan.lists.some(({ id }) => id === type.list)) refuse(within(spot, 'list'), 'list-missing', { list: type.list })
  }
}

/** An example that the product would not take teaches people to be wrong. */
export function checkExample(type: FieldType, example: string, context: CheckContext, spot: Spot, refuse: Refuse): void {
  const { value, findings } = readEntry(type, { value: example }, context, true)
  if (value === null || findings.some(({ severity }) => severity !== 'info')) refuse(spot, 'example-refused', { example: quoted(example) })
}
