// The screens that are not needed at first, each a file of its own; loaded ahead
// once a form is at hand, so that a lost network takes none of them away.
import { lazy } from 'react'

const LOADS = {
  list: () => import('./screens/list-screen.tsx'),
  obligation: () => import('./screens/obligation-screen.tsx'),
  findings: () => import('./screens/findings-screen.tsx'),
  receipt: () => import('./screens/receipt-screen.tsx'),
  history: () => import('./screens/history-screen.tsx'),
  confirm: () => import('./screens/confirm-screen.tsx'),
  takeover: () => import('./screens/takeover-screen.tsx'),
  difference: () => import('./screens/difference-screen.tsx'),
  guide: () => import('./screens/guide-card.tsx'),
  conflict: () => import('./screens/conflict-screen.tsx'),
  carried: () => import('./screens/carried-screen.tsx'),
  waiting: () => import('./screens/waiting-notice.tsx'),
  sign: () => import('./screens/sign-screen.tsx'),
  unsent: () => import('./screens/unsent-notice.tsx'),
} as const

export const ListScreen = lazy(LOADS.list)
export const ObligationScreen = lazy(LOADS.obligation)
export const FindingsScreen = lazy(LOADS.findings)
export const ReceiptScreen = lazy(LOADS.receipt)
export const HistoryScreen = lazy(LOADS.history)
export const ConfirmScreen = lazy(LOADS.confirm)
export const TakeoverScreen = lazy(LOADS.takeover)
export const DifferenceScreen = lazy(LOADS.difference)
export const GuideCard = lazy(LOADS.guide)
export const ConflictScreen = lazy(LOADS.conflict)
export const CarriedScreen = lazy(LOADS.carried)
export const SignScreen = lazy(LOADS.sign)
export const WaitingNotice = lazy(LOADS.waiting)
export const UnsentNotice = lazy(LOADS.unsent)

/** What everybody sees next: it comes while the server is asked who this is, or while a person types a password. */
export const loadList = (): void => void LOADS.list().catch(() => {})

/** What does not come now is asked for again when it is needed. */
export const loadAhead = (): void =>
  void Promise.allSettled(
    [
      ...Object.values(LOADS),
      () => import('./judge.ts'),
      () => import('./bring-forward.ts'),
      () => import('./rows-to-sort.ts'),
      () => import('./screens/fix-preview.tsx'),
      () => import('./screens/cell-card.tsx'),
    ].map((load) => load()),
  )
