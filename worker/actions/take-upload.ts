// A workbook filled anywhere comes back as a file: kept as it came, read, checked
// by the same rules, and sent where that is wanted and nothing blocks it.
import { nameOf } from '../../shared/agency-names.ts'
import type { Language } from '../../shared/bilingual.ts'
import { blocks } from '../../shared/explanations.ts'
import type { Filing } from '../../shared/filing.ts'
import { tallyOf } from '../../shared/improve/check-tally.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { chooseForm } from '../../shared/sheet/choose-form.ts'
import { findingReport } from '../../shared/sheet/finding-report.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { read } from '../../shared/sheet/reading.ts'
import { refusalSentence } from '../../shared/sheet/workbook-refusal.ts'
import { carryOver } from '../../shared/takeover/carry-over.ts'
import { wrongFormSentence } from '../../shared/text/wrong-form.ts'
import type { Person, UploadResult } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countCheck } from '../store/check-counts.ts'
import { keepOriginal } from '../store/contents.ts'
import { addOriginal } from '../store/originals.ts'
import { READ_LIMITS, ReadBudget } from '../xlsx/limits.ts'
import { markedCopy } from '../xlsx/marked-copy.ts'
import { readWorkbook } from '../xlsx/read.ts'
import { WorkbookRefusal } from '../xlsx/refusal.ts'
import { type Case, openCase } from './case.ts'
import { judge } from './check-filing.ts'
import { bodyHashOf, repeated, submit } from './submit.ts'

export interface Upload {
  readonly person: Person
  readonly obligation: Obligation
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Sentences that explain warnings, by finding id: a workbook has no place for them. */
  readonly explanations: Readonly<Record<string, string>>
  /** Answers to the receiver's notes, by note id. */
  readonly answers: Readonly<Record<string, string>>
  /** Null: only check. */
  readonly idempotencyKey: string | null
}

/** `whole`: also what the sheets say besides their cells. */
export async function gridOf(bytes: Uint8Array, limits = READ_LIMITS, whole = false): Promise<Grid> {
  try {
    return await readWorkbook(bytes, new ReadBudget(limits), whole)
  } catch (refusal) {
    if (!(refusal instanceof WorkbookRefusal)) throw refusal
    const { code, params } = refusal
    const sentences = { vi: refusalSentence(code, params, 'vi'), en: refusalSentence(code, params, 'en') }
    throw new ProblemError('not-a-workbook', sentences.vi, { refusal: { code, params, ...sentences } })
  }
}

/** The one form of this obligation in the workbook; where none or several may be meant, what was found is told. */
function formOf(grid: Grid, { template, obligation: { agency, period }, context: { register } }: Case): string {
  const { sheet, found } = chooseForm(grid, template, { agency, period })
  if (sheet !== null) return sheet
  const expected = { template: template.code, agency, period }
  const refusal = wrongFormSentence(expected, found, (code) => nameOf(register, code))
  const forms = found.map(({ identity, sheet: name }) => ({
    template: identity.template,
    agency: identity.agency,
    period: identity.period,
    sheet: name,
  }))
  throw new ProblemError('wrong-form', refusal.vi, { expected, found: forms, refusal })
}

interface Judged extends Pick<UploadResult, 'findings' | 'rowCount' | 'older'> {
  readonly filing: Filing
}

function readAndJudge(opened: Case, grid: Grid, sheet: string, explanations: Upload['explanations']): Judged {
  const { filing: found, findings: structure } = read(grid, sheet, opened.template, opened.context)
  const older = found.version !== opened.template.version ? carryOver(grid, sheet, opened.template, opened.context) : null
  const filing = { ...(older?.filing ?? found), explanations }
  // The structure of an earlier version is not held against the person who was given it.
  const judged = judge(opened, filing, older ? [] : structure)
  return {
    filing,
    findings: judged.findings,
    rowCount: judged.content.rows.length,
    older: older && { version: found.version, columns: [...older.left.columns], rows: [...older.left.rows] },
  }
}

/** Kept before anything looks into it: what was refused can be looked at later. Answers its hash. */
export async function keepUpload(
  parts: Parts,
  { person, obligation, bytes }: Pick<Upload, 'person' | 'obligation' | 'bytes'>,
): Promise<string> {
  const hash = await sha256(bytes)
  await keepOriginal(parts.files, hash, bytes)
  const at = parts.clock.now().toISOString()
  await addOriginal(parts.db, { id: parts.newId(), obligationId: obligation.id, personId: person.id, at, bytes: bytes.length, hash })
  return hash
}

export async function takeUpload(
  parts: Parts,
  { person, obligation, bytes, explanations, answers, idempotencyKey }: Upload,
): Promise<UploadResult> {
  // First, because the form may have to be counted yet: a file that is sent again then is kept once.
  const opened = await openCase(parts, obligation)
  const hash = await keepUpload(parts, { person, obligation, bytes })
  const grid = await gridOf(bytes)
  const { filing, findings, rowCount, older } = readAndJudge(opened, grid, formOf(grid, opened), explanations)
  const stopped = findings.some((finding) => blocks(finding, filing.explanations))
  // What is sent is counted there.
  if (idempotencyKey === null || stopped) await countCheck(parts.db, obligation.id, parts.clock.now().toISOString(), tallyOf(findings))
  if (idempotencyKey === null) return { findings, rowCount, older, receipt: null }
  const bodyHash = await bodyHashOf(obligation, { original: hash, explanations, answers })
  const receipt = stopped
    ? await repeated(parts, person, idempotencyKey, bodyHash)
    : await submit(parts, { person, obligation, filing: { ...filing, answers }, idempotencyKey, bodyHash, originalHash: hash })
  return { findings, rowCount, older, receipt }
}

/** The workbook as it came, with its findings shown in it; checked only, nothing is sent. */
export async function reportUpload(
  parts: Parts,
  { obligation, bytes, lang }: Pick<Upload, 'obligation' | 'bytes'> & { readonly lang: Language },
): Promise<Uint8Array> {
  const opened = await openCase(parts, obligation)
  const grid = await gridOf(bytes)
  const sheet = formOf(grid, opened)
  const { findings } = readAndJudge(opened, grid, sheet, {})
  return markedCopy(bytes, sheet, findingReport(sheet, findings, lang))
}
