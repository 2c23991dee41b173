// How a call fails, in one shape: the API's own slugs and the four that only the
// client can know. The sentence for people stands in text/.
import type { Bilingual } from '../../shared/bilingual.ts'
import type { Finding } from '../../shared/finding.ts'
import type { ProblemSlug } from '../../shared/problem.ts'

/** offline: no answer · timeout: no answer in time · unreadable: an answer that is not ours · outdated: ours, but of another version. */
export type FailureSlug = ProblemSlug | 'offline' | 'timeout' | 'unreadable' | 'outdated'

interface ProblemDetails {
  readonly status?: number
  readonly findings?: readonly Finding[] | undefined
  readonly requestId?: string | null
  readonly sentence?: Bilingual | null | undefined
  readonly draft?: { readonly savedBy: string; readonly savedAt: string } | null | undefined
  readonly since?: unknown
  readonly left?: number | undefined
  readonly again?: number
  readonly cause?: unknown
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly slug: FailureSlug
  /** 0 where no answer came. */
  readonly status: number
  readonly findings: readonly Finding[]
  readonly requestId: string | null
  /** What the server says about this one refusal, where it knows more than the slug. */
  readonly sentence: Bilingual | null
  /** Whose draft stands in the way. */
  readonly draft: { readonly savedBy: string; readonly savedAt: string } | null

  /** What others changed meanwhile, as the server says it: for the pages that know its shape. */
  readonly since: unknown
  /** How much the server has still to count before it can answer: for call.ts, which asks again. */
  readonly left: number | null
  /** Seconds after which it may be asked again. */
  readonly again: number

  constructor(slug: FailureSlug, more: ProblemDetails = {}) {
    super(slug, { cause: more.cause })
    this.slug = slug
    this.status = more.status ?? 0
    this.findings = more.findings ?? []
    this.requestId = more.requestId ?? null
    this.sentence = more.sentence ?? null
    this.draft = more.draft ?? null
    this.since = more.since
    this.left = more.left ?? null
    this.again = more.again || 0
  }
}
