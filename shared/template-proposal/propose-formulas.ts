// What the formulas of a form, and the row that numbers its columns, say of the proposed
// columns: which are computed, and which only check others and become rules.
import { address } from '../a1.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Field, Rule } from '../template.ts'
import { ruleId } from '../template-edit/field-key.ts'
import { numberingOf } from './column-numbers.ts'
import { widthOf } from './column-type.ts'
import { isSure } from './inferred.ts'
import type { ProposedColumn } from './propose-columns.ts'
import { demandOf, type KeyOf, numberedFormula, overColumns } from './their-formulas.ts'
import { COUNT, MEASURE, PERCENT } from './title-sayings.ts'

export interface WithFormulas {
  readonly columns: readonly ProposedColumn[]
  readonly rules: readonly Rule[]
  /** Of each rule, from where it comes. */
  readonly ruled: readonly { readonly cell: string; readonly found: string }[]
}

/** A quotient of two columns is counted anew over all agencies. */
const QUOTIENT = /^=\[@(\w+)\]\/\[@(\w+)\](?:\*100)?$/

/** A share that is counted to a hundred is one, whatever its title says. */
const HUNDREDFOLD = /^=.*\/.*\*100$/
/** Ranks, counts, days from one to the other; no words joined to them. */
const GIVES_WHOLE =
  /^(?!.*(?:&|CONCAT|TEXT\())=?(?:(?:IF|IFERROR|N|MAX|MIN|ROUND)\(.*)?(?:RANK(?:\.EQ)?|COUNT(?:A|IF|IFS)?|DAYS|DATEDIF|NETWORKDAYS|TODAY\(\)\s*-|-\s*TODAY)/i
const QUOTED = /"(?:[^"]|"")*"/g
const MAY_BE_RATE: ReadonlySet<Field['type']['kind']> = new Set(['integer', 'decimal', 'money'])

const isSureOfType = ({ inferred }: ProposedColumn): boolean => inferred.some((one) => one.code === 'type' && isSure(one))

/** Money that only the unit of the table suggested, where nothing but counted things are added or multiplied. */
function isOfCounts(column: ProposedColumn, formula: string, proposed: readonly ProposedColumn[]): boolean {
  const of = proposed.filter((one) => formula.includes(`[@${one.field.key}]`))
  const counted = of.length > 0 && of.every((one) => one.field.type.kind === 'integer' && isSureOfType(one))
  return counted && !isSureOfType(column) && /^=[\s\w[\]@()+*,-]+$/.test(formula)
}

/** A sum or difference of amounts of one unit is such an amount, whatever its title says; nothing but reckoning gives no words. */
function summedType(column: ProposedColumn, formula: string, proposed: readonly ProposedColumn[]): Field['type'] {
  const { field } = column
  if (field.type.kind === 'text' && /^=(?:\[@\w+\]|SUM|AVERAGE|ROUND|[\d\s.,()+*/-])+$/.test(formula))
    return /[*/]|AVERAGE/.test(formula) ? MEASURE : COUNT
  if (field.type.kind === 'money' && isOfCounts(column, formula, proposed)) return COUNT
  if (field.type.kind === 'integer' && formula.includes('/') && !/INT\(|ROUND/.test(formula)) return MEASURE
  if (field.type.kind !== 'decimal' && field.type.kind !== 'integer') return field.type
  if (/[^+-]/.test(formula.slice(1).replace(/SUM|\[@\w+\]|[\s(),]/g, ''))) return field.type
  const summed = proposed.filter((one) => formula.includes(`[@${one.field.key}]`)).map((one) => one.field.type)
  const [first] = summed
  const alike = first?.kind === 'money' && summed.every((type) => type.kind === 'money' && type.unit === first.unit)
  return alike ? { kind: 'money', unit: first.unit } : field.type
}

function computed(
  column: ProposedColumn,
  formula: string,
  note: ProposedColumn['inferred'][number],
  proposed: readonly ProposedColumn[],
): ProposedColumn {
  const [, numerator, denominator] = QUOTIENT.exec(formula) ?? []
  const { aggregation: _, ...field } = column.field
  const rate = numerator && denominator ? { aggregation: { by: 'rate' as const, numerator, denominator } } : {}
  const kept = column.field.type.kind === 'percent' ? rate : column.field.aggregation ? { aggregation: column.field.aggregation } : {}
  const type = HUNDREDFOLD.test(formula) && MAY_BE_RATE.has(column.field.type.kind) ? PERCENT : summedType(column, formula, proposed)
  const next: Field = { ...field, ...kept, type, source: 'computed', required: false, formula }
  return { ...column, field: next, inferred: [...column.inferred, note] }
}

const says = (code: ProposedColumn['inferred'][number]['code'], cell: string, found: string, confidence: number) => ({
  ...{ code, cell, found, confidence },
})

/** What is computed over other rows or of the day is typed: as what it gives, where the title does not say otherwise. */
function left(one: ProposedColumn, { at, text }: { readonly at: string; readonly text: string }): ProposedColumn {
  const inferred = [...one.inferred, says('formula-left', at, text, 0.5)]
  const asks = one.field.type.kind !== 'text' && (isSureOfType(one) || one.field.type.kind === 'date')
  if (asks || !GIVES_WHOLE.test(text.replace(QUOTED, ''))) return { ...one, inferred }
  const { aggregation: _, ...field } = one.field
  return { ...one, field: { ...field, type: COUNT, width: widthOf(COUNT) }, inferred }
}

export function proposeFormulas(
  sheet: TheirSheet,
  proposed: readonly ProposedColumn[],
  rows: readonly number[],
  belowHeader: number,
  code: string,
  takenIds: ReadonlySet<string>,
): WithFormulas {
  const byColumn = new Map(proposed.map((one) => [one.column, one]))
  const keyOf: KeyOf = (column) => byColumn.get(column)?.field.key
  const rules: Rule[] = []
  const ruled: { cell: string; found: string }[] = []
  const numbered = numberingOf(sheet, belowHeader, new Map(proposed.map(({ column, titles }) => [column, titles])))
  const columns = proposed.flatMap((one): ProposedColumn[] => {
    const filled = rows.flatMap((row) => {
      const cell = sheet.index.cell(row, one.column)
      return cell ? [{ row, cell }] : []
    })
    const formulas = filled.flatMap(({ row, cell }) =>
      cell.formula === undefined
        ? []
        : [{ at: address(row, one.column), text: cell.formula, over: overColumns(cell.formula, row, keyOf), cell }],
    )
    const [first] = formulas
    if (first) {
      const over = formulas.map((each) => each.over)
      const same = over.filter((each) => each === over[0]).length
      if (first.over === null || same < formulas.length / 2 || formulas.length < filled.length / 2) return [left(one, first)]
      const demand = demandOf(first.over)
      if (demand !== null && proposed.length > 2) {
        const of = lastNamed(demand, proposed) ?? one.field.key
        const id = ruleId(code, new Set([...takenIds, ...rules.map((each) => each.id)]))
        rules.push(ruleOf(id, demand, of, one))
        ruled.push({ cell: first.at, found: first.text })
        return []
      }
      const percent = first.cell.format?.includes('%') ?? false
      const formula = percent ? hundredfold(first.over) : first.over
      // Percentages of theirs count to one, ours to a hundred: whoever computes with them must look.
      const certain = formulas.length === filled.length && same === formulas.length && !percentOf(first.over, proposed)
      return [computed(one, formula, says('formula', first.at, first.text, certain ? 0.9 : 0.6), proposed)]
    }
    const said = numbered.formulas.get(one.column)
    const keys: KeyOf = (number) => {
      const at = numbered.columns.get(number)
      return at === undefined ? undefined : keyOf(at)
    }
    const percent =
      one.field.type.kind === 'percent' || (said !== undefined && /\/.*(?:\*\s*100|%)/.test(said.replace(/[x×]/g, '*').replace(/:/g, '/')))
    const read = said === undefined ? null : numberedFormula(said, keys, percent)
    return [read ? computed(one, read.formula, says('numbering-formula', address(belowHeader, one.column), said!, 0.7), proposed) : one]
  })
  const kept = new Set(columns.map(({ field }) => field.key))
  return { columns, rules: rules.filter(({ field }) => kept.has(field)), ruled }
}

const hundredfold = (formula: string): string => (QUOTIENT.test(formula) ? `${formula}*100` : `=(${formula.slice(1)})*100`)

const percentOf = (formula: string, proposed: readonly ProposedColumn[]): boolean =>
  proposed.some(({ field }) => field.type.kind === 'percent' && formula.includes(`[@${field.key}]`))

const lastNamed = (formula: string, proposed: readonly ProposedColumn[]): string | undefined =>
  proposed.find(({ field }) => formula.includes(`[@${field.key}]`))?.field.key

const ruleOf = (id: string, formula: string, field: string, { titles }: ProposedColumn): Rule => ({
  ...{ id, scope: 'row', formula, severity: 'warning', field },
  message: { vi: `Chưa khớp với cột kiểm tra “${titles.at(-1)}” của biểu gốc.`, en: '' },
})
