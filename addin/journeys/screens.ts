// Every screen of pane and portal: the file that draws it and the names under
// which a walk shows it. A screen that is not written here fails a test.

export const PANE_SCREENS = {
  'addin/components/sign-in.tsx': ['sign-in'],
  'addin/pane/outside-excel.tsx': ['outside-excel'],
  'addin/pane/screens/guide-card.tsx': ['guide'],
  'addin/pane/screens/list-screen.tsx': ['list'],
  'addin/pane/screens/obligation-screen.tsx': ['obligation', 'form-open', 'answer'],
  'addin/pane/screens/cell-card.tsx': ['cell'],
  'addin/pane/screens/findings-screen.tsx': ['findings'],
  'addin/pane/screens/fix-preview.tsx': ['fix-preview'],
  'addin/pane/screens/takeover-screen.tsx': ['takeover'],
  'addin/pane/screens/confirm-screen.tsx': ['confirm'],
  'addin/pane/screens/receipt-screen.tsx': ['receipt'],
  'addin/pane/screens/history-screen.tsx': ['history'],
  'addin/pane/screens/difference-screen.tsx': ['difference'],
  'addin/pane/screens/waiting-notice.tsx': ['waiting'],
  'addin/pane/screens/unsent-notice.tsx': ['unsent'],
  'addin/pane/screens/conflict-screen.tsx': ['conflict'],
  'addin/pane/screens/carried-screen.tsx': ['carried'],
  'addin/pane/screens/sign-screen.tsx': ['sign'],
} as const

export const PORTAL_SCREENS = {
  'addin/portal/portal.tsx': ['portal-sign-in'],
  'addin/portal/filing-page.tsx': ['portal-filing', 'portal-obligation'],
  'addin/portal/finding-table.tsx': ['portal-findings'],
  'addin/portal/file-tables-panel.tsx': ['portal-file-tables'],
  'addin/portal/notes-to-answer.tsx': ['portal-notes'],
  'addin/portal/status-page.tsx': ['portal-status'],
  'addin/portal/review-page.tsx': ['portal-review'],
  'addin/portal/templates/templates-page.tsx': [
    'portal-templates',
    'portal-template-file',
    'portal-template-regime',
    'portal-template-editor',
    'portal-template-life',
  ],
  'addin/portal/admin/admin-pages.tsx': ['portal-agencies', 'portal-group', 'portal-reorganise'],
  'addin/portal/admin/agencies-view.tsx': ['portal-reorganisation'],
  'addin/portal/admin/calendar-view.tsx': ['portal-days', 'portal-period', 'portal-extend', 'portal-calendar', 'portal-timetable'],
  'addin/portal/admin/plan-view.tsx': ['portal-plan'],
  'addin/portal/admin/people-view.tsx': ['portal-people'],
  'addin/portal/my-mail.tsx': ['portal-my-mail'],
  'addin/portal/admin/outgoing-view.tsx': ['portal-outgoing'],
  'addin/portal/invitation-page.tsx': ['portal-invitation'],
  'addin/portal/admin/settings-view.tsx': ['portal-settings'],
  'addin/portal/admin/improve-view.tsx': ['portal-improve'],
  'addin/portal/admin/audit-view.tsx': ['portal-audit'],
  'addin/portal/matrix/matrix-page.tsx': ['portal-matrix'],
} as const

/** What shows something only when the agencies of the province have reported: walked over the demonstration's quarter. */
export const PROVINCE_SCREENS = {
  'addin/portal/province/province-pages.tsx': ['portal-figure', 'portal-row'],
  'addin/portal/province/quarter-view.tsx': ['portal-quarter'],
  'addin/portal/province/reconcile-view.tsx': ['portal-reconcile'],
  'addin/portal/province/rows-view.tsx': ['portal-rows'],
  'addin/portal/province/snapshots-view.tsx': ['portal-snapshots'],
  'addin/portal/progress-page.tsx': ['portal-progress'],
  'addin/portal/report-page.tsx': ['portal-report'],
  'addin/portal/board-page.tsx': ['portal-board'],
  'addin/portal/linked-review.tsx': ['portal-linked-review'],
  'addin/pane/pull/pull-part.tsx': ['pull-choice', 'pull-outcome', 'pull-line', 'pull-total'],
} as const

type NamesIn<T extends Readonly<Record<string, readonly string[]>>> = T[keyof T][number]
export type PaneScreen = NamesIn<typeof PANE_SCREENS>
export type PortalScreen = NamesIn<typeof PORTAL_SCREENS>
export type ProvinceScreen = NamesIn<typeof PROVINCE_SCREENS>
