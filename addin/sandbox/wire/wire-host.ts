// Answers the wire protocol of Excel's client library over a Workbook, and
// enforces what Excel enforces. One door for the sandbox page and for the
// contract tests; knows neither a page nor Node.
import type { Workbook } from '../workbook.ts'

export interface WireOptions {
  /** Bytes one request or one response may have. Excel on the web allows 5 MB. */
  readonly limit?: number
}

/** What can be made to go wrong, switched while the host runs. */
export interface Faults {
  /** Milliseconds every answer waits. */
  delay: number
  /** The next answers that never arrive. */
  lose: number
  /** Fail when a call names this member, with this code, once: `{ member: 'FreezeRows', code: 'GeneralException' }`. */
  fail: { member: string; code: string } | null
}

export interface Exchange {
  readonly bytesIn: number
  readonly bytesOut: number
  readonly actions: number
}

export interface WireHost {
  /** One message of the library, as text; resolves with the message to give back, or null where the answer is lost. */
  answer(requestText: string): Promise<string | null>
  /** Messages that the host sends by itself (events). Returns the way to stop. */
  listen(send: (text: string) => void): () => void
  readonly faults: Faults
  /** One entry per sync. */
  readonly exchanges: readonly Exchange[]
}

export type MakeWireHost = (workbook: Workbook, options?: WireOptions) => WireHost
