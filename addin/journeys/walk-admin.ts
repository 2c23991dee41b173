// Walks the admin's way through the portal, stopping at each page with a form of it open: what
// is looked at there is the caller's matter.
import type { Page } from 'playwright-core'
import type { PlanView } from '../../shared/wire-admin.ts'
import { askedAs } from './asked.ts'
import { signIn } from './browser.ts'
import type { PortalScreen } from './screens.ts'

export type LookAtPortal = (screen: PortalScreen, page: Page) => Promise<void>

interface FilePayload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const CALENDAR_FORMS = [
  ['days', 'working-days-form'],
  ['period', 'period-form'],
  ['extend', 'extensions'],
] as const
const TASK = { template: 'THANG', table: 'main', rowId: 'III.1.a' }

/** The admin's pages, with every form open once. */
export async function walkAdmin(page: Page, origin: string, lookAt: LookAtPortal): Promise<void> {
  const at = (screen: PortalScreen) => lookAt(screen, page)
  await signIn(page, 'admin@khanhhoa.example')
  await page.click('[data-testid=page-admin]')
  await page.click('[data-testid=agency-STTTT]')
  await page.waitForSelector('[data-testid=agency-form]')
  await at('portal-agencies')
  await page.click('[data-testid=agencies-add-group]')
  await page.waitForSelector('[data-testid=group-form]')
  await at('portal-group')
  await page.click('[data-testid=agencies-reorganise]')
  await page.waitForSelector('[data-testid=reorganise-form]')
  await at('portal-reorganise')
  await page.click('[data-testid=reorganisation-sap-xep-so-2025-03]')
  await page.waitForSelector('[data-testid=reorganisation-preview]')
  await at('portal-reorganisation')
  await page.click('[data-testid=admin-calendar]')
  for (const [form, opened] of CALENDAR_FORMS) {
    await page.click(`[data-testid=calendar-${form}]`)
    await page.waitForSelector(`[data-testid=${opened}]`)
    await at(`portal-${form}`)
  }
  await page.click('[data-testid=calendar-schedule]')
  await page.selectOption('[data-testid=schedule-day-off]', 'next-working-day')
  await at('portal-calendar')
  await page.click('[data-testid=schedule-preview]')
  await page.waitForSelector('[data-testid=timetable-moved]')
  await at('portal-timetable')
  await page.click('[data-testid=admin-plan]')
  await page.click('[data-testid="task-III.1.a"]')
  await page.click('[data-testid=task-preview]')
  await page.waitForSelector('[data-testid=task-effect]')
  await page.fill('[data-testid=task-reason]', 'Điều chỉnh phân công nhiệm vụ')
  await changeTask(origin)
  await page.click('[data-testid=task-save]')
  await page.waitForSelector('[data-testid=changed-meanwhile]')
  await at('portal-plan')
  await page.click('[data-testid=admin-people]')
  await page.click('[data-testid="person-filer.dienkhanh@khanhhoa.example"]')
  await page.waitForSelector('[data-testid=person-form]')
  await at('portal-people')
  await page.click('[data-testid=people-invite]')
  await page.fill('[data-testid=invite-name]', 'Lê Văn Mới')
  await page.fill('[data-testid=invite-email]', 'le.van.moi@khanhhoa.example')
  await page.click('[data-testid=role-add]')
  await page.fill('[data-testid=invite-reason]', 'Cán bộ mới của đơn vị')
  await page.click('[data-testid=invite-send]')
  const [link = ''] = /http\S+/.exec(await page.innerText('[data-testid=invitation-link]')) ?? []
  const invited = await page
    .context()
    .browser()!
    .newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN' })
  await invited.goto(link)
  await invited.waitForSelector('[data-testid=invitation-password]')
  await lookAt('portal-invitation', invited)
  await invited.close()
  await page.click('[data-testid=admin-outgoing]')
  await page.click('[data-testid=outbox-open]')
  await page.waitForSelector('[data-testid=outbox-opened]')
  await page.waitForSelector('[data-testid=reminders-before]')
  await at('portal-outgoing')
  await page.click('[data-testid=admin-settings]')
  await page.waitForSelector('[data-testid=waivers] table')
  await at('portal-settings')
  await page.click('[data-testid=admin-improve]')
  await page.waitForSelector('[data-testid=improve-rules] table')
  await at('portal-improve')
  await page.click('[data-testid=admin-audit]')
  await page.click('[data-testid=audit-verify]')
  await page.waitForSelector('[data-testid=audit-chain]')
  await at('portal-audit')
}

/** A colleague is quicker; what she changes is far off. */
async function changeTask(origin: string): Promise<void> {
  const ask = await askedAs(origin, 'admin@khanhhoa.example')
  const { asOf, tables } = (await (await ask('plan')).json()) as PlanView
  const { rows } = tables.find(({ template }) => template === TASK.template)!
  const { texts, answers } = rows.find(({ rowId }) => rowId === TASK.rowId)!
  const change = { ...TASK, from: '2025-12', task: { texts, assignedTo: answers } }
  const body = JSON.stringify({ change, reason: 'Rà soát nhiệm vụ cuối năm' })
  await ask('plan/tasks', { method: 'PUT', body, headers: { 'if-match': `"${asOf}"` } })
}

/** Templates: the list, a rule in the workshop, a draft on its way to a version. */
export async function walkTemplates(page: Page, file: FilePayload, at: (screen: PortalScreen) => Promise<void>): Promise<void> {
  await page.click('[data-testid=page-templates]')
  await page.waitForSelector('[data-testid=template-list]')
  await at('portal-templates')
  await page.setInputFiles('[data-testid=template-file]', file)
  await page.waitForSelector('[data-testid=file-read]')
  await at('portal-template-file')
  await page.click('[data-testid=edit-RAQUET]')
  await page.waitForSelector('[data-testid=sheet-preview]')
  await page.click('[data-testid=part-regime]')
  await page.waitForSelector('[data-testid=regime-owing]')
  await at('portal-template-regime')
  await page.click('[data-testid=add-rule]')
  await page.fill('[data-testid=rule-formula]', '=[@')
  await page.waitForSelector('[data-testid=formula-offers] [role=option]')
  await at('portal-template-editor')
  await page.click('[data-testid=to-life]')
  await page.waitForSelector('[data-testid=check-outcome]')
  await at('portal-template-life')
}
