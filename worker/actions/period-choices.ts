// What the portal can choose from: templates with the periods that have opened.
import { dayInVietnam } from '../../shared/clock.ts'
import { showPeriod } from '../../shared/period.ts'
import type { PeriodChoices } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readTemplates } from '../store/plan.ts'

export async function periodChoices(parts: Parts): Promise<PeriodChoices> {
  const [templates, opened] = await Promise.all([readTemplates(parts.db), openedPeriods(parts.db)])
  return {
    day: dayInVietnam(parts.clock.now()),
    templates: templates.map(({ code, version, title }) => ({
      ...{ code, version, title },
      periods: opened
        .filter(({ template }) => template === code)
        .map(({ period, opensAt, dueAt }) => ({
          code: period,
          title: { vi: showPeriod(period, 'vi'), en: showPeriod(period, 'en') },
          opensAt,
          dueAt,
        })),
    })),
  }
}
