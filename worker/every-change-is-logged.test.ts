// Whatever an admin can do stands in the audit with who, before and after, or changes nothing: every
// route that admins alone may call is done once here, so that a new one cannot be forgotten.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { agencyWorkbook } from '../shared/agency-list.ts'
import type { AuditEntry } from '../shared/audit/change.ts'
import type { Outbox, PeopleList } from '../shared/people.ts'
import type { ReminderView } from '../shared/reminder/reminder-setting.ts'
import type { TimetableView } from '../shared/schedule/timetable.ts'
import type { Template } from '../shared/template.ts'
import type { WaiverView } from '../shared/waiver.ts'
import type { AgencyImport, KnownReorganisations, PlanView, RegisterView, ReorganisationEffect } from '../shared/wire-admin.ts'
import { RIGHTS } from './rights.ts'
import { readAudit } from './store/changes.ts'
import { ALL_SEEN, type Ask, type Asked, admin } from './testing/province.ts'
import { writeWorkbook } from './xlsx/write.ts'

const REASON = 'Theo công văn của Văn phòng UBND tỉnh'
const WHO = 'Võ Thị Ánh Nguyệt'
const ROUTES = Object.keys(RIGHTS).filter((route) => RIGHTS[route] === 'admin' && !route.startsWith('GET '))

let ask: Ask
beforeEach(async () => {
  ask = await admin()
})
const got = async <T>(path: string): Promise<T> => (await ask('GET', path)).json<T>()
const done = (method: string, path: string, body?: unknown) => ask(method, path, body, ALL_SEEN)

const hoa = async () => (await got<PeopleList>('/api/people')).people.find(({ email }) => email === 'filer.stttt@khanhhoa.example')!.id
const invite = () => {
  const memberships = [{ role: 'filer', agency: 'STTTT' }]
  return done('POST', '/api/people/invitations', { email: 'moi@khanhhoa.example', name: 'Lê Văn Mới', memberships, reason: REASON })
}
const agencyList = async (): Promise<Uint8Array> => {
  const register = await got<RegisterView>('/api/agencies')
  return writeWorkbook(
    agencyWorkbook({
      ...register,
      agencies: register.agencies.map((one) => ({ ...one, aliases: [...one.aliases, 'Tên mới'] })).slice(0, 1),
    }),
  )
}
const reorganisation = async () => {
  const { reorganisations } = await got<KnownReorganisations>('/api/reorganisations')
  const { change } = reorganisations[0]!
  const { etag } = await (await ask('POST', '/api/reorganisations/preview', change)).json<ReorganisationEffect>()
  return { change, etag }
}
const timetable = async () => {
  const { code, schedule } = (await got<TimetableView>('/api/timetable')).templates[0]!
  return { kind: 'schedule', template: code, from: '2025-06-01', schedule: { ...schedule, lockAfterDays: 3 } }
}
const task = async () => {
  const { template, table, rows, periods } = (await got<PlanView>('/api/plan')).tables[0]!
  return { template, table, rowId: rows[0]!.rowId, from: periods.at(-1), task: { texts: rows[0]!.texts, assignedTo: ['STC'] } }
}
const raquet = () => got<Template>('/api/templates/RAQUET/versions/1')
const draft = async (): Promise<{ answer: Asked; etag: string }> => {
  const template = { ...(await raquet()), title: { vi: 'Rà quét (mẫu mới)', en: 'Scans (new form)' } }
  const answer = await ask('PUT', '/api/templates/RAQUET/draft', { template, basedOn: { code: 'RAQUET', version: 1 } })
  return { answer, etag: answer.headers.get('etag')!.replaceAll('"', '') }
}
const WAIVER = { agency: 'STTTT', template: 'THANG', waives: 'required', rowId: null, field: null, reason: REASON, until: '2025-06-30' }
const LONGER = { template: 'THANG', period: '2025-03', agencies: ['SNV'], until: '2025-03-26', reason: REASON }

/** How each is done, one after the other; what must be there before is made by the same routes. */
const CHANGES: Readonly<Record<string, () => Promise<Asked>>> = {
  'POST /api/waivers': () => done('POST', '/api/waivers', WAIVER),
  'POST /api/waivers/:id/end': async () => {
    const { id } = await (await done('POST', '/api/waivers', WAIVER)).json<WaiverView>()
    return done('POST', `/api/waivers/${id}/end`, { reason: REASON })
  },
  'POST /api/sign-offs': () => done('POST', '/api/sign-offs', { agency: 'SNV', signsOff: 'required', from: '2025-05-01' }),
  'PUT /api/templates/:code/draft': async () => (await draft()).answer,
  'DELETE /api/templates/:code/draft': async () => {
    const { etag } = await draft()
    return ask('DELETE', '/api/templates/RAQUET/draft', undefined, { 'if-match': `"${etag}"` })
  },
  'POST /api/templates/:code/publish': async () => {
    const { etag } = await draft()
    return ask('POST', '/api/templates/RAQUET/publish', { etag, effectiveFrom: '2025-H2' })
  },
  'POST /api/templates/:code/versions/:version/withdraw': () =>
    done('POST', '/api/templates/RAQUET/versions/1/withdraw', { reason: REASON }),
  'POST /api/boards/:period/release': () => done('POST', '/api/boards/2025-03/release'),
  'POST /api/boards/:period/withdraw': async () => {
    await done('POST', '/api/boards/2025-03/release')
    return done('POST', '/api/boards/2025-03/withdraw')
  },
  'POST /api/agencies/upload': async () =>
    done('POST', `/api/agencies/upload?${new URLSearchParams({ reason: REASON })}`, await agencyList()),
  'PUT /api/agencies/:code': async () => {
    const { name, kind, reports } = (await got<RegisterView>('/api/agencies')).agencies.find(({ code }) => code === 'SNV')!
    const setting = { name, kind, reports, aliases: ['Sở NV'], abbreviation: null, validFrom: null, parent: null, officialCode: null }
    return done('PUT', '/api/agencies/SNV', { setting, reason: REASON })
  },
  'PUT /api/agency-groups/:code': () =>
    done('PUT', '/api/agency-groups/GRP_MOI', { name: 'Nhóm mới', spellings: [], members: ['SNV'], reason: REASON }),
  'POST /api/timetable': async () => done('POST', '/api/timetable', { change: await timetable(), reason: REASON }),
  'POST /api/extensions': () => done('POST', '/api/extensions', LONGER),
  'POST /api/extensions/revoke': async () => {
    await done('POST', '/api/extensions', LONGER)
    return done('POST', '/api/extensions/revoke', { obligation: 'THANG.2025-03.SNV', reason: REASON })
  },
  'POST /api/people/invitations': invite,
  'POST /api/people/:id/invitation': async () => done('POST', `/api/people/${await hoa()}/invitation`, { reason: REASON }),
  'POST /api/people/:id/hand-over': async () => {
    const { people } = await got<PeopleList>('/api/people')
    const to = people.find(({ email }) => email === 'filer.skhdt@khanhhoa.example')!.id
    return done('POST', `/api/people/${await hoa()}/hand-over`, { to, agency: null, reason: REASON })
  },
  'PUT /api/people/:id/roles': async () =>
    done('PUT', `/api/people/${await hoa()}/roles`, { memberships: [{ role: 'filer', agency: 'SNV' }], reason: REASON }),
  'PUT /api/people/:id/state': async () => done('PUT', `/api/people/${await hoa()}/state`, { disabled: true, reason: REASON }),
  'PUT /api/reminders': async () => {
    const { setting } = await got<ReminderView>('/api/reminders')
    return done('PUT', '/api/reminders', { setting: { ...setting, hour: 9 }, reason: REASON })
  },
  'POST /api/outbox/decisions': async () => {
    await invite()
    const [mail] = (await got<Outbox>('/api/outbox')).mails
    return done('POST', '/api/outbox/decisions', { about: mail!.about, what: 'drop', reason: REASON })
  },
  'PUT /api/webhook': () => done('PUT', '/api/webhook', { url: 'https://bc.example.gov.vn/hook', reason: REASON }),
  'PUT /api/plan/totals': async () => {
    const { plan } = await got<PlanView>('/api/plan')
    return done('PUT', '/api/plan/totals', { totals: { ...plan.totals, tong_dtc: 1 }, reason: REASON })
  },
  'PUT /api/code-lists/:list': async () => {
    const { id, entries } = (await got<PlanView>('/api/plan')).plan.lists[0]!
    const fresh = { code: 'moi', label: { vi: 'Mới', en: 'New' } }
    return done('PUT', `/api/code-lists/${id}`, { entries: [...entries, fresh], reason: REASON })
  },
  'PUT /api/plan/tasks': async () => done('PUT', '/api/plan/tasks', { change: await task(), reason: REASON }),
  'POST /api/reorganisations': async () => {
    const { change, etag } = await reorganisation()
    return ask('POST', '/api/reorganisations', change, { 'if-match': `"${etag}"` })
  },
}

/** Asked with a body, and changing nothing that an admin sets. */
const LOOKS: Readonly<Record<string, () => Promise<Asked>>> = {
  'POST /api/template-imports': async () => ask('POST', '/api/template-imports', await raquet()),
  'POST /api/templates/:code/check': async () => ask('POST', '/api/templates/RAQUET/check', await raquet()),
  'POST /api/templates/:code/try': async () =>
    ask('POST', '/api/templates/THANG/try', { template: await got<Template>('/api/templates/THANG/versions/1'), from: 0, only: null }),
  'POST /api/reorganisations/preview': async () => ask('POST', '/api/reorganisations/preview', (await reorganisation()).change),
  'POST /api/timetable/preview': async () => ask('POST', '/api/timetable/preview', await timetable()),
  'POST /api/plan/tasks/preview': async () => ask('POST', '/api/plan/tasks/preview', await task()),
  'POST /api/plan/next': () => ask('POST', '/api/plan/next', { number: '15/KH-UBND', issuedOn: '2026-01-20' }),
  'POST /api/outbox/run': () => ask('POST', '/api/outbox/run'),
}

it('every route by which admins act is tried here', () => {
  expect(ROUTES.length).toBeGreaterThan(30)
  expect([...Object.keys(CHANGES), ...Object.keys(LOOKS)].toSorted()).toEqual(ROUTES.toSorted())
})

/** Lines of the log since an event that are the admin's. */
const since = async (seq: number): Promise<AuditEntry[]> =>
  (await readAudit(env.DB, {}, 100)).filter((entry) => entry.seq > seq && entry.person === WHO)
const lastSeq = async () => (await readAudit(env.DB, {}, 1))[0]?.seq ?? 0

it('each change stands in the audit with who, before and after, in a chain that is whole', async () => {
  for (const [route, change] of Object.entries(CHANGES)) {
    const seq = await lastSeq()
    const answer = await change()
    expect(answer.status, `${route} ${JSON.stringify(await answer.json().catch(() => null))}`).toBeLessThan(300)
    const [entry] = await since(seq)
    expect(entry, route).toBeDefined()
    expect(entry!.before, route).not.toEqual(entry!.after)
  }
  expect(await got('/api/events/verify')).toMatchObject({ whole: true })
})

it('what only looks changes nothing', async () => {
  for (const [route, look] of Object.entries(LOOKS)) {
    const seq = await lastSeq()
    const answer = await look()
    expect(answer.status, `${route} ${JSON.stringify(await answer.json().catch(() => null))}`).toBeLessThan(300)
    expect(await since(seq), route).toEqual([])
  }
})

it('a list of agencies is shown line by line before it is kept, and kept with a line of the log for each that changed', async () => {
  const list = await agencyList()
  const shown = await (await ask('POST', '/api/agencies/upload', list)).json<AgencyImport>()
  expect(shown).toMatchObject({ kept: false, rows: [{ what: 'changed', problems: [] }] })
  expect(await readAudit(env.DB, { subject: 'agency' }, 5)).toEqual([])
  const seen = { 'if-match': `"${shown.asOf}"` }
  const kept = await (await ask('POST', `/api/agencies/upload?${new URLSearchParams({ reason: REASON })}`, list, seen)).json<AgencyImport>()
  expect(kept.kept).toBe(true)
  expect(await readAudit(env.DB, { subject: 'agency' }, 5)).toMatchObject([{ action: 'imported', reason: REASON, person: WHO }])
  const { agencies } = await got<RegisterView>('/api/agencies')
  expect(agencies.find(({ code }) => code === shown.rows[0]!.code)!.aliases).toContain('Tên mới')
})
