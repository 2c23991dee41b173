// A checker that has seen a filing before judges the next one exactly as a
// checker that has not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, createChecker } from '../check.ts'
import type { Filing, FilingRow } from '../filing.ts'
import type { Finding } from '../finding.ts'
import type { Template } from '../template.ts'
import { allTemplates, anyEntries, anyFiling, contextOf, standing } from '../testing/any-filing.ts'

type Edit = (filing: Filing) => Filing

const at = (filing: Filing, where: number) => (filing.rows.length === 0 ? 0 : where % filing.rows.length)
const withRows = (filing: Filing, rows: FilingRow[]): Filing => ({ ...filing, rows })

const anyEdit = (template: Template): fc.Arbitrary<Edit> => {
  const where = fc.nat(40)
  const anywhere = fc.constantFrom(...template.tables).chain((table) => fc.tuple(where, anyEntries(table), fc.constant(table.key)))
  return fc.oneof(
    {
      weight: 5,
      arbitrary: anywhere.map(
        ([row, entries]): Edit =>
          (filing) =>
            withRows(
              filing,
              filing.rows.map((one, index) => (index === at(filing, row) ? { ...one, entries: { ...one.entries, ...entries } } : one)),
            ),
      ),
    },
    anywhere.map(
      ([row, entries, table]): Edit =>
        (filing) =>
          withRows(filing, filing.rows.toSpliced(at(filing, row), 0, { id: `n${filing.rows.length + 1}`, table, entries })),
    ),
    where.map(
      (row): Edit =>
        (filing) =>
          withRows(filing, filing.rows.toSpliced(at(filing, row), 1)),
    ),
    fc.tuple(where, where).map(
      ([from, to]): Edit =>
        (filing) => {
          const row = filing.rows[at(filing, from)]
          return row ? withRows(filing, filing.rows.toSpliced(at(filing, from), 1).toSpliced(to, 0, row)) : filing
        },
    ),
    // A row copied with its id, and a row emptied.
    where.map(
      (row): Edit =>
        (filing) => {
          const one = filing.rows[at(filing, row)]
          return one ? withRows(filing, [...filing.rows, one]) : filing
        },
    ),
    where.map(
      (row): Edit =>
        (filing) =>
          withRows(
            filing,
            filing.rows.map((one, index) => (index === at(filing, row) ? { ...one, entries: {} } : one)),
          ),
    ),
    fc.constant<Edit>((filing) => ({ ...filing, declaration: filing.declaration ? null : { kind: 'nothing-to-report' } })),
    fc.constant<Edit>((filing) => ({ ...filing, sheet: filing.sheet === 'A' ? 'B' : 'A' })),
    // As the pane reads it: the same cells, every object new.
    { weight: 2, arbitrary: fc.constant<Edit>((filing) => structuredClone(filing)) },
    { weight: 2, arbitrary: fc.constant<Edit>(standing) },
  )
}

const missing = (template: Template): Finding[] => {
  const [table] = template.tables
  const field = table!.fields.find(({ source }) => source === 'input')!
  const place = { table: table!.key, field: field.key }
  return [{ id: 'column-missing', code: 'column-missing', severity: 'error', place, params: {}, fixes: [] }]
}

test.each(allTemplates)('$code: after any edits the findings are those of a check from scratch', { timeout: 60_000 }, ({ template }) => {
  const context = contextOf(template)
  const edits = fc.array(fc.tuple(anyEdit(template), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(anyFiling(template, context), edits, (first, all) => {
      const checker = createChecker(template, context)
      let filing = first
      expect(checker.check(filing)).toEqual(check(template, filing, context))
      for (const [edit, roll] of all) {
        filing = edit(filing)
        const structure = roll === 0 ? missing(template) : []
        expect(checker.check(filing, structure)).toEqual(check(template, filing, context, structure))
      }
    }),
    { numRuns: 30 },
  )
})

test('the content of a filing is its own, whenever it is asked for', () => {
  const { template } = allTemplates.find(({ code }) => code === 'PL2')!
  const context = contextOf(template)
  fc.assert(
    fc.property(anyFiling(template, context), anyFiling(template, context), (first, second) => {
      const checker = createChecker(template, context)
      const [one, other] = [checker.check(first), checker.check(second)]
      expect(one.content).toEqual(check(template, first, context).content)
      expect(other.content).toEqual(check(template, second, context).content)
    }),
    { numRuns: 50 },
  )
})
