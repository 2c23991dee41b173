// What is to be done in the workbook, on the server or in this browser after something
// happened, as data: step.ts asks for it, perform.ts carries it out. Only types.
import type { Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Edit } from '../../shared/fixes.ts'
import type { Draft, Form, Receipt } from '../../shared/wire.ts'
import type { Place } from './places.ts'
import type { JudgePurpose, OlderForm, Said, Session } from './session.ts'
import type { ReviewEffect } from './session-review.ts'

export type Effect =
  | ReviewEffect
  | { readonly do: 'start' }
  | { readonly do: 'sign-in'; readonly email: string; readonly password: string; readonly remember: boolean }
  | { readonly do: 'sign-out' }
  | { readonly do: 'forget-token' }
  | { readonly do: 'load-list' }
  | { readonly do: 'load-form'; readonly id: string }
  | { readonly do: 'look-again'; readonly id: string; readonly afterMs: number }
  | { readonly do: 'stop-drawing' }
  | { readonly do: 'draw'; readonly form: Form; readonly draft: Filing | null }
  /** Figures of a form of an earlier version come into the form of today; the old sheet is kept. */
  | { readonly do: 'carry-over'; readonly form: Form; readonly older: OlderForm }
  | { readonly do: 'activate'; readonly id: string; readonly sheet: string }
  | {
      readonly do: 'judge'
      readonly form: Form
      readonly sheet: string | null
      readonly said: Said
      readonly purpose: JudgePurpose
      readonly key: string | null
      readonly afterMs: number
    }
  | { readonly do: 'mark'; readonly sheet: string; readonly findings: readonly Finding[]; readonly noted: readonly string[] }
  | { readonly do: 'go-to'; readonly sheet: string; readonly cell: string }
  | {
      readonly do: 'write'
      readonly id: string
      readonly sheet: string
      readonly edits: readonly Edit[]
    }
  | { readonly do: 'add-rows'; readonly form: Form; readonly sheet: string; readonly table: string; readonly count: number }
  | { readonly do: 'sort-rows'; readonly form: Form; readonly sheet: string; readonly place: Place; readonly descending: boolean }
  /** Tables like ours on the other sheets, and our form as it stands now. */
  | { readonly do: 'look-for-old-tables'; readonly form: Form; readonly sheet: string }
  /** What was sent last for the obligation, if anything was. */
  | { readonly do: 'load-before'; readonly id: string; readonly submission: string | null }
  | { readonly do: 'load-past'; readonly id: string }
  | { readonly do: 'compare'; readonly id: string; readonly older: string; readonly newer: string }
  | { readonly do: 'send'; readonly id: string; readonly filing: Filing; readonly key: string; readonly sheet: string | null }
  | { readonly do: 'resend-later'; readonly afterMs: number }
  | { readonly do: 'drop-attempt'; readonly id: string }
  | { readonly do: 'stamp'; readonly sheet: string; readonly receipt: Receipt }
  | { readonly do: 'save-draft'; readonly id: string; readonly filing: Filing; readonly afterMs: number }
  /** Theirs is kept on a sheet of its own, mine becomes the draft. */
  | { readonly do: 'keep-mine'; readonly form: Form; readonly sheet: string | null; readonly filing: Filing; readonly theirs: Draft }
  /** Mine is kept on a sheet of its own, theirs stands in the form. */
  | { readonly do: 'take-theirs'; readonly form: Form; readonly sheet: string | null; readonly theirs: Draft }
  | { readonly do: 'load-history'; readonly id: string }
  | { readonly do: 'withdraw'; readonly id: string; readonly submission: string }
  | { readonly do: 'watch'; readonly sheet: string }
  | { readonly do: 'unwatch' }

export interface Step {
  readonly session: Session
  readonly effects: readonly Effect[]
}
