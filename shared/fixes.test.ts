import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAtHand, failing } from './cases/case.ts'
import { check, type Judgement } from './check.ts'
import { blocks, explanationKey } from './explanations.ts'
import type { Filing } from './filing.ts'
import type { Finding, Severity } from './finding.ts'
import { applyFixes, editsOf, safeFixes } from './fixes.ts'
import { allTemplates, anyFiling, contextOf } from './testing/any-filing.ts'

/** How often one may have to choose before nothing is left: fewer places, then a thousandfold, then what is computed from it. */
const ROUNDS = 12

const count = (severity: Severity, { findings }: Judgement) => findings.filter((one) => one.severity === severity).length

describe.each(allTemplates)('$code', ({ template }) => {
  const context = contextOf(template)
  test('accepting all safe fixes adds no error and leaves none of them to accept', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFiling(template, context), (filing) => {
        const before = check(template, filing, context)
        const after = check(template, applyFixes(filing, safeFixes(before.findings)), context)
        expect(safeFixes(after.findings)).toEqual([])
        // What was read before is read the same: nothing is decided for the person.
        for (const [at, row] of before.content.rows.entries())
          for (const [key, value] of Object.entries(row.values))
            if (value !== null) expect(after.content.rows[at]?.values[key]).toEqual(value)
        expect(count('error', after)).toBeLessThanOrEqual(count('error', before))
      }),
      { numRuns: 60 },
    )
  })
})

/** What is said of a value that was read: it follows from the value, whoever wrote it. */
const OF_VALUES: ReadonlySet<Finding['code']> = new Set(['rule', 'duplicate-row', 'row-missing', 'no-rows'])
const cellOf = ({ place: { table, rowId, field } }: Finding) => [table, rowId, field].join('/')
const errorsOf = ({ findings }: Judgement, cell: string) =>
  findings.filter((one) => one.severity === 'error' && !OF_VALUES.has(one.code) && cellOf(one) === cell).length

describe.each(allTemplates)('$code', ({ template }) => {
  const context = contextOf(template)
  const judge = (filing: Filing) => check(template, filing, context)

  test('each reading that is offered settles its finding and leaves the cell no harder to read', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFiling(template, context), (filing) => {
        const before = judge(filing)
        for (const finding of before.findings)
          for (const fix of finding.fixes.filter(({ confirms }) => !confirms)) {
            const after = judge(applyFixes(filing, [fix]))
            const said = `${finding.id} ${finding.actual} → ${fix.shown}`
            expect(
              after.findings.filter(({ id, actual }) => id === finding.id && actual === finding.actual),
              said,
            ).toEqual([])
            expect(errorsOf(after, cellOf(finding)), said).toBeLessThanOrEqual(errorsOf(before, cellOf(finding)))
          }
      }),
      { numRuns: 40 },
    )
  })

  test('all safe fixes and one reading of each thing that is left lead to where nothing is left but to confirm', {
    timeout: 60_000,
  }, () => {
    const choosing = fc.infiniteStream(fc.nat(5))
    fc.assert(
      fc.property(anyFiling(template, context), choosing, (filing, choices) => {
        let now = applyFixes(filing, safeFixes(judge(filing).findings))
        const before = judge(now)
        const confirmed = new Set<string>()
        for (let round = 0; round < ROUNDS; round++) {
          const chosen = new Map<string, Finding['fixes'][number]>()
          for (const finding of judge(now).findings) {
            const question = `${finding.id} ${finding.actual}`
            const fix = finding.fixes[choices.next().value! % finding.fixes.length]
            if (fix?.confirms) confirmed.add(question)
            else if (fix && !confirmed.has(question) && !chosen.has(cellOf(finding))) chosen.set(cellOf(finding), fix)
          }
          if (chosen.size === 0) break
          now = applyFixes(now, [...chosen.values()])
        }
        const after = judge(now)
        // What can only be confirmed, or changed into what is asked about in turn, may stand.
        const left = after.findings.filter(({ fixes }) => fixes.length > 0 && !fixes.some(({ confirms }) => confirms))
        expect(left).toEqual([])
        expect(after.findings.filter(({ severity, code }) => severity === 'error' && !OF_VALUES.has(code)).length).toBeLessThanOrEqual(
          before.findings.filter(({ severity, code }) => severity === 'error' && !OF_VALUES.has(code)).length,
        )
      }),
      { numRuns: 40 },
    )
  })
})

const finding = (code: Finding['code'], values: readonly Finding['fixes'][number]['value'][]): Finding => ({
  ...{ id: code, code, severity: 'warning', place: {}, params: {} },
  fixes: values.map((value) => ({ rowId: 'r1', field: 'von', value, shown: String(value) })),
})

const filing: Filing = {
  ...{ template: 'T', version: 1, agency: 'A', period: '2025-03', declaration: null, explanations: {} },
  header: { nguoi_lap: { value: 'Nguyeãn', cell: 'C4', font: 'VNI-Times' } },
  rows: [{ id: 'r1', table: 'main', entries: { von: { value: '1.234,5', cell: 'F7', formula: '=A1' } } }],
}

test('a guess is never among what is accepted unseen, nor one of several readings; nor is a confirmation', () => {
  const all = failing.flatMap((one) => {
    const { template, filing, context } = caseAtHand(one)
    return check(template, filing, context).findings
  })
  const safe = all.filter(({ fixes }) => fixes.some((fix) => fix.safe))
  expect(safe.filter(({ fixes }) => fixes.length !== 1 || fixes.some(({ confirms }) => confirms))).toEqual([])
  expect(new Set(safe.map(({ code }) => code))).toEqual(
    new Set([
      ...(['agency-spelling', 'clause-spelling', 'legacy-font', 'list-spelling', 'not-composed', 'text-garbled'] as const),
      ...(['number-as-text', 'number-english', 'period-short'] as const),
    ]),
  )
  expect(safeFixes(all.filter(({ code }) => code === 'agency-near' || code === 'number-ambiguous'))).toEqual([])
})

test('a confirmation answers the warning as long as the value stands, and travels with what is sent', () => {
  const asked = failing.flatMap((one) => {
    const { template, filing, context } = caseAtHand(one)
    const { findings } = check(template, filing, context)
    return findings.flatMap((finding) =>
      finding.fixes.filter(({ confirms }) => confirms).map((fix) => ({ one: { template, filing, context }, finding, fix })),
    )
  })
  expect(new Set(asked.map(({ finding }) => finding.code))).toEqual(new Set(['percent-fraction', 'thousandfold']))
  for (const { one, finding, fix } of asked) {
    expect(finding.severity).toBe('warning')
    const explanations = { [explanationKey(finding)]: 'Đã kiểm tra' }
    const judged = (filing: Filing) => check(one.template, { ...filing, explanations }, one.context)
    const confirmed = judged(one.filing)
    expect(confirmed.content.explanations).toEqual(explanations)
    expect(confirmed.findings.filter((left) => left.id === finding.id && blocks(left, explanations))).toEqual([])
    // Of another value nothing was said.
    expect(judged(applyFixes(one.filing, [{ ...fix, value: Number(fix.value) * 0.9 }])).content.explanations).toEqual({})
  }
})

test('a fix takes the place of what was in the cell, and nothing else changes', () => {
  const [fix] = finding('number-as-text', [1234.5]).fixes
  const fixed = applyFixes(filing, [fix!])
  expect(fixed).toEqual({ ...filing, rows: [{ ...filing.rows[0], entries: { von: { value: 1234.5, cell: 'F7' } } }] })
  expect(applyFixes(filing, [{ ...fix!, rowId: 'gone' }])).toEqual(filing)
})

test('an edit names the cell, and a legacy font is left behind', () => {
  expect(editsOf(filing, [{ field: 'nguoi_lap', value: 'Nguyễn', shown: 'Nguyễn' }])).toEqual([
    { cell: 'C4', value: 'Nguyễn', font: 'Times New Roman' },
  ])
  expect(editsOf(filing, [{ rowId: 'r1', field: 'khong_co', value: 1, shown: '1' }])).toEqual([])
})
