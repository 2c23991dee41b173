// The plan being served: its document, register, templates and assignments.
// Everything comes out in the shapes of shared/; what it means is not known here.
import type { Agency, AgencyGroup, Register } from '../../shared/agency.ts'
import type { Assignment } from '../../shared/assignment.ts'
import type { Pack } from '../../shared/pack.ts'
import type { Plan } from '../../shared/plan.ts'
import { regimeOn, type SetSchedule } from '../../shared/schedule/timetable.ts'
import type { Template } from '../../shared/template.ts'
import { keptRead, versionOf } from './kept-reads.ts'
import { type Granted, insertWaiver } from './waivers.ts'

interface Document {
  readonly document: string
}

const parsed = <T>(rows: readonly Document[]): T[] => rows.map(({ document }) => JSON.parse(document) as T)

interface TemplateDocument extends Document {
  /** The schedules that were set for it. */
  readonly schedules: string
}

const SCHEDULES = '(SELECT json_group_array(json(s.document)) FROM schedules s WHERE s.template = t.code) AS schedules'

/** As published, with the cut-offs that were set apart from it: whoever judges or draws a period goes by them. */
function templateOf({ document, schedules }: TemplateDocument): Template {
  const template = JSON.parse(document) as Template
  return { ...template, regime: regimeOn({ schedules: JSON.parse(schedules) as SetSchedule[] }, template) }
}

interface Loaded {
  readonly plan: Plan
  readonly register: Register
}

export const readPlan = (db: D1Database): Promise<Loaded | null> => keptRead(db, 'plan', 'plan', () => planIn(db))

/** Agencies of one statement. */
const AGENCIES = 1_000

async function planIn(db: D1Database): Promise<Loaded | null> {
  const page = (after: number) =>
    db.prepare('SELECT position, document FROM agencies WHERE position > ?1 ORDER BY position LIMIT ?2').bind(after, AGENCIES)
  for (;;) {
    const version = await versionOf(db, 'plan')
    const [plans, groups, first] = await db.batch<Document & { readonly position: number }>([
      db.prepare('SELECT document FROM plans LIMIT 1'),
      db.prepare('SELECT document FROM agency_groups ORDER BY position'),
      page(-1),
    ])
    const plan = parsed<Plan>(plans?.results ?? [])[0]
    if (!plan) return null
    const agencies: Agency[] = []
    for (let rows = first?.results ?? []; ; ) {
      agencies.push(...parsed<Agency>(rows))
      if (rows.length < AGENCIES) break
      rows = (await page(rows.at(-1)!.position).all<Document & { readonly position: number }>()).results
    }
    // Where an admin changed something between two pages, agency and heir may not know of each other.
    if (agencies.length < AGENCIES || (await versionOf(db, 'plan')) === version)
      return { plan, register: { agencies, groups: parsed<AgencyGroup>(groups?.results ?? []) } }
  }
}

export const readTemplate = (db: D1Database, code: string, version: number): Promise<Template | null> =>
  keptRead(db, 'plan', `template ${code}.${version}`, () => templateIn(db, code, version))

async function templateIn(db: D1Database, code: string, version: number): Promise<Template | null> {
  const row = await db
    .prepare(`SELECT document, ${SCHEDULES} FROM templates t WHERE code = ?1 AND version = ?2`)
    .bind(code, version)
    .first<TemplateDocument>()
  return row && templateOf(row)
}

/** The newest published version of every template that stands, or of all where none does, in the plan's order. */
export const readTemplates = (db: D1Database): Promise<readonly Template[]> => keptRead(db, 'plan', 'templates', () => templatesIn(db))

async function templatesIn(db: D1Database): Promise<Template[]> {
  const { results } = await db
    .prepare(
      `SELECT document, ${SCHEDULES} FROM templates t WHERE published_at IS NOT NULL
       AND version = (SELECT v.version FROM templates v LEFT JOIN template_withdrawals w ON w.code = v.code AND w.version = v.version
         WHERE v.code = t.code AND v.published_at IS NOT NULL ORDER BY w.code IS NOT NULL, v.version DESC LIMIT 1) ORDER BY position`,
    )
    .all<TemplateDocument>()
  return results.map(templateOf)
}

export interface StandingVersion {
  readonly template: Template
  readonly effectiveFrom: string | null
}

/** All versions that were published and not withdrawn, in the plan's order, of each template the newest first. */
export async function readStandingVersions(db: D1Database): Promise<StandingVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT t.document, t.effective_from AS effectiveFrom, ${SCHEDULES} FROM templates t
       LEFT JOIN template_withdrawals w ON w.code = t.code AND w.version = t.version
       WHERE t.published_at IS NOT NULL AND w.code IS NULL ORDER BY t.position, t.code, t.version DESC`,
    )
    .all<TemplateDocument & { effectiveFrom: string | null }>()
  return results.map(({ effectiveFrom, ...row }) => ({ template: templateOf(row), effectiveFrom }))
}

/** Regimes of all versions by `CODE.version`, without reading whole templates. */
export async function readRegimes(db: D1Database): Promise<Map<string, Pick<Template, 'code' | 'regime'>>> {
  const { results } = await db
    .prepare("SELECT code, code || '.' || version AS key, json_extract(document, '$.regime') AS document FROM templates")
    .all<Document & { code: string; key: string }>()
  return new Map(results.map(({ code, key, document }) => [key, { code, regime: JSON.parse(document) as Template['regime'] }]))
}

/** Titles by `CODE.version`, without reading whole templates. */
export const readTemplateTitles = (db: D1Database): Promise<ReadonlyMap<string, Template['title']>> =>
  keptRead(db, 'plan', 'titles', () => titlesIn(db))

async function titlesIn(db: D1Database): Promise<Map<string, Template['title']>> {
  const { results } = await db
    .prepare("SELECT code || '.' || version AS key, json_extract(document, '$.title') AS document FROM templates")
    .all<Document & { key: string }>()
  return new Map(results.map(({ key, document }) => [key, JSON.parse(document) as Template['title']]))
}

/** Of all agencies, or of those named. */
export async function readAgencyNames(db: D1Database, codes?: readonly string[]): Promise<Map<string, string>> {
  const named = "SELECT code, json_extract(document, '$.name') AS name FROM"
  const { results } = await (codes === undefined
    ? db.prepare(`${named} agencies`)
    : db.prepare(`${named} json_each(?1) e CROSS JOIN agencies ON code = e.value`).bind(JSON.stringify(codes))
  ).all<{ code: string; name: string }>()
  return new Map(results.map(({ code, name }) => [code, name]))
}

export const readAssignments = (db: D1Database, template: string): Promise<readonly Assignment[]> =>
  keptRead(db, 'plan', `assignments ${template}`, () => assignmentsIn(db, template))

async function assignmentsIn(db: D1Database, template: string): Promise<Assignment[]> {
  const { results } = await db
    .prepare('SELECT document FROM assignments WHERE template = ?1 ORDER BY position')
    .bind(template)
    .all<Document>()
  return parsed(results)
}

export const isLoaded = async (db: D1Database): Promise<boolean> => (await db.prepare('SELECT 1 FROM loaded_packs').first()) !== null

/** Puts the whole pack in, its waivers given their ids, in one transaction; false where somebody else has loaded one before or meanwhile. */
export async function writePack(db: D1Database, pack: Pack, at: string, waivers: readonly Granted[]): Promise<boolean> {
  const many = (sql: string, rows: readonly unknown[], ...more: string[]) => db.prepare(sql).bind(JSON.stringify(rows), ...more)
  try {
    await db.batch([
      db.prepare('INSERT INTO loaded_packs (slot, plan_id, loaded_at) VALUES (1, ?1, ?2)').bind(pack.plan.id, at),
      db.prepare('INSERT INTO plans (id, document) VALUES (?1, ?2)').bind(pack.plan.id, JSON.stringify(pack.plan)),
      many(
        "INSERT INTO agencies (code, position, document) SELECT value ->> '$.code', key, value FROM json_each(?1)",
        pack.register.agencies,
      ),
      many(
        "INSERT INTO agency_groups (code, position, document) SELECT value ->> '$.code', key, value FROM json_each(?1)",
        pack.register.groups,
      ),
      many(
        "INSERT INTO templates (code, version, position, document, published_at) SELECT value ->> '$.code', value ->> '$.version', key, value, ?2 FROM json_each(?1)",
        pack.templates,
        at,
      ),
      many(
        "INSERT INTO assignments (template, table_key, row_id, position, document) SELECT value ->> '$.template', value ->> '$.table', value ->> '$.rowId', key, value FROM json_each(?1)",
        pack.assignments,
      ),
      ...waivers.map((waiver) => insertWaiver(db, waiver, at)),
    ])
    return true
  } catch (error) {
    if (await isLoaded(db)) return false
    throw error
  }
}

export async function readAllAssignments(db: D1Database): Promise<Assignment[]> {
  const { results } = await db.prepare('SELECT document FROM assignments ORDER BY template, position').all<Document>()
  return parsed(results)
}

/** For the batch in which the change is logged. */
export const writePlan = (db: D1Database, plan: Plan): D1PreparedStatement =>
  db.prepare('UPDATE plans SET document = ?2 WHERE id = ?1').bind(plan.id, JSON.stringify(plan))

/** As above. New ones go to the end, known ones keep their place. */
export const writeAssignment = (db: D1Database, assignment: Assignment): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO assignments (template, table_key, row_id, position, document)
       VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM assignments), ?4)
       ON CONFLICT (template, table_key, row_id) DO UPDATE SET document = excluded.document`,
    )
    .bind(assignment.template, assignment.table, assignment.rowId, JSON.stringify(assignment))

export interface OpenReport {
  readonly id: string
  readonly agency: string
  readonly period: string
  readonly state: 'sent' | 'begun' | 'untouched'
}

/** Of a template, whatever agencies have been asked for already. */
export async function readOpenReports(db: D1Database, template: string): Promise<OpenReport[]> {
  const { results } = await db
    .prepare(
      `SELECT o.id, o.agency, o.period, CASE WHEN EXISTS (SELECT 1 FROM submissions s WHERE s.obligation_id = o.id) THEN 'sent'
         WHEN EXISTS (SELECT 1 FROM drafts d WHERE d.obligation_id = o.id) THEN 'begun' ELSE 'untouched' END AS state
       FROM obligations o WHERE o.template = ?1 ORDER BY o.period, o.agency`,
    )
    .bind(template)
    .all<OpenReport>()
  return results
}
