// Two admins on one thing: the second is told who changed what and when, and chooses; nothing is
// ever overwritten that nobody has seen, however close together the two are.
import { beforeEach, describe, expect, it } from 'vitest'
import { agencyWorkbook } from '../shared/agency-list.ts'
import type { Outbox, PeopleList } from '../shared/people.ts'
import type { ReminderView } from '../shared/reminder/reminder-setting.ts'
import type { TimetableView } from '../shared/schedule/timetable.ts'
import type { WaiverList, WaiverView } from '../shared/waiver.ts'
import type { PlanView, RegisterView } from '../shared/wire-admin.ts'
import { RIGHTS } from './rights.ts'
import { type Ask, type Asked, admin, aggregator } from './testing/province.ts'
import { writeWorkbook } from './xlsx/write.ts'

const REASON = 'Theo công văn của Văn phòng UBND tỉnh'

interface Shared {
  /** What must be there to be changed. */
  readonly first?: (ask: Ask) => Promise<unknown>
  /** Of the routes by which admins change something, those by which this is changed. */
  readonly through: readonly string[]
  /** What both load, which says as of what. */
  readonly view: string
  readonly change: (ask: Ask, view: never, word: string, seen: Record<string, string>) => Promise<Asked>
}

const agency: Shared = {
  through: ['PUT /api/agencies/:code'],
  view: '/api/agencies',
  change: (ask, { agencies }: RegisterView, word, seen) => {
    const { name, kind, reports } = agencies.find((one) => one.code === 'SNV')!
    const setting = { name, kind, reports, aliases: [word], abbreviation: null, validFrom: null, parent: null, officialCode: null }
    return ask('PUT', '/api/agencies/SNV', { setting, reason: REASON }, seen)
  },
}

const HOA = 'filer.stttt@khanhhoa.example'
const idOf = ({ people }: PeopleList, email: string) => people.find((one) => one.email === email)!.id
const roles = (ask: Ask, view: PeopleList, agencies: readonly string[], seen: Record<string, string>) => {
  const memberships = agencies.map((of) => ({ role: 'filer', agency: of }))
  return ask('PUT', `/api/people/${idOf(view, HOA)}/roles`, { memberships, reason: REASON }, seen)
}

const WAIVER = { agency: 'STTTT', template: 'THANG', waives: 'required', field: null, reason: REASON, until: '2025-06-30' }
const LONGER = { template: 'THANG', period: '2025-03', agencies: ['SNV'], until: '2025-03-26', reason: REASON }

const THINGS: Readonly<Record<string, Shared>> = {
  agency,
  group: {
    through: ['PUT /api/agency-groups/:code'],
    view: '/api/agencies',
    change: (ask, { groups }: RegisterView, word, seen) => {
      const { code, members, name } = groups[0]!
      return ask('PUT', `/api/agency-groups/${code}`, { name, members, spellings: [word], reason: REASON }, seen)
    },
  },
  'code list': {
    through: ['PUT /api/code-lists/:list'],
    view: '/api/plan',
    change: (ask, { plan }: PlanView, word, seen) => {
      const { id, entries } = plan.lists[0]!
      const [head, ...tail] = entries
      const changed = [{ ...head, label: { ...head?.label, en: word } }, ...tail]
      return ask('PUT', `/api/code-lists/${id}`, { entries: changed, reason: REASON }, seen)
    },
  },
  totals: {
    through: ['PUT /api/plan/totals'],
    view: '/api/plan',
    change: (ask, { plan }: PlanView, word, seen) =>
      ask('PUT', '/api/plan/totals', { totals: { ...plan.totals, tong_dtc: word.length }, reason: REASON }, seen),
  },
  task: {
    through: ['PUT /api/plan/tasks'],
    view: '/api/plan',
    change: (ask, { tables }: PlanView, word, seen) => {
      const [{ template, table, rows, periods }] = tables as [PlanView['tables'][number]]
      const { rowId, texts } = rows[0]!
      const task = { texts, assignedTo: word === 'mot' ? ['SNV'] : ['STC'] }
      return ask('PUT', '/api/plan/tasks', { change: { template, table, rowId, from: periods.at(-1), task }, reason: REASON }, seen)
    },
  },
  timetable: {
    through: ['POST /api/timetable'],
    view: '/api/timetable',
    change: (ask, { templates }: TimetableView, word, seen) => {
      const { code, schedule } = templates[0]!
      const change = { kind: 'schedule', template: code, from: '2025-06-01', schedule: { ...schedule, lockAfterDays: word.length } }
      return ask('POST', '/api/timetable', { change, reason: REASON }, seen)
    },
  },
  'a period by hand': {
    through: ['POST /api/timetable'],
    view: '/api/timetable',
    change: (ask, { entries }: TimetableView, word, seen) => {
      const { template, period } = entries.find(({ opened }) => !opened)!
      const days = { opensOn: '2025-12-01', lastDay: word === 'mot' ? '2025-12-20' : '2025-12-22', locksAfter: '2025-12-30' }
      return ask('POST', '/api/timetable', { change: { kind: 'days', template, period, ...days }, reason: REASON }, seen)
    },
  },
  'the days off of a year': {
    through: ['POST /api/timetable'],
    view: '/api/timetable',
    change: (ask, { calendars }: TimetableView, word, seen) => {
      const calendar = { ...calendars[0]!, holidays: [{ day: `${calendars[0]!.year}-09-02`, name: word }] }
      return ask('POST', '/api/timetable', { change: { kind: 'calendar', calendar }, reason: REASON }, seen)
    },
  },
  'a list of agencies': {
    through: ['POST /api/agencies/upload'],
    view: '/api/agencies',
    change: async (ask, view: RegisterView, word, seen) => {
      const agencies = view.agencies.filter(({ code }) => code === 'SNV').map((one) => ({ ...one, aliases: [`Tên ${word}`] }))
      const list = await writeWorkbook(agencyWorkbook({ ...view, agencies }))
      return ask('POST', `/api/agencies/upload?${new URLSearchParams({ reason: REASON })}`, list, seen)
    },
  },
  'a waiver that ends': {
    through: ['POST /api/waivers/:id/end'],
    first: (ask) => ask('POST', '/api/waivers', { ...WAIVER, rowId: null }),
    view: '/api/waivers',
    change: (ask, { waivers }: WaiverList, word, seen) =>
      word === 'mot'
        ? ask('POST', '/api/waivers', { ...WAIVER, rowId: 'PL1-2' }, seen)
        : ask('POST', `/api/waivers/${waivers.find(({ agency: of }) => of === 'STTTT')!.id}/end`, { reason: REASON }, seen),
  },
  'who signs': {
    through: ['POST /api/sign-offs'],
    view: '/api/sign-offs',
    change: (ask, _, word, seen) =>
      ask('POST', '/api/sign-offs', { agency: 'SNV', signsOff: word === 'mot' ? 'required' : 'none', from: '2025-05-01' }, seen),
  },
  roles: {
    through: ['PUT /api/people/:id/roles'],
    view: '/api/people',
    change: (ask, view: PeopleList, word, seen) => roles(ask, view, word === 'mot' ? ['STTTT', 'SNV'] : ['SNV'], seen),
  },
  'roles that somebody hands over': {
    through: ['POST /api/people/:id/hand-over'],
    view: '/api/people',
    change: (ask, view: PeopleList, word, seen) => {
      if (word === 'mot') return roles(ask, view, ['SNV'], seen)
      const handing = { to: idOf(view, 'filer.skhdt@khanhhoa.example'), agency: null, reason: REASON }
      return ask('POST', `/api/people/${idOf(view, HOA)}/hand-over`, handing, seen)
    },
  },
  'who is let in': {
    through: ['PUT /api/people/:id/state'],
    view: '/api/people',
    change: (ask, view: PeopleList, word, seen) =>
      ask('PUT', `/api/people/${idOf(view, HOA)}/state`, { disabled: word === 'mot', reason: REASON }, seen),
  },
  waiver: {
    through: ['POST /api/waivers'],
    view: '/api/waivers',
    change: (ask, _, word, seen) => ask('POST', '/api/waivers', { ...WAIVER, rowId: word }, seen),
  },
  'longer time, and taking it back': {
    through: ['POST /api/extensions', 'POST /api/extensions/revoke'],
    view: '/api/extensions',
    change: (ask, _, word, seen) =>
      word === 'mot'
        ? ask('POST', '/api/extensions', LONGER, seen)
        : ask('POST', '/api/extensions/revoke', { obligation: 'THANG.2025-03.SNV', reason: REASON }, seen),
  },
  reminders: {
    through: ['PUT /api/reminders'],
    view: '/api/reminders',
    change: (ask, { setting }: ReminderView, word, seen) =>
      ask('PUT', '/api/reminders', { setting: { ...setting, hour: word.length }, reason: REASON }, seen),
  },
  webhook: {
    through: ['PUT /api/webhook'],
    view: '/api/webhook',
    change: (ask, _, word, seen) => ask('PUT', '/api/webhook', { url: `https://bc.example.gov.vn/${word}`, reason: REASON }, seen),
  },
  'a mail that waits': {
    through: ['POST /api/outbox/decisions'],
    first: (ask) =>
      ask('POST', '/api/people/invitations', {
        ...{ email: 'moi@khanhhoa.example', name: 'Lê Văn Mới', memberships: [{ role: 'filer', agency: 'SNV' }], reason: REASON },
      }),
    view: '/api/outbox',
    change: (ask, { mails }: Outbox, word, seen) =>
      ask('POST', '/api/outbox/decisions', { about: mails[0]!.about, what: word === 'mot' ? 'drop' : 'again', reason: REASON }, seen),
  },
}

/** Where it is held otherwise that nothing unseen is overwritten, or nothing stands there to be overwritten. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'PUT /api/templates/:code/draft': 'under the etag of the draft: templates.test.ts',
  'DELETE /api/templates/:code/draft': 'under the etag of the draft: templates.test.ts',
  'POST /api/templates/:code/publish': 'under the etag of the draft: templates.test.ts',
  'POST /api/templates/:code/versions/:version/withdraw': 'twice is once: templates.test.ts',
  'POST /api/reorganisations': 'under the etag of what was shown: reorganise.test.ts',
  'POST /api/boards/:period/release': 'adds an object of its own',
  'POST /api/boards/:period/withdraw': 'of what is withdrawn there is no more: boards.test.ts',
  'POST /api/people/invitations': 'adds a person',
  'POST /api/people/:id/invitation': 'makes a link that takes the place of the one before',
}
/** These change nothing that stands: every-change-is-logged.test.ts tries that. */
const LOOKS = /(?:\/preview|\/check|\/try|template-imports|plan\/next|outbox\/run)$/

it('every route by which admins change something is tried here, or said to be held otherwise', () => {
  const routes = Object.keys(RIGHTS).filter((route) => RIGHTS[route] === 'admin' && !route.startsWith('GET ') && !LOOKS.test(route))
  const tried = Object.values(THINGS).flatMap(({ through }) => through)
  expect([...new Set([...tried, ...Object.keys(OTHERWISE)])].toSorted()).toEqual(routes.toSorted())
})

const matching = ({ asOf }: { asOf: number }) => ({ 'if-match': `"${asOf}"` })

let first: Ask
let second: Ask
/** The aggregator becomes an admin too. */
beforeEach(async () => {
  first = await admin()
  const { people } = await (await first('GET', '/api/people')).json<PeopleList>()
  const { id } = people.find(({ email }) => email === 'aggregator@khanhhoa.example')!
  await first('PUT', `/api/people/${id}/roles`, { memberships: [{ role: 'admin', agency: null }], reason: REASON })
  second = await aggregator()
})

describe.each(Object.entries(THINGS))('%s', (_, { first: prepare, view: path, change }) => {
  it('the second is refused with what the first did, and may insist on having seen it', async () => {
    await prepare?.(first)
    const view = await (await first('GET', path)).json()
    expect((await change(first, view as never, 'mot', matching(view))).status).toBeLessThan(300)
    const refused = await change(second, view as never, 'haihai', matching(view))
    expect(refused.status).toBe(412)
    const { type, since } = await refused.json()
    expect(type).toBe('/problems/changed-meanwhile')
    expect(since[0]).toMatchObject({ person: 'Võ Thị Ánh Nguyệt', after: expect.anything() })
    expect(since[0].before).not.toEqual(since[0].after)
    const insisted = await change(second, view as never, 'haihai', matching({ asOf: since[0].seq }))
    expect(insisted.status).toBeLessThan(300)
  })
})

it('of many at the same moment one is kept, and the others are told', async () => {
  const view = await (await first('GET', '/api/agencies')).json<RegisterView>()
  const words = ['một', 'hai', 'ba', 'bốn', 'năm']
  const answers = await Promise.all(
    words.map((word, at) => agency.change(at % 2 ? first : second, view as never, `Sở Nội vụ ${word}`, matching(view))),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412])
  const kept = (await (await first('GET', '/api/agencies')).json<RegisterView>()).agencies.find(({ code }) => code === 'SNV')
  expect(kept?.aliases).toEqual([`Sở Nội vụ ${words[answers.findIndex(({ status }) => status === 200)]}`])
})

it('who changes another thing is not disturbed, and who names nothing has seen nothing', async () => {
  const view = await (await first('GET', '/api/agencies')).json<RegisterView>()
  expect((await agency.change(first, view as never, 'mot', matching(view))).status).toBe(200)
  expect((await THINGS.group!.change(second, view as never, 'hai', matching(view))).status).toBe(200)
  expect((await agency.change(second, view as never, 'hai', {})).status).toBe(412)
})

it('a waiver that somebody ended and granted anew is not ended by who saw the old one; ending twice is ending once', async () => {
  const { id } = await (await first('POST', '/api/waivers', { ...WAIVER, rowId: null })).json<WaiverView>()
  const view = await (await second('GET', '/api/waivers')).json<WaiverList>()
  expect((await first('POST', '/api/waivers', { ...WAIVER, rowId: 'PL1-2' }, matching(view))).status).toBe(201)
  expect((await second('POST', `/api/waivers/${id}/end`, { reason: REASON }, matching(view))).status).toBe(412)
  const again = await (await second('GET', '/api/waivers')).json<WaiverList>()
  expect((await first('POST', `/api/waivers/${id}/end`, { reason: REASON }, matching(again))).status).toBe(200)
  expect((await second('POST', `/api/waivers/${id}/end`, { reason: REASON }, matching(again))).status).toBe(200)
})
