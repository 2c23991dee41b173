// A template as it was written, without what was set apart from it: what goes out as a file and
// what a new version begins with.
import type { Template } from '../template.ts'

export function withOwnDates(template: Template): Template {
  const { cutOffs: _, ...dates } = template.regime.dates
  return { ...template, regime: { ...template.regime, dates } }
}

/** The last cut-off that was set apart becomes its own: of a template that begins anew. */
export function withLastCutOff(template: Template): Template {
  const { cutOffs = [], ...dates } = template.regime.dates
  return { ...template, regime: { ...template.regime, dates: { ...dates, cutOffDay: cutOffs.at(-1)?.day ?? dates.cutOffDay } } }
}
