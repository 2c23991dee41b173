// The sheet of a template as it would be handed out, with its examples in the first row. A
// template that still has something wrong in a formula is drawn without its formulas.
import { parseReference } from '../a1.ts'
import { check } from '../check.ts'
import type { TemplateRefusal } from '../check-template.ts'
import { dataName } from '../sheet/anchors.ts'
import { layout } from '../sheet/layout.ts'
import type { SheetLayout } from '../sheet/sheet-layout.ts'
import type { Template } from '../template.ts'
import type { TemplateSurroundings } from '../wire-templates.ts'
import { filingAgain } from './filing-again.ts'
import { sampleForm } from './sample-form.ts'

const withoutFormulas = (template: Template): Template => ({
  ...template,
  tables: template.tables.map((table) => ({
    ...table,
    rules: [],
    fields: table.fields.map(({ formula: _formula, requiredWhen: _when, ...field }) => ({
      ...field,
      source: field.source === 'computed' ? 'input' : field.source,
    })),
  })),
})

/** What keeps a sheet from being drawn at all: two columns of one key, no columns, widths and days that are none. */
const UNDRAWABLE: ReadonlySet<TemplateRefusal['code']> = new Set([
  'key-twice',
  'no-tables',
  'no-columns',
  'number-range',
  'list-missing',
  'own-rows',
])

export interface SampleSheet {
  readonly sheet: SheetLayout
  /** Where the rows of each table stand, by its key: `$B$12:$F$60`. */
  readonly data: ReadonlyMap<string, string>
}

/** Null where it cannot be drawn as it stands. */
export function sampleSheet(
  template: Template,
  { plan, register }: TemplateSurroundings,
  refusals: readonly TemplateRefusal[],
): SampleSheet | null {
  if (refusals.some(({ code }) => UNDRAWABLE.has(code))) return null
  const drawn = refusals.length === 0 ? template : withoutFormulas(template)
  const { obligation, agencyName, context, filing } = sampleForm(drawn, { plan, register })
  // Examples are texts; in the sheet stands what they are read as. What is refused is not read.
  const draft =
    refusals.length === 0
      ? filingAgain(drawn, drawn, { content: check(drawn, filing, context).content, sheetRows: new Map() }, context.prefill, {
          plan,
          register,
        })
      : filing
  const { sheets, names } = layout(drawn, context.prefill, {
    obligation,
    register,
    plan,
    agencyName,
    provinceName: plan.province,
    draft,
  })
  const data = new Map(
    drawn.tables.map(({ key }) => {
      const name = names.find((one) => one.name === dataName(obligation, key))
      return [key, (name && parseReference(name.ref)?.range) ?? '']
    }),
  )
  return sheets[0] ? { sheet: sheets[0], data } : null
}
