// A template tried on what was really filed: each counted filing of the last period judged as
// if the template had been in use, by the same check as every filing. Some at a time; nothing is kept.

import type { Language } from '../../shared/bilingual.ts'
import { blocks } from '../../shared/explanations.ts'
import { showValue } from '../../shared/field/field.ts'
import type { Content, Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import { rowTitle } from '../../shared/reconcile/row-title.ts'
import type { Lists } from '../../shared/sheet/form-cells.ts'
import { fieldOf, type Template, tableOf } from '../../shared/template.ts'
import { filingAgain } from '../../shared/trial/filing-again.ts'
import { keepsFromTrying } from '../../shared/trial/keeps-from-trying.ts'
import type { Value } from '../../shared/value.ts'
import type { Trial, TrialRequest, TriedFiling } from '../../shared/wire-templates.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedSubmission } from '../store/counted.ts'
import { readObligation } from '../store/obligations.ts'
import { readTemplate } from '../store/plan.ts'
import { lastCountedPeriod } from '../store/templates.ts'
import { openCase } from './case.ts'
import { judge } from './check-filing.ts'
import { demandTaken } from './publish-template.ts'

/** Filings that one request judges, and findings of each that it answers. */
const AT_ONCE = 8
const FINDINGS_SHOWN = 40
const VALUES_SHOWN = 5

function countsOf(findings: readonly Finding[]): TriedFiling['counts'] {
  const alike = Map.groupBy(findings, ({ code, ruleId = '', severity }) => [severity, code, ruleId].join(' '))
  return [...alike.values()]
    .map((same) => ({ code: same[0]!.code, ruleId: same[0]!.ruleId ?? null, severity: same[0]!.severity, count: same.length }))
    .toSorted((one, other) => other.count - one.count)
}

function verdictOf(findings: readonly Finding[], explanations: Filing['explanations']): TriedFiling['verdict'] {
  const stopping = findings.filter((finding) => blocks(finding, explanations))
  if (stopping.length === 0) return 'passes'
  return stopping.some(({ severity }) => severity === 'error') ? 'blocked' : 'to-explain'
}

type Only = TrialRequest['only']

const isAskedFor = (only: Only, { ruleId, place }: Finding): boolean =>
  only === null || (only.kind === 'rule' ? ruleId === only.id : place.table === only.table && place.field === only.key)

/** What stands in the column that was asked for. */
function valuesOf(template: Template, only: Only, rows: Content['rows'], lists: Lists): TriedFiling['values'] {
  if (only?.kind !== 'field') return []
  const table = tableOf(template, only.table)
  const field = table && fieldOf(table, only.key)
  if (!table || !field) return []
  const shown = (value: Value, language: Language) => showValue(field.type, value, language, lists)
  return rows
    .filter((row) => row.table === table.key)
    .slice(0, VALUES_SHOWN)
    .map((row) => {
      const value = row.values[field.key] ?? null
      return { rowTitle: rowTitle(table, row), shown: { vi: shown(value, 'vi'), en: shown(value, 'en') } }
    })
}

async function tried(parts: Parts, id: string, template: Template, only: Only): Promise<TriedFiling> {
  const [obligation, counted] = await Promise.all([readObligation(parts.db, id), countedSubmission(parts.db, id)])
  const filedUnder = obligation && (await readTemplate(parts.db, obligation.template, counted?.content.version ?? obligation.version))
  if (!obligation || !counted || !filedUnder) throw new Error(`${id} counts, but is not there`)
  // A copy under another code is tried as a version of the form that was filed.
  const instead: Template = { ...template, code: obligation.template, version: obligation.version }
  const opened = await openCase(parts, obligation, instead)
  const { prefill, register, plan } = opened.context
  const { findings, content } = judge(opened, filingAgain(instead, filedUnder, counted, prefill, { register, plan }))
  const of = findings.filter((finding) => isAskedFor(only, finding))
  const rows = new Map(content.rows.map((row) => [`${row.table}.${row.id}`, row]))
  const titleOf = ({ place }: Finding) => {
    const [table, row] = [template.tables.find(({ key }) => key === place.table), rows.get(`${place.table}.${place.rowId}`)]
    return table && row ? rowTitle(table, row) : null
  }
  return {
    ...{ obligationId: id, agencyName: counted.agencyName, receiptNumber: counted.receiptNumber, rowCount: content.rows.length },
    verdict: verdictOf(of, counted.content.explanations),
    counts: countsOf(of),
    values: valuesOf(instead, only, content.rows, { register, plan }),
    findings: of.slice(0, FINDINGS_SHOWN).map((finding) => ({ finding, rowTitle: titleOf(finding) })),
  }
}

/** `code`: whose filings it is tried on. */
export async function tryTemplate(parts: Parts, code: string, { template, from, only }: TrialRequest): Promise<Trial> {
  await demandTaken(parts, template, keepsFromTrying)
  const last = await lastCountedPeriod(parts.db, code)
  if (!last) return { period: null, total: 0, filings: [], next: null }
  const { period, obligationIds } = last
  if (from > obligationIds.length) throw new ProblemError('bad-request', '/from: there are not so many filings')
  const some = obligationIds.slice(from, from + AT_ONCE)
  const filings: TriedFiling[] = []
  for (const id of some) filings.push(await tried(parts, id, template, only))
  const next = from + some.length
  return { period, total: obligationIds.length, filings, next: next < obligationIds.length ? next : null }
}
