// Templates of any shape that the schema takes, for what must hold of all of them. They
// need not make sense: keys may point nowhere.
import fc from 'fast-check'
import type { Bilingual } from '../bilingual.ts'
import type { Field, FieldType, HeaderField, Rule, Table, Template } from '../template.ts'

/** Also texts that are blank, that look like formulas and numbers, and that hold what separates lists. */
const text = fc.oneof(
  fc.constantFrom('', '""', '"', '-', '=[@a]+[@b]', '007', '1.5', 'có', 'a; b, c', '  hai đầu  ', 'Tỷ lệ (%)', 'dòng một\ndòng hai'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(one)),
)
const said: fc.Arbitrary<Bilingual> = fc.record({ vi: text, en: text })
const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,6}$/)
const period = fc.constantFrom('2025', '2025-03', '2025-Q1', '2025-H1')
const number = fc.oneof(fc.integer(), fc.constantFrom(0, 0.5, -12.25, 1e15))
const maybe = { min: number, max: number }
const word = fc.stringMatching(/^[a-z][a-z-]{0,8}$/)

/** Keys that are left out are not there at all, as in JSON. */
const some = <Required, Optional extends object>(
  required: { [K in keyof Required]: fc.Arbitrary<Required[K]> },
  optional: { [K in keyof Optional]: fc.Arbitrary<Optional[K]> },
) => fc.tuple(fc.record(required), fc.record(optional, { requiredKeys: [] })).map(([one, other]) => ({ ...one, ...other }))

const kind = <Kind extends FieldType['kind']>(one: Kind) => fc.constant(one)
const type = fc.oneof(
  some({ kind: kind('text'), maxLength: number }, { minLength: number, multiline: fc.boolean() }),
  some({ kind: kind('integer') }, maybe),
  some({ kind: fc.constantFrom('decimal', 'percent'), places: number }, maybe),
  some({ kind: kind('money'), unit: fc.constantFrom('dong', 'trieu', 'ty') }, maybe),
  fc.record({ kind: kind('choice'), list: word }),
  fc.record({ kind: kind('clause'), many: fc.boolean() }),
  fc.record({ kind: kind('sequence'), style: fc.constantFrom('number', 'outline') }),
  fc.record({ kind: fc.constantFrom('date', 'period', 'year-range', 'agency', 'agencies', 'document-number', 'url', 'yes-no') }),
) as fc.Arbitrary<FieldType>

const aggregation = fc.oneof(
  fc.record({ by: fc.constantFrom('append', 'sum', 'meeting', 'last', 'single-source') }),
  fc.record({ by: fc.constant('rate'), numerator: key, denominator: key }),
) as fc.Arbitrary<NonNullable<Field['aggregation']>>

const field = some(
  {
    key,
    title: said,
    type,
    source: fc.constantFrom('input', 'carried', 'computed'),
    required: fc.boolean(),
    nilAllowed: fc.boolean(),
    width: number,
  },
  {
    ...{
      was: fc.array(key, { maxLength: 3 }),
      formula: text,
      requiredWhen: text,
      help: said,
      example: text,
      carryFrom: key,
      rowCode: word,
    },
    ...{
      group: fc.array(said, { minLength: 1, maxLength: 3 }),
      placesIn: key,
      namesDocument: fc.constant(true),
      aggregation,
      controlTotal: word,
    },
    basis: text,
  },
) as fc.Arbitrary<Field>

const rule = some(
  {
    ...{ id: fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,8}$/), scope: fc.constantFrom('row', 'table'), formula: text },
    ...{ severity: fc.constantFrom('error', 'warning', 'info'), field: key, message: said },
  },
  { appliesFrom: period, blocksFrom: period, judgesNothing: fc.boolean(), basis: text },
) as fc.Arbitrary<Rule>

const source = fc.record({
  template: code,
  table: key,
  id: key,
  values: fc.dictionary(key, key, { maxKeys: 3 }),
  fixed: fc.dictionary(key, text, { maxKeys: 2 }),
})
const rows = some(
  {
    ...{ source: fc.constantFrom('free', 'carried', 'carried-free'), max: number },
    unique: fc.array(fc.array(key, { maxLength: 3 }), { maxLength: 2 }),
  },
  { from: fc.array(source, { minLength: 1, maxLength: 2 }) },
)
const table = some(
  { key, fields: fc.array(field, { maxLength: 5 }), rules: fc.array(rule, { maxLength: 3 }), rows },
  { title: said },
) as fc.Arbitrary<Table>

const header = some(
  { key, title: said, type, source: fc.constantFrom('input', 'carried'), required: fc.boolean() },
  { help: said, example: text },
) as fc.Arbitrary<HeaderField>

const regime = fc.record({
  ...{ name: said, content: said, reporter: said, receiver: said, channel: said, deadline: said, dataWindow: said, outline: said },
  ...{ guidance: said, basis: text, owedBy: fc.array(code, { maxLength: 3 }) },
  frequency: fc.constantFrom('month', 'quarter', 'half-year', 'year', 'ad-hoc'),
  dates: fc.record({ cutOffDay: number, dueDay: number, dueInclusive: fc.boolean(), lockAfterDays: number }),
})

export const anyTemplate = some(
  {
    ...{ code, version: fc.integer({ min: 1, max: 99 }), title: said, titleLines: fc.array(said, { maxLength: 3 }) },
    ...{ legalBasis: fc.array(text, { maxLength: 3 }), grain: said, regime, header: fc.array(header, { maxLength: 3 }) },
    tables: fc.uniqueArray(table, { minLength: 1, maxLength: 3, selector: (one) => one.key }),
    signature: fc.record({ preparer: said, signer: said }),
  },
  { countedFrom: fc.dictionary(word, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }) },
) as fc.Arbitrary<Template>
