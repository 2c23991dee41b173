// A form to fill: as data for the pane, and as a workbook for those whose Excel
// has no add-ins.
import type { Filing } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { isOpen } from '../../shared/review.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { noteReport } from '../../shared/sheet/note-report.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Form } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { readDraft } from '../store/drafts.ts'
import { notesOf } from '../store/notes.ts'
import { markedCopy } from '../xlsx/marked-copy.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { type Case, openCase } from './case.ts'
import { viewObligations } from './view-obligations.ts'

export async function form(parts: Parts, obligation: Obligation): Promise<Form> {
  const [{ template, context }, views, notes] = await Promise.all([
    openCase(parts, obligation),
    viewObligations(parts, [obligation]),
    notesOf(parts.db, obligation.id),
  ])
  const [view] = views
  if (!view) throw new Error(`${obligation.id} has no view`)
  const { prefill, register, plan, previous, today, waivers = [] } = context
  return { obligation: view, template, prefill, register, plan, previous, today, waivers: [...waivers], notes }
}

/** With what the agency has typed so far and what the receiver says of it; a reader of the province gets the form as it was handed out. */
export async function formWorkbook(parts: Parts, obligation: Obligation, forAgency: boolean): Promise<Uint8Array> {
  if (!forAgency) return workbookOf(await openCase(parts, obligation), undefined)
  const [opened, draft, notes] = await Promise.all([
    openCase(parts, obligation),
    readDraft(parts, obligation.id),
    notesOf(parts.db, obligation.id),
  ])
  const drawn = layoutOf(opened, draft?.filing)
  const bytes = await writeWorkbook(drawn)
  const open = notes.filter(isOpen)
  if (open.length === 0) return bytes
  return markedCopy(bytes, drawn.sheets[0]!.name, noteReport(drawn, opened.template, opened.context.prefill.rows, open))
}

export async function filledWorkbook(parts: Parts, obligation: Obligation, filing: Filing): Promise<Uint8Array> {
  const { template, agency, period } = obligation
  if (filing.template !== template || filing.agency !== agency || filing.period !== period) throw new ProblemError('wrong-form')
  return workbookOf(await openCase(parts, obligation), filing)
}

const workbookOf = (opened: Case, draft: Filing | undefined): Promise<Uint8Array> => writeWorkbook(layoutOf(opened, draft))

function layoutOf({ obligation, template, agencyName, context }: Case, draft: Filing | undefined): WorkbookLayout {
  const { prefill, register, plan, waivers = [] } = context
  const provinceName = plan.province
  return layout(template, prefill, { ...{ obligation, register, plan, agencyName, provinceName, draft, waivers }, toLimit: true })
}
