// What the form itself demands of a column, by its drop-downs and its limits on typing, as a
// type of ours: a list becomes agencies, yes or no, a list of the plan, or a new list.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import type { CodeList } from '../plan.ts'
import type { GridValidation } from '../sheet/grid.ts'
import type { FieldType } from '../template.ts'
import { fieldKey } from '../template-edit/field-key.ts'
import { fold } from '../text/fold.ts'
import type { Judged } from './column-type.ts'
import { isTick } from './content-type.ts'
import type { DropDown } from './drop-downs.ts'
import type { InferredCode } from './inferred.ts'

export interface Demanded {
  readonly type: FieldType
  readonly confidence: number
  readonly code: InferredCode
  /** In the words of the form. */
  readonly found: string
}

/** Lists that the forms bring and the plan does not have; the same entries are one list. */
export class NewLists {
  readonly lists: CodeList[] = []
  readonly #taken: Set<string>

  constructor(known: readonly CodeList[]) {
    this.#taken = new Set(known.map(({ id }) => id))
  }

  idOf(title: string, entries: readonly string[]): string {
    const same = this.lists.find(
      (list) => list.entries.length === entries.length && list.entries.every(({ label }, at) => label.vi === entries[at]),
    )
    if (same) return same.id
    const id = fieldKey(title, this.#taken)
    this.#taken.add(id)
    const codes = new Set<string>()
    const coded = entries.map((label) => {
      const code = fieldKey(label, codes)
      codes.add(code)
      // What it says in English a person writes; until then everybody reads the same.
      return { code, label: { vi: label, en: label } }
    })
    this.lists.push({ id, entries: coded })
    return id
  }
}

const reads = (type: FieldType, text: string, context: CheckContext): boolean => {
  const { value, findings } = readEntry(type, { value: text, cell: 'A1' }, context)
  return value !== null && findings.every(({ severity }) => severity === 'info')
}

const SHOWN = 6
const listed = (entries: readonly string[]): string => entries.slice(0, SHOWN).join('; ') + (entries.length > SHOWN ? '; …' : '')

/** `options`: the title offers them, no rule does; a person is asked about each. */
export function demandedByList(
  { entries }: DropDown,
  title: string,
  lists: NewLists,
  context: CheckContext,
  from: 'rule' | 'options' = 'rule',
): Demanded {
  const demanded = ofList(entries, title, lists, context)
  return from === 'rule' ? demanded : { ...demanded, code: 'options', confidence: Math.min(demanded.confidence, 0.6) }
}

function ofList(entries: readonly string[], title: string, lists: NewLists, context: CheckContext): Demanded {
  const found = listed(entries)
  const all = (type: FieldType) => entries.every((entry) => reads(type, entry, context))
  const ticked = entries.length === 1 && isTick(entries[0]!)
  if (ticked || (entries.length === 2 && all({ kind: 'yes-no' })))
    return { type: { kind: 'yes-no' }, confidence: 0.9, code: 'list-known', found }
  if (all({ kind: 'agency' })) return { type: { kind: 'agency' }, confidence: 0.9, code: 'list-known', found }
  const labels = new Set(entries.map(fold))
  const isSame = ({ entries: known }: CodeList) => known.length === labels.size && known.every(({ label }) => labels.has(fold(label.vi)))
  const holds = ({ entries: known }: CodeList) => [...labels].every((label) => known.some((one) => fold(one.label.vi) === label))
  const same = context.plan.lists.find(isSame)
  if (same) return { type: { kind: 'choice', list: same.id }, confidence: 0.9, code: 'list-known', found }
  const wider = entries.length > 1 ? context.plan.lists.find(holds) : undefined
  if (wider) return { type: { kind: 'choice', list: wider.id }, confidence: 0.6, code: 'list-known', found }
  return { type: { kind: 'choice', list: lists.idOf(title, entries) }, confidence: 0.6, code: 'list-new', found }
}

const number = (formula: string): number | undefined => (/^-?\d+(?:\.\d+)?$/.test(formula) ? Number(formula) : undefined)

/** The limits that a rule puts, as they are typed. */
function limitsOf({ operator, first, second }: GridValidation, step: number): { min?: number; max?: number } {
  const [one, other] = [number(first), number(second)]
  if (one === undefined) return {}
  if (operator === 'between' && other !== undefined) return { min: one, max: other }
  if (operator === 'greaterThanOrEqual') return { min: one }
  if (operator === 'greaterThan') return { min: one + step }
  if (operator === 'lessThanOrEqual') return { max: one }
  if (operator === 'lessThan') return { max: one - step }
  return operator === 'equal' ? { min: one, max: one } : {}
}

const times = ({ min, max }: { min?: number; max?: number }, factor: number) => ({
  ...(min === undefined ? {} : { min: min * factor }),
  ...(max === undefined ? {} : { max: max * factor }),
})

const UNIT = { dong: 1, trieu: 1e6, ty: 1e9 } as const
const MOST_PERCENT = 100

/** Of numbers, days and lengths; `judged` is what titles and values say. Null where nothing follows. */
export function demandedByLimits(rule: GridValidation, { type: judged, confidence }: Judged): Omit<Demanded, 'code'> | null {
  const { kind, operator, first, second } = rule
  const found = operator.toLowerCase().endsWith('between') ? `${first}; ${second}` : first
  if (kind === 'date') return { type: { kind: 'date' }, confidence: 0.9, found }
  if (kind === 'length') {
    const { max } = limitsOf(rule, 1)
    return judged.kind === 'text' && max !== undefined && max > 0 && max < judged.maxLength
      ? { type: { ...judged, maxLength: max }, confidence: 0.9, found }
      : null
  }
  const limits = limitsOf(rule, kind === 'whole' ? 1 : 0)
  // In which unit it counts the limits do not say.
  if (judged.kind === 'money') return { type: { ...judged, ...times(limits, UNIT[judged.unit]) }, confidence, found }
  // A share of theirs counts to one.
  if (judged.kind === 'percent')
    return {
      type: { ...judged, ...times(limits, limits.max !== undefined && limits.max <= 1 ? MOST_PERCENT : 1) },
      confidence: 0.85,
      found,
    }
  if (judged.kind === 'decimal' && kind !== 'whole') return { type: { ...judged, ...limits }, confidence: 0.85, found }
  if (kind === 'whole' || judged.kind === 'integer') return { type: { kind: 'integer', ...limits }, confidence: 0.85, found }
  return { type: { kind: 'decimal', places: 2, ...limits }, confidence: 0.7, found }
}
