// Freezing a consolidation, and comparing what was frozen with another or with what counts
// now. What counts is fixed by one look at the log before anything else is read.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { columnNames } from '../../shared/column-name.ts'
import { difference } from '../../shared/difference.ts'
import { showValue } from '../../shared/field/field.ts'
import type { Content } from '../../shared/filing.ts'
import { comparisonSheet } from '../../shared/sheet/comparison-sheet.ts'
import { frozenStanding } from '../../shared/snapshot/frozen-standing.ts'
import {
  type Snapshot,
  type SnapshotComparison,
  type SnapshotEntry,
  SnapshotManifest,
  type SnapshotRequest,
} from '../../shared/snapshot/snapshot.ts'
import type { Template } from '../../shared/template.ts'
import type { Value } from '../../shared/value.ts'
import type { Person } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { hasSnapshotFile, keepSnapshot, keepSnapshotFile, readContentText, readSnapshotFile, readSnapshotText } from '../store/contents.ts'
import { alongChain, chained } from '../store/events.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { addSnapshot, type KeptSnapshot, readSnapshot, snapshotsOf, snapshotsSince, snapshotWithKey } from '../store/snapshots.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { workbookOf } from './consolidated-workbook.ts'
import { type CountedPeriod, countedPeriod, namedPeriod } from './counted-period.ts'
import { otherControls } from './matters-asked.ts'
import { ofOneMoment } from './one-moment.ts'
import { talliedTotals } from './tallied-totals.ts'

async function manifestOf(parts: Parts, counted: CountedPeriod): Promise<SnapshotManifest> {
  const { template, status, heads } = counted
  const [names, templates] = await Promise.all([readPlan(parts.db), readTemplates(parts.db)])
  if (!names) throw new ProblemError('not-found')
  const missing = status.reports.filter(({ counted }) => counted === null)
  const stood = new Map(status.reports.map(({ agency, state, late, counted }) => [agency, { state, late, counted }]))
  return {
    ...{ template: template.code, version: template.version, period: status.period, madeAt: parts.clock.now().toISOString() },
    entries: heads.map(({ rows: _, agency, ...head }) => {
      const { state, late, counted } = stood.get(agency)!
      return { ...head, agency, contentHash: counted?.contentHash ?? '', state, late, reachedAt: counted?.reachedAt ?? '' }
    }),
    missing: missing.map(({ agency }) => agency),
    open: missing.map(({ agency, agencyName, state, late }) => ({ agency, agencyName, state, late })),
    totals: await talliedTotals(parts, template, heads),
    otherControls: await otherControls(parts.db, templates, template, status.period, names),
  }
}

/** What the same attempt made before, if it did; a key that was used for something else is refused. */
async function repeated(parts: Parts, person: Person, key: string, request: SnapshotRequest): Promise<Snapshot | null> {
  const before = await snapshotWithKey(parts.db, person.id, key)
  if (!before) return null
  if (before.template !== request.template || before.period !== request.period || before.reason !== request.reason)
    throw new ProblemError('key-reused')
  return { ...before, ready: await hasSnapshotFile(parts.files, before.hash) }
}

/** Answers once the moment stands; its workbook is made afterwards. The same attempt sent again is one snapshot. */
export async function freeze(parts: Parts, person: Person, request: SnapshotRequest, idempotencyKey: string): Promise<Snapshot> {
  const before = await repeated(parts, person, idempotencyKey, request)
  if (before) return before
  const { template, period, reason } = request
  const { counted, manifest } = await ofOneMoment(parts.db, async () => {
    const counted = await countedPeriod(parts, template, period)
    return { counted, manifest: await manifestOf(parts, counted) }
  })
  const canonical = canonicalJson(manifest)
  const hash = await sha256(canonical)
  // Before the row that points to it; an object without a row does no harm.
  await keepSnapshot(parts.files, hash, canonical)
  const snapshot: KeptSnapshot = {
    ...{ id: parts.newId(), template, version: manifest.version, period, reason, madeAt: manifest.madeAt, madeBy: person.name, hash },
    submissions: manifest.entries.length,
    rowCount: counted.heads.reduce((sum, { rows }) => sum + Object.values(rows).reduce((own, count) => own + count, 0), 0),
  }
  const about = { at: manifest.madeAt, actor: person.id, kind: 'snapshot-made', snapshotId: snapshot.id, bodyHash: hash } as const
  const meanwhile = await alongChain(parts.db, async (link) => {
    // Several at once with one key: whoever lost the race finds the other's here.
    const other = await repeated(parts, person, idempotencyKey, request)
    if (!other) await addSnapshot(parts.db, snapshot, await chained(link, about), idempotencyKey)
    return other
  })
  if (meanwhile) return meanwhile
  // Its moment and its hash stand; nobody waits for the workbook, which follows from them.
  parts.afterwards(() => keepWorkbook(parts, snapshot, manifest))
  return { ...snapshot, ready: false }
}

/** The latest first, each with whether its workbook is made. */
export async function listSnapshots({ db, files }: Parts, template: string, period: string): Promise<Snapshot[]> {
  const kept = await snapshotsOf(db, template, period)
  return Promise.all(kept.map(async (one) => ({ ...one, ready: await hasSnapshotFile(files, one.hash) })))
}

/** How far back the regular run looks for snapshots whose workbook could not be made at once. */
const LOOK_BACK_MS = 7 * 86_400_000

/** Makes what is missing, the oldest first; one that fails again does not keep the others from being made. */
export async function makeMissingWorkbooks(parts: Parts): Promise<void> {
  const since = new Date(parts.clock.now().getTime() - LOOK_BACK_MS).toISOString()
  const failed: unknown[] = []
  for (const { id, hash } of await snapshotsSince(parts.db, since))
    if (!(await hasSnapshotFile(parts.files, hash)))
      try {
        const { snapshot, manifest } = await frozen(parts, id)
        await keepWorkbook(parts, snapshot, manifest)
      } catch (error) {
        failed.push(error)
      }
  if (failed.length > 0) throw new AggregateError(failed, 'workbooks of snapshots could not be made')
}

/** Made once: what is kept stays as it was, whatever agencies and lists are called later. */
async function keepWorkbook(parts: Parts, { reason, madeBy, madeAt, hash }: KeptSnapshot, manifest: SnapshotManifest): Promise<void> {
  const register = (await readPlan(parts.db))?.register.agencies ?? []
  const counted = await namedPeriod(parts, frozenStanding(manifest, new Map(register.map(({ code, name }) => [code, name]))))
  const look = { frozen: { reason, madeBy, madeAt, hash }, otherControls: manifest.otherControls }
  await keepSnapshotFile(parts.files, hash, await workbookOf(parts, counted, madeAt, look))
}

/** The consolidated workbook of the moment, the same bytes each time. One that was not kept then is made once more, of the same submissions. */
export async function snapshotWorkbook(parts: Parts, id: string): Promise<{ snapshot: KeptSnapshot; bytes: ReadableStream<Uint8Array> }> {
  const { snapshot, manifest } = await frozen(parts, id)
  const kept = await readSnapshotFile(parts.files, snapshot.hash)
  if (kept) return { snapshot, bytes: kept }
  await keepWorkbook(parts, snapshot, manifest)
  const made = await readSnapshotFile(parts.files, snapshot.hash)
  if (!made) throw new Error(`the workbook of ${id} was not kept`)
  return { snapshot, bytes: made }
}

/** What differs, as a workbook of one sheet. */
export async function comparisonWorkbook(
  parts: Parts,
  id: string,
  otherId: string | null,
): Promise<{ before: KeptSnapshot; bytes: Uint8Array }> {
  const compared = await compareSnapshots(parts, id, otherId)
  return { before: compared.before, bytes: await writeWorkbook(comparisonSheet(compared)) }
}

/** The manifest as it was hashed; one that is gone or was changed is an error of ours. */
async function frozen(parts: Parts, id: string): Promise<{ snapshot: KeptSnapshot; manifest: SnapshotManifest }> {
  const snapshot = await readSnapshot(parts.db, id)
  if (!snapshot) throw new ProblemError('not-found')
  const text = await readSnapshotText(parts.files, snapshot.hash)
  if (text === null || (await sha256(text)) !== snapshot.hash) throw new Error(`the manifest of ${id} is gone or changed`)
  return { snapshot, manifest: v.parse(SnapshotManifest, JSON.parse(text)) }
}

async function contentOf(parts: Parts, { contentHash, submissionId }: SnapshotEntry): Promise<Content> {
  const text = await readContentText(parts.files, contentHash)
  if (text === null || (await sha256(text)) !== contentHash) throw new Error(`the content of ${submissionId} is gone or changed`)
  return JSON.parse(text) as Content
}

const sideOf = (entry: SnapshotEntry | undefined) =>
  entry ? { submissionId: entry.submissionId, receiptNumber: entry.receiptNumber } : null

/** `otherId` null: with what counts now. */
export async function compareSnapshots(parts: Parts, id: string, otherId: string | null): Promise<SnapshotComparison> {
  const { snapshot, manifest } = await frozen(parts, id)
  const other = otherId === null ? null : await frozen(parts, otherId)
  if (other && (other.snapshot.template !== snapshot.template || other.snapshot.period !== snapshot.period))
    throw new ProblemError('not-found')
  const [counted, names] = await Promise.all([countedPeriod(parts, snapshot.template, snapshot.period), readPlan(parts.db)])
  if (!names) throw new ProblemError('not-found')
  const later = other?.manifest ?? (await manifestOf(parts, counted))
  const [was, is] = [byAgency(manifest), byAgency(later)]
  const agencies: SnapshotComparison['agencies'] = []
  let unchanged = 0
  for (const agency of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(agency), is.get(agency)]
    if (before?.submissionId === after?.submissionId) {
      unchanged++
      continue
    }
    const changes =
      before && after ? difference(counted.template, await contentOf(parts, before), await contentOf(parts, after), names) : null
    agencies.push({
      ...{ agency, agencyName: (after ?? before)?.agencyName ?? agency, before: sideOf(before), after: sideOf(after) },
      difference: changes && { ...changes, added: [...changes.added], removed: [...changes.removed], cells: [...changes.cells] },
    })
  }
  const totals = changedTotals(counted.template, manifest, later, (type, value, language) => showValue(type, value, language, names))
  return { before: snapshot, after: other?.snapshot ?? null, madeAt: later.madeAt, agencies, unchanged, totals }
}

const byAgency = ({ entries }: SnapshotManifest): Map<string, SnapshotEntry> => new Map(entries.map((entry) => [entry.agency, entry]))

type Show = (type: Template['tables'][number]['fields'][number]['type'], value: Value, language: 'vi' | 'en') => string

/** Totals that moved; those that stayed say nothing. */
function changedTotals(template: Template, before: SnapshotManifest, after: SnapshotManifest, show: Show): SnapshotComparison['totals'] {
  return template.tables.flatMap(({ key: table, fields }) =>
    fields.flatMap((column) => {
      const { key: field, type, aggregation } = column
      const [was, is] = [before.totals[table]?.[field] ?? null, after.totals[table]?.[field] ?? null]
      if (aggregation === undefined || JSON.stringify(was) === JSON.stringify(is)) return []
      const label = columnNames(column)
      // "3/5" agencies, and not a value of the column.
      const shown = (value: Value, language: 'vi' | 'en') =>
        aggregation.by === 'meeting' ? String(value ?? '') : show(type, value, language)
      return [
        {
          ...{ table, field, label },
          before: { vi: shown(was, 'vi'), en: shown(was, 'en') },
          after: { vi: shown(is, 'vi'), en: shown(is, 'en') },
        },
      ]
    }),
  )
}
