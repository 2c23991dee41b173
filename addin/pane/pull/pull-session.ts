// Pulling a consolidation into the workbook and refreshing it, as data: what is chosen, which
// sheets stand there, what was told last and what is selected. Only types; pull-step.ts moves it.
import type { Content } from '../../../shared/filing.ts'
import type { ChosenAgencies } from '../../../shared/sheet/consolidated-sheet.ts'
import type { FoundPulled, PulledLine } from '../../../shared/sheet/pulled-reading.ts'
import type { NoRefresh, Told } from '../../../shared/sheet/pulled-refresh.ts'
import type { Shares } from '../../../shared/sheet/pulled-shares.ts'
import type { Field, Table } from '../../../shared/template.ts'
import type { Form, PastFigures, PeriodChoices, PeriodStatus, SubmissionSummary } from '../../../shared/wire.ts'

/** What names and units are read with. */
export type Known = Pick<Form, 'template' | 'register' | 'plan'>

export interface Which {
  readonly template: string
  readonly period: string
}

/** Which agencies: all, those of a group, or some. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly code: string }
  | { readonly kind: 'some'; readonly codes: readonly string[] }

/** When what is pulled counted: now, or at the end of a day; unread while what was typed is no day. */
export type AsOf = { readonly kind: 'now' } | { readonly kind: 'day'; readonly day: string } | { readonly kind: 'unread' }

export interface Counted {
  readonly status: PeriodStatus
  readonly known: Known
}

/** One row that a refresh is about, with the words for it. */
export interface ToldRow extends Told {
  readonly agencyName: string
  readonly title: string
}

/** `on`: the day at whose end the figures counted; null: those of that moment. */
export type Outcome =
  /** `missing`: how many of the chosen agencies had no submission that counted. */
  | { readonly kind: 'pulled'; readonly sheet: string; readonly rows: number; readonly missing: number; readonly on: string | null }
  | { readonly kind: 'too-many'; readonly rows: number }
  | { readonly kind: 'nothing-sent'; readonly on: string | null }
  | { readonly kind: 'refreshed'; readonly sheet: string; readonly told: readonly ToldRow[]; readonly on: string | null }
  /** The old sheet stays; what counts now stands on a new one. */
  | { readonly kind: 'anew'; readonly why: NoRefresh; readonly old: string; readonly sheet: string; readonly on: string | null }
  | { readonly kind: 'unreadable'; readonly sheet: string }

export interface Place {
  readonly sheet: string
  /** The address that was selected. */
  readonly at: string
  readonly which: Which
  /** The day at whose end the rows of the sheet counted; null: when it was pulled or refreshed. */
  readonly on: string | null
  readonly known: Known
  readonly table: Table
  /** Null where no column of ours is selected. */
  readonly field: Field | null
}

export interface PlaceOfLine extends Place {
  readonly kind: 'line'
  readonly line: PulledLine
  readonly obligation: string
  /** What was sent for the obligation; null until it has come. */
  readonly history: readonly SubmissionSummary[] | null
  readonly past: PastFigures | null
  /** What the submissions held, by id; null until somebody asks. */
  readonly contents: Readonly<Record<string, Content>> | null
}

export interface PlaceOfTotal extends Place {
  readonly kind: 'total'
  readonly shares: Shares
}

type Busy = 'looking' | 'counting' | 'pulling' | 'refreshing' | 'comparing'

export interface PullSession {
  readonly busy: Busy | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly choices: PeriodChoices | null
  readonly chosen: Which | null
  readonly counted: Counted | null
  readonly scope: Scope
  readonly asOf: AsOf
  /** Sheets of consolidated rows in the open workbook. */
  readonly sheets: readonly FoundPulled[]
  readonly outcome: Outcome | null
  readonly place: PlaceOfLine | PlaceOfTotal | null
}

export type PullEvent =
  | { readonly type: 'look-asked' }
  | { readonly type: 'looked'; readonly choices: PeriodChoices; readonly sheets: readonly FoundPulled[] }
  | { readonly type: 'chosen'; readonly which: Which }
  | { readonly type: 'counted'; readonly which: Which; readonly counted: Counted }
  | { readonly type: 'scoped'; readonly scope: Scope }
  | { readonly type: 'dated'; readonly asOf: AsOf }
  | { readonly type: 'pull-asked' }
  | { readonly type: 'stop-asked' }
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'refresh-asked'; readonly sheet: string }
  | { readonly type: 'done'; readonly outcome: Outcome; readonly sheets: readonly FoundPulled[] }
  | { readonly type: 'jump-asked'; readonly sheet: string; readonly cell: string | null }
  | { readonly type: 'selected'; readonly sheet: string; readonly at: string }
  | { readonly type: 'placed'; readonly sheet: string; readonly at: string; readonly place: PlaceOfLine | PlaceOfTotal | null }
  | {
      readonly type: 'history-loaded'
      readonly obligation: string
      readonly history: readonly SubmissionSummary[]
      readonly past: PastFigures
    }
  | { readonly type: 'compare-asked' }
  | { readonly type: 'compared'; readonly obligation: string; readonly contents: Readonly<Record<string, Content>> }
  | { readonly type: 'failed' }

export type PullEffect =
  | { readonly do: 'look' }
  | { readonly do: 'count'; readonly which: Which }
  | { readonly do: 'pull'; readonly which: Which; readonly chosen: ChosenAgencies | null; readonly on: string | null }
  | { readonly do: 'stop' }
  | { readonly do: 'refresh'; readonly sheet: string }
  | { readonly do: 'watch'; readonly sheets: readonly FoundPulled[] }
  | { readonly do: 'jump'; readonly sheet: string; readonly cell: string | null }
  | { readonly do: 'place'; readonly sheet: string; readonly at: string }
  | { readonly do: 'load-history'; readonly obligation: string }
  | { readonly do: 'compare'; readonly obligation: string; readonly submissions: readonly string[] }

export interface PullStep {
  readonly session: PullSession
  readonly effects: readonly PullEffect[]
}
