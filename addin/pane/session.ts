// One sitting at the pane as data: where the person is and what happened; what is to be
// done about it stands in effect.ts. Only types: it begins in beginning.ts, step.ts moves it, use-session.ts carries it out.
import type { Content, Declaration, Filing } from '../../shared/filing.ts'
import type { Finding, Fix } from '../../shared/finding.ts'
import type { Edit } from '../../shared/fixes.ts'
import type { CarriedOver } from '../../shared/takeover/carry-over.ts'
import type {
  Draft,
  Form,
  ObligationList,
  ObligationView,
  PastFigures,
  Person,
  Receipt,
  SubmissionSummary,
  SubmissionView,
} from '../../shared/wire.ts'
import type { ClockReading } from '../../shared/wire-deployment.ts'
import type { DemoAccount } from '../api/api.ts'
import type { FailureSlug } from '../api/api-problem.ts'
import type { Attempt } from '../api/pane-store.ts'
import type { HostErrorCode } from '../host/host.ts'
import type { OldTables } from './old-tables.ts'
import type { Place, Places } from './places.ts'
import type { ReviewEvent, ToSign } from './session-review.ts'

export type Trouble =
  | { readonly from: 'server'; readonly slug: FailureSlug; readonly requestId: string | null }
  | { readonly from: 'workbook'; readonly code: HostErrorCode }

/** What a ribbon button wants of the pane it opens; `key` is the idempotency key of a submission that begins so. */
export interface Wish {
  readonly to: 'form' | 'check' | 'send'
  readonly key: string
}

type Busy =
  | 'starting'
  | 'signing-in'
  | 'loading'
  | 'drawing'
  | 'checking'
  | 'fixing'
  | 'looking'
  | 'taking-over'
  | 'adding-rows'
  | 'sorting'
  | 'sending'
  | 'withdrawing'
  | 'signing'

type Stage =
  | 'start'
  | 'sign-in'
  | 'list'
  | 'obligation'
  | 'findings'
  | 'confirm'
  | 'receipt'
  | 'history'
  | 'difference'
  | 'takeover'
  | 'conflict'
  | 'carried'
  | 'sign'

/** What the person adds in the pane to what stands in the sheet. */
export interface Said {
  readonly declaration: Declaration | null
  /** Header cells of an answer without a form, by key: where no sheet stands there is no other place for them. */
  readonly header: Readonly<Record<string, string>>
  readonly explanations: Readonly<Record<string, string>>
  /** Answers to notes, by note id. */
  readonly answers: Readonly<Record<string, string>>
}

type DraftState = 'none' | 'saved' | 'unsaved' | 'conflict'

export interface OlderForm {
  readonly sheet: string
  readonly version: number
}

/** The obligation at hand. */
export interface Work {
  readonly obligation: ObligationView
  readonly form: Form | null
  /** The sheet on which the form stands in the open workbook. */
  readonly sheet: string | null
  /** A sheet of this form in an earlier version of its template, where one stands in the workbook instead. */
  readonly older: OlderForm | null
  /** What became of it, once its figures were brought into the form of today. */
  readonly carried: (Pick<CarriedOver, 'renamed' | 'left'> & { readonly kept: string }) | null
  readonly draft: Draft | null
  readonly draftState: DraftState
  /** What a colleague saved meanwhile, as long as it is not decided which of the two goes on. */
  readonly theirs: Draft | null
  /** As last read. */
  readonly filing: Filing | null
  /** The filing as canonical values, as last read. */
  readonly content: Content | null
  /** Which cells of the sheet belong to which field, as last read. */
  readonly places: Places | null
  /** What is selected in the sheet, also before it is known what stands there. */
  readonly selected: string | null
  /** The field of the selected cell. */
  readonly place: Place | null
  /** Numbers of the periods before; null until they have come. */
  readonly past: PastFigures | null
  /** Of the last check; null before the first. */
  readonly findings: readonly Finding[] | null
  /** What stood in the cells before the last fixes, as long as nobody has typed since. */
  readonly undo: readonly Edit[]
  /** Id of the finding the person is at. */
  readonly current: string | null
  readonly said: Said
  /** Judged and about to be sent, until the person confirms; `before` is what was sent last. */
  readonly pending: {
    readonly key: string
    readonly filing: Filing
    readonly content: Content
    /** 'unknown' where the server could not be asked. */
    readonly before: Content | 'unknown' | null
  } | null
  /** Sent, or on the way: the same key and filing go out again until an answer comes. */
  readonly attempt: { readonly key: string; readonly filing: Filing } | null
  readonly receipt: Receipt | null
  readonly history: readonly SubmissionSummary[] | null
  /** Tables like ours on the other sheets of the workbook, as last looked for. */
  readonly oldTables: OldTables | null
  /** Cells that are marked as noted. */
  readonly noted: readonly string[]
  readonly toSign: ToSign | null
  /** Two submissions side by side, the older first. */
  readonly compared: { readonly older: SubmissionView; readonly newer: SubmissionView } | null
}

export interface Session {
  readonly stage: Stage
  readonly busy: Busy | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly trouble: Trouble | null
  readonly person: Person | null
  readonly accounts: readonly DemoAccount[]
  readonly clock: ClockReading | null
  readonly list: ObligationList | null
  /** Ids of obligations whose forms stand in the open workbook. */
  readonly inWorkbook: readonly string[]
  /** The server cannot be reached now. */
  readonly offline: boolean
  /** Submissions of this person whose answer never came. */
  readonly unsent: readonly Attempt[]
  readonly work: Work | null
  /** A ribbon button opened the pane: do what it says as soon as that is possible. */
  readonly wish: Wish | null
}

/** Why the sheet is read and judged. */
export type JudgePurpose = 'check' | 'live' | 'submit'

export type Event =
  | ReviewEvent
  | { readonly type: 'start-asked' }
  | {
      readonly type: 'started'
      readonly person: Person | null
      readonly clock: ClockReading | null
      readonly accounts: readonly DemoAccount[]
    }
  /** After `started` without a person, who does not wait for it. */
  | { readonly type: 'server-answered'; readonly clock: ClockReading; readonly accounts: readonly DemoAccount[] }
  | { readonly type: 'sign-in-asked'; readonly email: string; readonly password: string; readonly remember: boolean }
  | { readonly type: 'signed-in'; readonly person: Person }
  | { readonly type: 'sign-out-asked' }
  | { readonly type: 'list-asked' }
  | { readonly type: 'list-loaded'; readonly list: ObligationList; readonly clock: ClockReading; readonly inWorkbook: readonly string[] }
  | { readonly type: 'obligation-chosen'; readonly id: string }
  | { readonly type: 'form-loaded'; readonly id: string; readonly form: Form; readonly draft: Draft | null; readonly sheet: string | null }
  | { readonly type: 'older-found'; readonly id: string; readonly older: OlderForm }
  | { readonly type: 'carry-asked' }
  | { readonly type: 'carried'; readonly id: string; readonly carried: NonNullable<Work['carried']> }
  | { readonly type: 'form-asked' }
  | { readonly type: 'stop-asked' }
  | { readonly type: 'draw-progress'; readonly done: number; readonly of: number }
  | { readonly type: 'form-opened'; readonly id: string; readonly sheet: string }
  | { readonly type: 'sheet-renamed'; readonly id: string; readonly sheet: string }
  | { readonly type: 'check-asked' }
  | { readonly type: 'sheet-changed'; readonly sheet: string }
  | {
      readonly type: 'judged'
      readonly id: string
      readonly purpose: JudgePurpose
      readonly filing: Filing
      readonly content: Content
      readonly places: Places
      readonly findings: readonly Finding[]
      readonly key: string | null
    }
  | { readonly type: 'cell-selected'; readonly sheet: string; readonly address: string }
  | { readonly type: 'past-loaded'; readonly id: string; readonly past: PastFigures }
  | { readonly type: 'finding-chosen'; readonly id: string }
  | { readonly type: 'finding-moved'; readonly by: 1 | -1 }
  | { readonly type: 'jump-asked'; readonly id: string }
  | { readonly type: 'fix-asked'; readonly fixes: readonly Fix[] }
  | { readonly type: 'fix-all-asked' }
  | { readonly type: 'undo-asked' }
  | { readonly type: 'fixed'; readonly id: string }
  | { readonly type: 'explained'; readonly keys: readonly string[]; readonly text: string }
  | { readonly type: 'declared'; readonly declaration: Declaration | null }
  | { readonly type: 'header-said'; readonly field: string; readonly text: string }
  | { readonly type: 'submit-asked'; readonly key: string }
  | { readonly type: 'before-loaded'; readonly id: string; readonly before: Content | 'unknown' | null }
  | { readonly type: 'send-asked' }
  | { readonly type: 'sent'; readonly id: string; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly id: string; readonly findings: readonly Finding[] }
  | { readonly type: 'retry-asked' }
  | { readonly type: 'unsent-known'; readonly unsent: readonly Attempt[] }
  | { readonly type: 'attempt-dropped' }
  /** Time to send again what got no answer. */
  | { readonly type: 'resend-due' }
  | { readonly type: 'connection'; readonly online: boolean }
  /** `inUse`: the version of the form that is filed now, where the server said it. */
  | { readonly type: 'draft-saved'; readonly id: string; readonly draft: Draft; readonly inUse?: number }
  /** What is asked now and then while a form is open; null where no answer came. */
  | { readonly type: 'obligation-seen'; readonly id: string; readonly obligation: ObligationView | null }
  | { readonly type: 'newer-asked' }
  /** The other version stands in the workbook now. */
  | { readonly type: 'draft-taken'; readonly id: string; readonly draft: Draft }
  | { readonly type: 'draft-unsaved'; readonly id: string; readonly why: FailureSlug }
  | { readonly type: 'draft-conflict'; readonly id: string; readonly theirs: Draft }
  | { readonly type: 'conflict-asked' }
  | { readonly type: 'mine-kept' }
  | { readonly type: 'theirs-taken' }
  | { readonly type: 'takeover-asked' }
  | { readonly type: 'old-tables-found'; readonly id: string; readonly oldTables: OldTables }
  | { readonly type: 'takeover-confirmed'; readonly edits: readonly Edit[] }
  | { readonly type: 'rows-asked'; readonly table: string; readonly count: number }
  | { readonly type: 'sort-asked'; readonly descending: boolean }
  | { readonly type: 'rows-moved'; readonly id: string }
  | { readonly type: 'history-asked' }
  | { readonly type: 'history-loaded'; readonly id: string; readonly history: readonly SubmissionSummary[] }
  | { readonly type: 'receipt-chosen'; readonly receipt: Receipt }
  | { readonly type: 'compare-asked'; readonly older: string; readonly newer: string }
  | { readonly type: 'compared'; readonly id: string; readonly older: SubmissionView; readonly newer: SubmissionView }
  | { readonly type: 'withdraw-asked'; readonly submission: string }
  | { readonly type: 'withdrawn'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'trouble-dismissed' }
