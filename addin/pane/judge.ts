// What needs the rules and the sheet's layout, apart from the rest so that the
// pane's first screen loads without them. Pure: given the form and the cells.
import { check } from '../../shared/check.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { read } from '../../shared/sheet/reading.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Form } from '../../shared/wire.ts'
import type { Said } from './session.ts'

/** The form as sheets, with the draft's entries where there is one. */
export function formLayout(form: Form, draft: Filing | null): WorkbookLayout {
  const { obligation, register, plan, template, prefill } = form
  return layout(template, prefill, {
    obligation,
    register,
    plan,
    agencyName: obligation.agencyName,
    provinceName: plan.province,
    ...(draft ? { draft } : {}),
  })
}

/** The filing that stands in the sheet (none for a bare declaration), with what was said in the pane, and its findings. */
export function judge(form: Form, sheet: { name: string; grid: Grid } | null, said: Said): { filing: Filing; findings: Finding[] } {
  const context: CheckContext = {
    today: form.today,
    agency: form.obligation.agency,
    period: form.obligation.period,
    register: form.register,
    plan: form.plan,
    prefill: form.prefill,
    previous: form.previous,
  }
  const found = sheet ? read(sheet.grid, sheet.name, form.template, context) : { filing: bareFiling(form), findings: [] }
  const filing: Filing = { ...found.filing, declaration: said.declaration ?? found.filing.declaration, explanations: said.explanations }
  const checked = check(form.template, filing, context)
  const findings = [...new Map([...found.findings, ...checked.findings].map((finding) => [finding.id, finding])).values()]
  return { filing: { ...filing, explanations: stillNeeded(said.explanations, findings) }, findings }
}

const bareFiling = (form: Form): Filing => ({
  template: form.template.code,
  version: form.template.version,
  agency: form.obligation.agency,
  period: form.obligation.period,
  declaration: null,
  header: {},
  rows: [],
  explanations: {},
})

/** Explanations of warnings that have gone do not travel. */
function stillNeeded(explanations: Said['explanations'], findings: readonly Finding[]): Record<string, string> {
  const warned = new Set(findings.filter((finding) => finding.severity === 'warning').map((finding) => finding.id))
  return Object.fromEntries(Object.entries(explanations).filter(([id, text]) => warned.has(id) && text.trim() !== ''))
}
