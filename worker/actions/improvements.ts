// What to improve: which rule is failed most, what stood in reports that came back, where the
// time goes. Counted over reports and agencies of a period or of all.
import type { Bilingual } from '../../shared/bilingual.ts'
import {
  type BeforeReturn,
  type Improvements,
  quantile,
  type TemplateEffort,
  type TroublingRule,
} from '../../shared/improve/improvements.ts'
import type { Template } from '../../shared/template.ts'
import { findingKind } from '../../shared/text/finding-kind.ts'
import type { Parts } from '../parts.ts'
import { type CheckedReport, checkedReports, type FoundInReport, foundAndSent, foundInReports, notedFields } from '../store/check-counts.ts'
import { readTemplates } from '../store/plan.ts'

const MINUTE_MS = 60_000

/** So many reports of one finding are named. */
const NAMED = 8

type Way = (string | number)[]

/** The newest version of a template, by what stands where in it. */
class Known {
  private readonly byCode: ReadonlyMap<string, Template>
  constructor(templates: readonly Template[]) {
    this.byCode = new Map(templates.map((template) => [template.code, template]))
  }
  title(code: string): Bilingual {
    return this.byCode.get(code)?.title ?? { vi: code, en: code }
  }
  field(code: string, key: string): { label: Bilingual | null; place: Way } {
    const template = this.byCode.get(code)
    const header = template?.header.findIndex((field) => field.key === key) ?? -1
    if (template && header >= 0) return { label: template.header[header]!.title, place: ['header', header] }
    for (const [table, { fields }] of template?.tables.entries() ?? []) {
      const at = fields.findIndex((field) => field.key === key)
      if (at >= 0) return { label: fields[at]!.title, place: ['tables', table, 'fields', at] }
    }
    return { label: null, place: [] }
  }
  about({ template: code, finding, field, severity }: Pick<FoundInReport, 'template' | 'finding' | 'field' | 'severity'>) {
    const { label, place } = this.field(code, field)
    const said = { template: code, templateTitle: this.title(code), finding, field, label, severity }
    for (const [table, { rules }] of this.byCode.get(code)?.tables.entries() ?? []) {
      const at = rules.findIndex(({ id }) => id === finding)
      if (at >= 0) return { ...said, sentence: rules[at]!.message, place: ['tables', table, 'rules', at] }
    }
    return { ...said, sentence: findingKind(finding, severity, label) ?? { vi: finding, en: finding }, place }
  }
}

function effortsOf(known: Known, reports: readonly CheckedReport[]): TemplateEffort[] {
  return [...Map.groupBy(reports, ({ template }) => template)].map(([template, own]) => {
    const sent = own.filter(({ sentAt }) => sentAt !== null)
    // Whoever only sent was not at it for a while that we know of.
    const worked = sent.filter(({ firstAt, sentAt }) => firstAt < sentAt!)
    const minutes = worked.map(({ firstAt, sentAt }) => Math.max(0, Math.round((Date.parse(sentAt!) - Date.parse(firstAt)) / MINUTE_MS)))
    return {
      ...{ template, templateTitle: known.title(template), checked: own.length, sent: sent.length },
      returned: own.filter(({ returned }) => returned === 1).length,
      checks: quantile(
        sent.map(({ checks }) => checks),
        0.5,
      ),
      ...{ minutes: quantile(minutes, 0.5), longest: quantile(minutes, 0.9) },
    }
  })
}

function rulesOf(known: Known, found: readonly FoundInReport[], efforts: readonly TemplateEffort[]): TroublingRule[] {
  const checkedOf = new Map(efforts.map(({ template, checked }) => [template, checked]))
  return [...Map.groupBy(found, ({ template, finding, field }) => `${template} ${finding} ${field}`).values()]
    .map((own) => {
      const [one] = own as [FoundInReport, ...FoundInReport[]]
      const severity = own.some((of) => of.severity === 'error')
        ? 'error'
        : own.some((of) => of.severity === 'warning')
          ? 'warning'
          : 'info'
      return {
        ...known.about({ ...one, severity }),
        ...{ reports: own.length, share: own.length / (checkedOf.get(one.template) ?? own.length) },
        agencies: new Set(own.map(({ agency }) => agency)).size,
        checks: own.reduce((sum, { checks }) => sum + checks, 0) / own.length,
        obligations: own.slice(0, NAMED).map(({ obligation: id, agencyName, period, checks }) => ({ id, agencyName, period, checks })),
      }
    })
    .toSorted((a, b) => b.reports - a.reports || b.checks - a.checks || a.finding.localeCompare(b.finding))
}

export async function improvements({ db }: Parts, period: string | null): Promise<Improvements> {
  const [templates, all, found, sent, noted] = await Promise.all([
    readTemplates(db),
    checkedReports(db, null),
    foundInReports(db, period),
    foundAndSent(db, period),
    notedFields(db, period),
  ])
  const known = new Known(templates)
  const efforts = effortsOf(
    known,
    all.filter((report) => period === null || report.period === period),
  )
  const returns = sent
    .filter(({ returned }) => returned > 0)
    .map(
      (one): BeforeReturn => ({
        ...known.about(one),
        sent: one.sent,
        stood: one.stood,
        returned: one.returned,
        share: one.returned / one.sent,
      }),
    )
    .toSorted((a, b) => b.returned - a.returned || b.share - a.share || a.finding.localeCompare(b.finding))
  return {
    period,
    periods: [...new Set(all.map((report) => report.period))].toSorted().toReversed(),
    efforts,
    rules: rulesOf(known, found, efforts),
    returns,
    columns: noted.map(({ template, field, notes, returns: times }) => ({
      ...{ template, templateTitle: known.title(template), field, notes, returns: times },
      ...known.field(template, field),
    })),
  }
}
