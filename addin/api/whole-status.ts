// The status of a period with all who owe it, however many pages the server gives it in.
import type { PeriodStatus } from '../../shared/wire.ts'

/** `page`: what begins after one, null being the first page. */
export async function wholeStatus(page: (after: string | null) => Promise<PeriodStatus>): Promise<PeriodStatus> {
  const first = await page(null)
  const obligations = [...first.obligations]
  for (let { next } = first; next !== null; ) {
    const more = await page(next)
    obligations.push(...more.obligations)
    next = more.next
  }
  return { ...first, obligations, next: null }
}
