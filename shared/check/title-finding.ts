// What the filer calls a document is nearly what the plan calls it: one of both is
// meant to be the other (rule R07). Knows no rows.
import type { CheckContext } from '../check-context.ts'
import { sameDocument } from '../text/document-titles.ts'
import type { Said } from './found.ts'

/** null where the plan names no such document, or by the same words. */
export function titleFinding(title: string, { plan }: CheckContext): (Said & { readonly expected: string }) | null {
  const named = plan.documents ? sameDocument(title, plan.documents) : null
  if (named === null || named.alike === 1) return null
  return { code: 'title-near', severity: 'warning', actual: title, expected: named.title, params: { clause: named.clause } }
}
