// Which version of a template a period is reported in. Knows no store and no day.
import { type Period, periodRange } from './period.ts'

/** The newest version that has taken effect by the period, of those that stand, newest first. */
export const versionIn = <T extends { readonly effectiveFrom: Period | null }>(newestFirst: readonly T[], period: Period): T | undefined =>
  newestFirst.find(({ effectiveFrom }) => effectiveFrom === null || periodRange(effectiveFrom).from <= periodRange(period).from)
