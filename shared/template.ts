// The blank form as data: what an admin edits and the product only interprets.
// Knows no particular template; the eight of the first plan stand in packs/.
import * as v from 'valibot'
import { Bilingual } from './bilingual.ts'

const Key = v.pipe(v.string(), v.regex(/^(?!constructor$)[a-z][a-z0-9_]{0,30}$/))
export const PeriodCode = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$/))
const Code = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,30}$/))

/** What may be typed into a cell. Units: money limits are whole đồng, percent 0–100, text lengths characters (NFC). */
export const FieldType = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), minLength: v.optional(v.number()), maxLength: v.number(), multiline: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.literal('integer'), min: v.optional(v.number()), max: v.optional(v.number()) }),
  v.strictObject({ kind: v.literal('decimal'), places: v.number(), min: v.optional(v.number()), max: v.optional(v.number()) }),
  v.strictObject({
    kind: v.literal('money'),
    /** The unit of the column as people see and type it; the value kept is đồng. */
    unit: v.picklist(['dong', 'trieu', 'ty']),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
  }),
  v.strictObject({ kind: v.literal('percent'), places: v.number(), min: v.optional(v.number()), max: v.optional(v.number()) }),
  v.strictObject({ kind: v.literal('date') }),
  v.strictObject({ kind: v.literal('period') }),
  v.strictObject({ kind: v.literal('year-range') }),
  v.strictObject({ kind: v.literal('choice'), list: v.string() }),
  v.strictObject({ kind: v.literal('agency') }),
  v.strictObject({ kind: v.literal('agencies') }),
  v.strictObject({ kind: v.literal('clause'), many: v.boolean() }),
  v.strictObject({ kind: v.literal('document-number') }),
  v.strictObject({ kind: v.literal('url') }),
  v.strictObject({ kind: v.literal('yes-no') }),
  v.strictObject({ kind: v.literal('sequence'), style: v.picklist(['number', 'outline']) }),
])
export type FieldType = v.InferOutput<typeof FieldType>
export type FieldKind = FieldType['kind']

/** How the values of all agencies become one (DESIGN: append, sum, rate, meeting/obliged, last, single source). */
export const Aggregation = v.variant('by', [
  v.strictObject({ by: v.literal('append') }),
  v.strictObject({ by: v.literal('sum') }),
  v.strictObject({ by: v.literal('rate'), numerator: Key, denominator: Key }),
  v.strictObject({ by: v.literal('meeting') }),
  v.strictObject({ by: v.literal('last') }),
  v.strictObject({ by: v.literal('single-source') }),
])

export const Field = v.strictObject({
  key: Key,
  /** Keys of the columns of earlier versions that this one continues. */
  was: v.optional(v.array(Key)),
  title: Bilingual,
  type: FieldType,
  /** input: the filer types it · carried: the server brings it, locked · computed: the formula gives it. */
  source: v.picklist(['input', 'carried', 'computed']),
  /** Excel formula over field keys, for computed fields: `=[@nc_dtc]+[@nc_tx]`. */
  formula: v.optional(v.string()),
  required: v.boolean(),
  /** Excel formula; where it is TRUE a blank cell is a finding. Takes the place of `required`. */
  requiredWhen: v.optional(v.string()),
  /** Whether the deliberate "-" is an answer. */
  nilAllowed: v.boolean(),
  help: v.optional(Bilingual),
  example: v.optional(v.string()),
  /** Titles of the header groups above this column, outermost first. */
  group: v.optional(v.array(Bilingual)),
  /** Column width in characters of the sheet's font. */
  width: v.number(),
  /** The field of the same row in last period's counted content whose value this brings. An input field stays open and begins with it. */
  carryFrom: v.optional(Key),
  /** The system gives each row its code, which begins with this. */
  rowCode: v.optional(v.string()),
  /** The text of the same row whose named places the agencies of this field are held against: a group must not act for some. */
  placesIn: v.optional(Key),
  /** A title that is held against those the plan's clauses name: alike, but not the same, is asked about where the filer types it. */
  namesDocument: v.optional(v.literal(true)),
  aggregation: v.optional(Aggregation),
  /** The plan's control total that the sum of the column over the province is held against. */
  controlTotal: v.optional(v.string()),
  /** Where the column comes from: the plan's clause, a law, or inference. */
  basis: v.optional(v.string()),
})
export type Field = v.InferOutput<typeof Field>

export const Rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9-]{0,30}$/)),
  scope: v.picklist(['row', 'table']),
  /** Excel formula that is TRUE where the filing is right. */
  formula: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  /** The first period in which the rule holds; where left out it always has. */
  appliesFrom: v.optional(PeriodCode),
  /** The first period in which an error blocks; before it the rule only warns. */
  blocksFrom: v.optional(PeriodCode),
  /** Whether a table rule also judges the table that is blank because "không phát sinh" was declared. */
  judgesNothing: v.optional(v.boolean()),
  /** The column at which the finding is shown. */
  field: Key,
  message: Bilingual,
  basis: v.optional(v.string()),
})
export type Rule = v.InferOutput<typeof Rule>

/** The mandatory elements of a periodic report regime: NĐ 09/2019/NĐ-CP Đ11.2. */
export const Regime = v.strictObject({
  name: Bilingual,
  content: Bilingual,
  reporter: Bilingual,
  receiver: Bilingual,
  channel: Bilingual,
  frequency: v.picklist(['month', 'quarter', 'half-year', 'year', 'ad-hoc']),
  deadline: Bilingual,
  dataWindow: Bilingual,
  outline: Bilingual,
  guidance: Bilingual,
  /** The plan's clause or the law that orders the report. */
  basis: v.string(),
  /** Agency and group codes that owe this report. */
  owedBy: v.array(Code),
  dates: v.strictObject({
    /** Day of the period's last month on which the data window ends (NĐ 09/2019 Đ12: the 14th). */
    cutOffDay: v.number(),
    /** Set apart from the form: from the first period that begins on a day or later, the data window ends on another day. In order. */
    cutOffs: v.optional(v.array(v.strictObject({ from: v.pipe(v.string(), v.isoDate()), day: v.number() }))),
    /** "trước ngày 20" is day 20, exclusive: accepted until the 19th 23:59:59 (+07:00). */
    dueDay: v.number(),
    dueInclusive: v.boolean(),
    /** Days after the due day until which a late submission is still taken. */
    lockAfterDays: v.number(),
  }),
})
export type Regime = v.InferOutput<typeof Regime>

export const HeaderField = v.strictObject({
  key: Key,
  title: Bilingual,
  type: FieldType,
  source: v.picklist(['input', 'carried']),
  required: v.boolean(),
  help: v.optional(Bilingual),
  example: v.optional(v.string()),
})
export type HeaderField = v.InferOutput<typeof HeaderField>

export const Table = v.strictObject({
  /** `main` where a template has one table. */
  key: Key,
  /** Printed above the table where a template has several. */
  title: v.optional(Bilingual),
  /** Keys are unique within the table. */
  fields: v.array(Field),
  rules: v.array(Rule),
  rows: v.strictObject({
    /** free: the filer adds rows · carried: only rows the server brings · carried-free: both. */
    source: v.picklist(['free', 'carried', 'carried-free']),
    max: v.number(),
    /** Rows that another form of the agency keeps, and what this one takes over from them. */
    from: v.optional(
      v.array(
        v.strictObject({
          template: Code,
          table: Key,
          /** Their field whose value names the row: it becomes the row's id here. */
          id: Key,
          /** Our fields, each with theirs. */
          values: v.record(Key, Key),
          /** Our fields that are the same in all such rows. */
          fixed: v.record(Key, v.string()),
        }),
      ),
    ),
    /** Sets of fields whose values together identify a row; two rows with the same are a duplicate. */
    unique: v.array(v.array(Key)),
  }),
})
export type Table = v.InferOutput<typeof Table>

export const Template = v.strictObject({
  code: Code,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: Bilingual,
  /** The lines printed above the table; `{year}` and `{period}` are filled in. */
  titleLines: v.array(Bilingual),
  legalBasis: v.array(v.string()),
  grain: Bilingual,
  regime: Regime,
  header: v.array(HeaderField),
  tables: v.array(Table),
  /** Of a report that is made from other reports: what it is counted from (quarter/source.ts reads it). */
  countedFrom: v.optional(v.record(v.string(), v.unknown())),
  signature: v.strictObject({ preparer: Bilingual, signer: Bilingual }),
})
export type Template = v.InferOutput<typeof Template>

export const tableOf = (template: Template, key: string): Table | undefined => template.tables.find((table) => table.key === key)

export const fieldOf = (table: Table, key: string): Field | undefined => table.fields.find((field) => field.key === key)
