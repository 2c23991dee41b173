// What admins may do with templates, and what never happens to those who fill them: drafts are
// not overwritten, versions are frozen, open periods keep theirs, a trial counts as the database does.
import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Rule, Template } from '../shared/template.ts'
import type { ChainReport, SavedDraft, UploadResult } from '../shared/wire.ts'
import type {
  TemplateDraft,
  TemplateList,
  TemplateRefusals,
  TemplateView,
  Trial,
  TrialRequest,
  WithdrawalOutcome,
} from '../shared/wire-templates.ts'
import worker from './index.ts'
import { readAudit } from './store/changes.ts'
import { type Ask, admin, aggregator, anybody, filer, filled, formOf, newKey, otherFiler, submitted } from './testing/province.ts'

const on = (day: string) => anybody('PUT', '/api/clock', { now: `${day}T02:00:00.000Z` })
const hourlyRun = () => worker.scheduled(createScheduledController({ cron: '5 * * * *' }), env)
const versionOf = async (ask: Ask, code: string, version: number) =>
  (await ask('GET', `/api/templates/${code}/versions/${version}`)).json<Template>()
const saved = (ask: Ask, template: Template, etag: string | null = null) =>
  ask(
    'PUT',
    `/api/templates/${template.code}/draft`,
    { template, basedOn: { code: 'THANG', version: 1 } },
    etag ? { 'if-match': `"${etag}"` } : {},
  )
const published = async (ask: Ask, template: Template, effectiveFrom: string) => {
  const { etag } = await (await saved(ask, template)).json<TemplateDraft>()
  return ask('POST', `/api/templates/${template.code}/publish`, { etag, effectiveFrom })
}

const rule = (formula: string, change: Partial<Rule> = {}): Rule => ({
  ...{ id: 'THU-1', scope: 'row', formula, severity: 'error', field: 'ty_le' },
  ...{ message: { vi: 'Tỷ lệ phải trên 10.', en: 'The percentage must be above 10.' }, ...change },
})
const withRule = (template: Template, added: Rule): Template => ({
  ...template,
  tables: template.tables.map((table, at) => (at === 0 ? { ...table, rules: [...table.rules, added] } : table)),
})
/** `ket_qua` goes on as `ket_qua_moi`. */
const renamed = (template: Template): Template => ({
  ...template,
  title: { vi: 'Báo cáo tháng (mẫu mới)', en: 'Monthly report (new form)' },
  tables: template.tables.map((table) => ({
    ...table,
    rules: table.rules.filter(({ id }) => id !== 'THANG-TRUNG'),
    fields: table.fields
      .map((field) => (field.key === 'ket_qua' ? { ...field, key: 'ket_qua_moi', was: ['ket_qua'] } : field))
      .map((field) => (field.carryFrom === 'ket_qua' ? { ...field, carryFrom: 'ket_qua_moi' } : field)),
  })),
})

it('the list shows every template with its version; drafts are for admins, reading for the province', async () => {
  const ask = await admin()
  const { templates } = await (await ask('GET', '/api/templates')).json<TemplateList>()
  expect(templates.map(({ code }) => code)).toEqual(['THANG', 'CHITIEU', 'PL1', 'PL2', 'PL3', 'QUY', 'RAQUET', 'VUONGMAC'])
  expect(templates.find(({ code }) => code === 'THANG')).toMatchObject({
    versions: [{ version: 1, periods: ['2025-03'], withdrawal: null }],
    draft: null,
  })
  expect((await (await aggregator())('GET', '/api/templates')).status).toBe(200)
  for (const other of [await aggregator(), await filer()]) {
    expect((await other('GET', '/api/templates/THANG/draft')).status).toBe(403)
    expect((await other('POST', '/api/templates/THANG/publish', {})).status).toBe(403)
  }
})

it('two admins on one draft: the second is told who saved, and nothing is overwritten', async () => {
  const ask = await admin()
  const template = await versionOf(ask, 'THANG', 1)
  const first = await (await saved(ask, template)).json<TemplateDraft>()
  expect(first).toMatchObject({ basedOn: { code: 'THANG', version: 1 }, savedBy: expect.any(String) })
  const second = await saved(ask, { ...template, grain: { vi: 'Khác', en: 'Other' } })
  expect(second.status).toBe(412)
  expect((await second.json()).draft).toEqual({ etag: first.etag, savedAt: first.savedAt, savedBy: first.savedBy })
  expect((await saved(ask, { ...template, grain: { vi: 'Khác', en: 'Other' } }, 'f'.repeat(64))).status).toBe(412)
  const next = await saved(ask, { ...template, grain: { vi: 'Khác', en: 'Other' } }, first.etag)
  expect(next.status).toBe(200)
  expect((await ask('DELETE', '/api/templates/THANG/draft', undefined, { 'if-match': `"${first.etag}"` })).status).toBe(412)
  const { etag } = await next.json<TemplateDraft>()
  expect((await ask('DELETE', '/api/templates/THANG/draft', undefined, { 'if-match': `"${etag}"` })).status).toBe(204)
  expect((await ask('GET', '/api/templates/THANG/draft')).status).toBe(404)
  const audit = await readAudit(env.DB, { subject: 'template' }, 10)
  // Going on within half an hour is the same work.
  expect(audit.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ['deleted', 'THANG'],
    ['created', 'THANG'],
  ])
})

it('a template with a formula that cannot be kept is refused with its place, and so is a trial of it', async () => {
  const ask = await admin()
  const wrong = withRule(await versionOf(ask, 'THANG', 1), rule('=[@khong_co]>0'))
  const { refusals } = await (await ask('POST', '/api/templates/THANG/check', wrong)).json<TemplateRefusals>()
  expect(refusals).toMatchObject([
    { code: 'unknown-field', of: 'THU-1', from: 1, to: 12, sentence: { vi: expect.stringContaining('THU-1') } },
  ])
  const refused = await published(ask, wrong, '2025-04')
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ type: '/problems/template-refused', refusals })
  expect((await ask('POST', '/api/templates/THANG/try', { template: wrong, from: 0, only: null })).status).toBe(422)
  // Words that are not written yet keep it from being published, not from being tried.
  const unsaid = withRule(await versionOf(ask, 'THANG', 1), { ...rule('=[@ty_le]<=100'), message: { vi: '', en: '' } })
  expect((await ask('POST', '/api/templates/THANG/try', { template: unsaid, from: 0, only: null })).status).toBe(200)
  const kept = await (await ask('POST', '/api/templates/THANG/check', unsaid)).json<TemplateRefusals>()
  expect(kept.refusals.map(({ code }) => code)).toEqual(['blank', 'blank'])
  expect(await env.DB.prepare("SELECT count(*) AS n FROM templates WHERE code = 'THANG'").first('n')).toBe(1)
  // What was refused is still the draft.
  expect((await ask('GET', '/api/templates/THANG/draft')).status).toBe(200)
})

it('a published version is frozen, opens what opens from its period on, and leaves open periods as they are', async () => {
  const ask = await admin()
  const people = await filer()
  const march = await formOf(people)
  const answer = await published(ask, renamed(march.template), '2025-04')
  expect(answer.status).toBe(201)
  expect(await answer.json<TemplateView>()).toMatchObject({
    title: { vi: 'Báo cáo tháng (mẫu mới)' },
    versions: [
      { version: 2, effectiveFrom: '2025-04', periods: [] },
      { version: 1, periods: ['2025-03'] },
    ],
    draft: null,
  })
  await expect(env.DB.prepare("UPDATE templates SET document = '{}' WHERE version = 2").run()).rejects.toThrow(/frozen/)
  await expect(env.DB.prepare('DELETE FROM templates WHERE version = 2').run()).rejects.toThrow(/frozen/)

  // The form in people's hands is taken as before.
  expect((await formOf(people)).template.version).toBe(1)
  const done = { ket_qua: 'Đã trình dự thảo kế hoạch để lấy ý kiến', trang_thai: 'Đang thực hiện', ty_le: 40 }
  expect((await submitted(people, filled(march, done))).status).toBe(201)

  await on('2025-04-02')
  await hourlyRun()
  const april = await formOf(people, 'THANG.2025-04.STTTT')
  expect(april.template).toMatchObject({ version: 2, title: { vi: 'Báo cáo tháng (mẫu mới)' } })
  // What was said under the old key is carried on.
  const first = filled(march).rows[0]!.id
  expect(april.prefill.rows.find(({ id }) => id === first)?.values).toMatchObject({
    ket_qua_truoc: 'Đã trình dự thảo kế hoạch để lấy ý kiến',
    ty_le_truoc: 40,
  })
  const audit = await readAudit(env.DB, { subject: 'template-version' }, 10)
  expect(audit).toMatchObject([{ action: 'published', subjectId: 'THANG.2', before: { version: 1 }, after: { effectiveFrom: '2025-04' } }])
  expect(await (await ask('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true })
})

it('a new template opens for those who owe it', async () => {
  const ask = await admin()
  const template: Template = { ...(await versionOf(ask, 'THANG', 1)), code: 'MOI', title: { vi: 'Biểu mới', en: 'New form' } }
  expect((await published(ask, template, '2025-03')).status).toBe(201)
  const form = await formOf(await filer(), 'MOI.2025-03.STTTT')
  expect(form.template).toMatchObject({ code: 'MOI', version: 1 })
})

it('a trial counts what the database counts, row by row, and says nothing is filed where nothing is', async () => {
  const ask = await admin()
  const template = await versionOf(ask, 'THANG', 1)
  const tryOut = async (added: Rule | null, only: TrialRequest['only'] = null) =>
    (await ask('POST', '/api/templates/THANG/try', { template: added ? withRule(template, added) : template, from: 0, only })).json<Trial>()
  expect(await tryOut(null)).toEqual({ period: null, total: 0, filings: [], next: null })
  const [one, other] = [await filer(), await otherFiler()]
  const own = 'THANG.2025-03.UBND_DIENKHANH'
  const begun = { trang_thai: 'Đang thực hiện', ket_qua: 'Đã trình dự thảo kế hoạch để lấy ý kiến', ky_toi: 'Trình lại' }
  expect((await submitted(one, filled(await formOf(one), { ...begun, ty_le: 40 }))).status).toBe(201)
  const eight = filled(await formOf(other, own), { ...begun, ty_le: 8 })
  eight.rows[0]!.entries.trang_thai!.cell = 'H12'
  expect((await submitted(other, eight, newKey(), own)).status).toBe(201)

  const asFiled = await tryOut(null)
  expect(asFiled).toMatchObject({ period: '2025-03', total: 2, next: null })
  expect(asFiled.filings.map(({ verdict }) => verdict)).toEqual(['passes', 'passes'])

  const ten = rule('=OR([@trang_thai]<>"Đang thực hiện",[@ty_le]>10)')
  const trial = await tryOut(ten, { kind: 'rule', id: ten.id })
  const counted = await env.DB.prepare(
    `SELECT c.agency_name AS name, count(*) FILTER (WHERE r.row_values ->> '$.trang_thai' = 'dang-thuc-hien' AND r.row_values ->> '$.ty_le' <= 10) AS n
     FROM counted_submissions c JOIN submission_rows r ON r.submission_id = c.id WHERE c.template = 'THANG' GROUP BY 1 ORDER BY 1`,
  ).all<{ name: string; n: number }>()
  const found = trial.filings.map(({ agencyName, counts }) => ({ name: agencyName, n: counts.reduce((sum, { count }) => sum + count, 0) }))
  expect(found.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(counted.results)
  expect(counted.results.map(({ n }) => n).toSorted()).toEqual([0, 1])
  const failing = trial.filings.find(({ counts }) => counts.length > 0)!
  expect(failing).toMatchObject({
    agencyName: 'UBND huyện Diên Khánh',
    verdict: 'blocked',
    counts: [{ code: 'rule', ruleId: 'THU-1', count: 1 }],
  })
  expect(failing.findings[0]).toMatchObject({
    finding: { params: expect.anything(), place: { field: 'ty_le', row: 12 } },
    rowTitle: expect.any(String),
  })
  // As a warning it asks for a sentence and stops nobody.
  const softer = await tryOut(rule(ten.formula, { blocksFrom: '2025-06' }), { kind: 'rule', id: ten.id })
  const column = await tryOut(null, { kind: 'field', table: 'main', key: 'ty_le' })
  expect(column.filings.map(({ values }) => values[0]?.shown.vi)).toEqual(['40%', '8%'])
  expect(softer.filings.map(({ verdict }) => verdict)).toEqual(['passes', 'to-explain'])
})

it('a version that is withdrawn opens nothing; where nobody has sent anything its periods go on in the one that stands', async () => {
  const ask = await admin()
  const people = await filer()
  const template = await versionOf(ask, 'THANG', 1)
  await published(ask, renamed(template), '2025-04')
  await on('2025-04-02')
  await hourlyRun()
  const inHand = await formOf(people, 'THANG.2025-04.STTTT')
  expect(inHand.template.version).toBe(2)
  const file = await (await people('GET', '/api/obligations/THANG.2025-04.STTTT/form.xlsx')).bytes()

  const withdraw = (version: number, reason = 'Cột kết quả bị nhầm, dùng lại mẫu cũ.') =>
    ask('POST', `/api/templates/THANG/versions/${version}/withdraw`, { reason })
  const saveDraft = async (headers: Record<string, string> = {}) => {
    const answer = await people('PUT', '/api/obligations/THANG.2025-04.STTTT/draft', filled(inHand, { ket_qua: 'Đang làm' }), headers)
    return answer.json<SavedDraft>()
  }
  const draft = await saveDraft()
  expect(draft.inUse).toBe(2)
  expect((await withdraw(2, 'ngắn')).status).toBe(400)
  expect((await withdraw(7)).status).toBe(404)
  expect(await (await withdraw(2)).json<WithdrawalOutcome>()).toEqual({ moved: [{ period: '2025-04', version: 1 }], kept: [] })
  expect(await (await withdraw(2)).json<WithdrawalOutcome>()).toEqual({ moved: [], kept: [] })
  expect((await formOf(people, 'THANG.2025-04.STTTT')).template.version).toBe(1)
  // Whoever types into the withdrawn one is told when the draft is saved; what she typed is kept.
  expect(await saveDraft({ 'if-match': `"${draft.etag}"` })).toMatchObject({ inUse: 1, filing: { version: 2 } })

  // The form in hand is read as one of another version: nothing is lost, and it says so.
  const upload = await (await people('POST', '/api/obligations/THANG.2025-04.STTTT/upload', file)).json<UploadResult>()
  expect(upload.older).toMatchObject({ version: 2 })
  expect(upload.findings.map(({ code }) => code)).not.toContain('wrong-version')

  // In March somebody has sent: it is finished as it was begun.
  await on('2025-03-18')
  const done = { ket_qua: 'Đã trình dự thảo kế hoạch để lấy ý kiến', trang_thai: 'Đang thực hiện', ty_le: 40 }
  expect((await submitted(people, filled(await formOf(people), done))).status).toBe(201)
  expect(await (await withdraw(1)).json<WithdrawalOutcome>()).toMatchObject({ moved: [], kept: ['2025-03', '2025-04'] })
  expect((await submitted(people, filled(await formOf(people), { ...done, ty_le: 45 }))).status).toBe(201)
  await on('2025-05-02')
  await hourlyRun()
  expect(await env.DB.prepare("SELECT count(*) AS n FROM obligations WHERE template = 'THANG' AND period = '2025-05'").first('n')).toBe(0)
})
