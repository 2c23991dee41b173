// The sample template with one thing changed, between a template of another code and an
// earlier version of itself: for the tests of what is refused.
import { checkTemplate, type TemplateRefusalCode } from '../check-template.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from '../sheet/sample.ts'
import type { Field, HeaderField, Regime, Table, Template } from '../template.ts'

/** The code, the way to the place, a template that is stopped there, and one beside it that is taken. */
export type Part = readonly [TemplateRefusalCode, path: readonly (string | number)[], refused: Template, taken: Template]

export const said = { vi: 'Tên', en: 'Name' }
export const halfSaid = { vi: 'Tên', en: ' ' }

export const withTable = (change: Partial<Table>): Template => sampleTemplate({ tables: [sampleTable(change)] })
export const withField = (key: string, change: Partial<Field>): Template =>
  withTable({ fields: sampleTable().fields.map((field) => (field.key === key ? { ...field, ...change } : field)) })
export const withRegime = (change: Partial<Regime>): Template => sampleTemplate({ regime: { ...sampleTemplate().regime, ...change } })
export const withDates = (change: Partial<Regime['dates']>, frequency: Regime['frequency'] = 'month'): Template =>
  withRegime({ frequency, dates: { ...sampleTemplate().regime.dates, ...change } })
export const withHeader = (at: number, change: Partial<HeaderField>): Template =>
  sampleTemplate({ header: sampleTemplate().header.map((field, index) => (index === at ? { ...field, ...change } : field)) })
export const withRows = (change: Partial<Table['rows']>): Template => withTable({ rows: { ...sampleTable().rows, ...change } })
export const rule = (id: string, message = said) => ({
  ...({ id, scope: 'row', formula: '=[@gn]>=0', severity: 'error', field: 'gn', message } as const),
})

const other: Template = sampleTemplate({ code: 'KHAC', version: 1 })
const earlier: Template = {
  ...sampleTemplate({ version: 2 }),
  tables: [
    sampleTable({ fields: sampleTable().fields.map((one) => (one.key === 'gn' ? { ...one, key: 'giai_ngan', was: ['cu'] } : one)) }),
  ],
}
export const surroundings = { register: sampleRegister, templates: [other, sampleTemplate(), earlier] }
export const refusals = (template: Template) => checkTemplate(template, samplePlan, surroundings)

const at = (key: string) => sampleTable().fields.findIndex((field) => field.key === key)
export const field = (key: string, ...path: readonly (string | number)[]) => ['tables', 0, 'fields', at(key), ...path]
export const rows = (...path: readonly (string | number)[]) => ['tables', 0, 'rows', ...path]
export const heading = (vi: string) => [{ vi, en: vi }]

export const from = (change: Partial<NonNullable<Table['rows']['from']>[number]>): Template =>
  withRows({ from: [{ template: 'KHAC', table: 'main', id: 'ten', values: { ten: 'ten' }, fixed: {}, ...change }] })
