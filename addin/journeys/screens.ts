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

/** Files, or folders with all in them: where one person's walk of one day does not come, and why: journeys of their own show them. */
export const UNREACHED: Readonly<Record<string, string>> = {
  'addin/portal/linked-review.tsx': 'a link in the pane was followed',
  'addin/portal/board-page.tsx': 'nobody is signed in',
  'addin/portal/progress-page.tsx': 'several months were reported',
  'addin/portal/report-page.tsx': 'a whole quarter was reported',
  'addin/portal/province/': 'the agencies of the province have reported',
  'addin/pane/pull/': 'the whole province is seen, and agencies have reported',
}

type NamesIn<T extends Readonly<Record<string, readonly string[]>>> = T[keyof T][number]
export type PaneScreen = NamesIn<typeof PANE_SCREENS>
export type PortalScreen = NamesIn<typeof PORTAL_SCREENS>
