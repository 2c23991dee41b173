// The sentences of the interface in one language, as a type: the keys of the
// Vietnamese file, so that a missing or surplus key does not compile.
import type { FailureSlug } from '../api/api-problem.ts'
import type { HostErrorCode } from '../host/host.ts'
import type { vi } from './vi.ts'

export type Worded<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Worded<T[K]>
}

/** Every slug and host error has a sentence: leaving one out of the Vietnamese file does not compile either. */
export type Texts = Worded<typeof vi> & {
  readonly problems: Record<FailureSlug, string>
  readonly hostErrors: Record<HostErrorCode, string>
}
