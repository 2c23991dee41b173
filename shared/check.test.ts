import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAtHand, passing } from './cases/case.ts'
import { manyRows, context as plain, roomy } from './check/many-rows.ts'
import { check } from './check.ts'
import { blocks, explanationKey } from './explanations.ts'
import type { Entry, Filing } from './filing.ts'
import type { Finding } from './finding.ts'
import { allTemplates, anyFiling, contextOf, standing } from './testing/any-filing.ts'

const RANK = { error: 0, warning: 1, info: 2 } as const
/** What is said of a row because of where it stands among the others. */
const OF_ORDER = new Set<Finding['code']>(['duplicate-row', 'sequence-broken', 'row-twice'])

const withoutTwins = (filing: Filing): Filing => ({
  ...filing,
  rows: filing.rows.filter(({ id }, at) => filing.rows.findIndex((row) => row.id === id) === at),
})
const said = (findings: readonly Finding[]) =>
  findings
    .filter(({ code }) => !OF_ORDER.has(code))
    .map(({ id, actual, expected, params: { row: _, ...params }, substance }) => JSON.stringify([id, actual, expected, params, substance]))
    .toSorted()

describe.each(allTemplates)('$code, whatever stands in the cells', ({ template }) => {
  const context = contextOf(template)

  test('is judged without throwing, errors first, each finding once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFiling(template, context), (filing) => {
        const { findings } = check(template, filing, context)
        const ranks = findings.map(({ severity }) => RANK[severity])
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      }),
      { numRuns: 50 },
    )
  })

  test('has the same findings in whatever order its rows stand', { timeout: 60_000 }, () => {
    const turned = anyFiling(template, context).chain((filing) => {
      const { rows } = withoutTwins(filing)
      return fc.tuple(fc.constant({ ...filing, rows }), fc.shuffledSubarray(rows, { minLength: rows.length }))
    })
    fc.assert(
      fc.property(turned, ([filing, rows]) => {
        const [before, after] = [filing, standing({ ...filing, rows })].map((one) => said(check(template, one, context).findings))
        expect(after).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

const changed = (filing: Filing, cells: Readonly<Record<string, Entry['value']>>): Filing => ({
  ...filing,
  rows: filing.rows.map((row) => ({
    ...row,
    entries: {
      ...row.entries,
      ...Object.fromEntries(
        Object.entries(cells)
          .filter(([path]) => path.startsWith(`${row.id}/`))
          .map(([path, value]) => [path.slice(row.id.length + 1), { value }]),
      ),
    },
  })),
})

const right = (name: string) => caseAtHand(passing.find((one) => one.name === name)!)

test('typed decimals that add up to their typed total are never reported', () => {
  const { template, filing, context } = right('pl2-one-project')
  const thousandths = fc.integer({ min: 0, max: 9_999 }).map((units) => units * 10)
  fc.assert(
    fc.property(fc.tuple(thousandths, thousandths, thousandths, thousandths), ([nstw, dtc, tx, khac]) => {
      const cells = { nc_nstw: nstw, nc_dtc: dtc, nc_tx: tx, nc_khac: khac, nc_tong: nstw + dtc + tx + khac }
      const typed = Object.fromEntries(Object.entries(cells).map(([key, units]) => [`n1/${key}`, units / 1000]))
      const { findings } = check(template, changed(filing, { ...typed, 'n1/kp_attt': (nstw + dtc + tx + khac) / 1000 }), context)
      expect(findings.filter(({ code, place }) => code !== 'rule' || place.field === 'kp_attt' || place.field === 'nc_tong')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('what follows from another finding is not said', () => {
  const codes = (findings: readonly Finding[]) => findings.map(({ code, place }) => `${code} ${place.field ?? place.rowId ?? ''}`)

  test('a total of which a part is wrong or missing is not judged, nor what is built on it', () => {
    const { template, filing, context } = right('pl2-one-project')
    const judge = (value: Entry['value']) =>
      codes(check(template, changed(filing, { 'n1/nc_dtc': value, 'n1/nc_tong': 1 }), context).findings)
    expect(judge('nhiều')).toEqual(['not-a-number nc_dtc'])
    expect(judge(null)).toEqual(['required nc_dtc'])
  })

  test('a column that the sheet lacks is said once, and not of every row', () => {
    const { template, filing, context } = right('pl2-one-project')
    const place = { table: 'main', field: 'tmdt' }
    const structure: Finding[] = [{ id: 'c', code: 'column-missing', severity: 'error', place, params: {}, fixes: [] }]
    const { findings } = check(template, changed(filing, { 'n1/tmdt': null }), context, structure)
    expect(codes(findings)).toEqual(['column-missing tmdt'])
  })

  test('rows that are all unknown are not also said to be none', () => {
    const { template, filing, context } = right('chitieu-none-applies')
    const { findings } = check(template, { ...filing, rows: filing.rows.map((row) => ({ ...row, id: `x${row.id}` })) }, context)
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['row-unknown', 'row-missing']))
  })
})

describe('the explanation of a warning', () => {
  const { template, filing, context } = right('thang-one-task-added')
  const judged = (amount: number, explanations: Filing['explanations']) =>
    check(template, { ...changed(filing, { 'n1/gn_ky': amount }), explanations }, context)
  const [warning] = judged(-5, {}).findings

  test('lets the filing pass, and travels with it', () => {
    expect(warning).toMatchObject({ code: 'rule', ruleId: 'THANG-AM', severity: 'warning' })
    const explanations = { [explanationKey(warning!)]: ' Hoàn ứng theo kết luận kiểm toán ' }
    const { findings, content } = judged(-5, explanations)
    expect(findings.filter((one) => blocks(one, explanations))).toEqual([])
    expect(content.explanations).toEqual({ [explanationKey(warning!)]: 'Hoàn ứng theo kết luận kiểm toán' })
  })

  test('of −5 says nothing about −500, and holds again when −5 comes back', () => {
    const explanations = { [explanationKey(warning!)]: 'Hoàn ứng' }
    const [other] = judged(-500, explanations).findings
    expect(other!.id).toBe(warning!.id)
    expect(blocks(other!, explanations)).toBe(true)
    expect(judged(-500, explanations).content.explanations).toEqual({})
    expect(blocks(judged(-5, explanations).findings[0]!, explanations)).toBe(false)
  })

  test('stays with its row when rows are inserted above', () => {
    const [row, ...others] = filing.rows
    const above = { id: 'n9', table: 'main', entries: filing.rows.find(({ id }) => id === 'n1')!.entries }
    const moved = { ...filing, rows: [row!, above, ...others] }
    const { findings } = check(template, standing(changed(moved, { 'n1/gn_ky': -5 })), context)
    expect(findings.find(({ ruleId }) => ruleId === 'THANG-AM')).toMatchObject({ id: warning!.id, substance: warning!.substance })
  })
})

test('a finding of a long sheet names the row and the cell in which it stands', () => {
  const template = roomy('THANG')
  const filing = manyRows(template, 50)
  const { findings } = check(template, changed(filing, { 'n30/ty_le': 120 }), plain)
  expect(findings).toMatchObject([{ code: 'above-maximum', place: { rowId: 'n30', row: 41, field: 'ty_le' } }])
})

test('columns and header cells may be called as what every object has', () => {
  const thang = allTemplates.find(({ code }) => code === 'THANG')!.template
  const [first] = thang.tables[0]!.fields
  const odd = {
    ...thang,
    header: thang.header.map((field) => (field.key === 'nguoi_ky' ? { ...field, key: 'constructor' } : field)),
    tables: [{ ...thang.tables[0]!, fields: [{ ...first!, source: 'input' as const, key: 'constructor' }], rules: [] }],
  }
  const context = { ...contextOf(thang), prefill: { header: {}, rows: [] } }
  const filing: Filing = {
    ...{ template: 'THANG', version: 1, agency: context.agency, period: context.period, declaration: null, explanations: {} },
    header: {},
    rows: [{ id: 'n1', table: 'main', entries: {} }],
  }
  expect(check(odd, filing, context).findings.map(({ code, place }) => [code, place.field])).toEqual([
    ['no-rows', undefined],
    ['required', 'nguoi_lap'],
    ['required', 'constructor'],
  ])
})
