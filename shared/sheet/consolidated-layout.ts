// The counted submissions of a period as one workbook in the mandated layout:
// summary, data, who has submitted, comparison with the plan. The rows of the data
// are not in it: they are streamed into the slots (consolidated-rows.ts).
import { absoluteAddress, sheetReference } from '../a1.ts'
import type { Names } from '../field/field.ts'
import { Numbering } from '../numbering.ts'
import { showPeriod } from '../period.ts'
import type { PeriodStanding } from '../period-standing.ts'
import { controlsOf } from '../reconcile/controls.ts'
import type { Matter, MatterCode } from '../reconcile/matter.ts'
import { matterSentence } from '../reconcile/matter-sentence.ts'
import type { ControlTotal } from '../reconcile/reconciliation.ts'
import { type CountedHead, type ListedSubmission, NO_SURVEY, type RowSource, type Survey } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import { type ChosenPart, chosenText, endedDay } from './chosen-part.ts'
import type { HeadGroup } from './consolidated-groups.ts'
import { type DataSheet, placesOf, SHEET_ROWS } from './consolidated-plan.ts'
import { consolidatedRows } from './consolidated-rows.ts'
import { type ConsolidatedTable, consolidatedSheet, geometryOfTable, planTable } from './consolidated-sheet.ts'
import { type ControlLine, controlSheet, type ShownMatter, type ShownRepeat } from './control-sheet.ts'
import { columnOf } from './geometry.ts'
import { FONT } from './looks.ts'
import type { SheetRow, WorkbookLayout } from './sheet-layout.ts'
import { STATUS_SHEET, statusRows, statusSheet } from './status-sheet.ts'
import { type FrozenMark, frozenText, SUMMARY_SHEET, summaryRows, summarySheet } from './summary-sheet.ts'
import { hasTotals } from './total-row.ts'

export interface ConsolidationFacts {
  readonly template: Template
  readonly status: PeriodStanding
  readonly madeAt: string
  /** In the order in which they are shown. */
  readonly heads: readonly CountedHead[]
  /** The heads by group, in the same order, where groups have the numerals; else each agency has its own. */
  readonly groups?: readonly HeadGroup[]
  readonly survey: Survey
  readonly names: Names
  /** What other templates of the period say about the plan's control totals. */
  readonly otherControls: readonly ControlTotal[]
  /** What is asked about: at least what does not go with an agency's own history. */
  readonly matters: readonly Matter[]
  /** The snapshot that it is the workbook of, where it is one's. */
  readonly frozen?: FrozenMark
  /** Where it is not of all agencies, or not of now. */
  readonly chosen?: ChosenPart
  /** Rows that a sheet may have; less only in tests. */
  readonly sheetRows?: number
}

export interface ConsolidatedWorkbook {
  readonly layout: WorkbookLayout
  /** The rows of a sheet with a slot; sheets of one table are filled one after the other from one source. */
  rows(sheet: string, sourceOf: (table: Table) => RowSource): AsyncIterable<readonly SheetRow[]>
}

interface Drawn {
  readonly made: ConsolidatedTable
  readonly sheets: readonly DataSheet[]
}

/** What columns in đồng and tỷ must be multiplied by to be triệu đồng. */
const IN_TRIEU = { dong: '/1000000', trieu: '', ty: '*1000' } as const

const inTrieu = (dong: number): number => dong / 1_000_000

/** Sums in triệu đồng against the plan, from the totals of a table in đồng. */
function controlLines({ made, sheets }: Drawn): ControlLine[] {
  const { table, template, survey, heads, names } = made
  return controlsOf(template, table, survey, heads, names.plan).map(({ field, label, planned, filed, above }) => {
    const last = sheets.at(-1)
    const summed = last && sheets.some(({ rows }) => rows > 0) && hasTotals(table)
    const cell = summed && sheetReference(last.name, absoluteAddress(last.from + last.rows, columnOf(table, field.key)))
    const unit = field.type.kind === 'money' ? field.type.unit : 'trieu'
    return {
      ...{ label: label.vi, planned: inTrieu(planned), filed: inTrieu(filed) },
      ...(cell ? { formula: `${cell}${IN_TRIEU[unit]}` } : {}),
      above: above.map((one) => ({ agencyName: one.head.agencyName, filed: inTrieu(one.filed) })),
    }
  })
}

/** Repeats with the row of the workbook in which each stands. */
function shownRepeats({ made, sheets }: Drawn): ShownRepeat[] {
  const stretchesOf = placesOf(sheets)
  const rowOf = (head: ListedSubmission, index: number) => {
    const own = stretchesOf.get(head.submissionId)?.find(({ stretch: { before, count } }) => index >= before && index < before + count)
    if (!own) throw new Error(`row ${index} of ${head.submissionId} has no place`)
    return { sheet: own.sheet, row: own.stretch.at + 2 + index - own.stretch.before }
  }
  return made.survey.repeats.map(({ text, likeness, places }) => ({
    text: likeness === 100 ? text : `${text} (giống ${likeness}%)`,
    places: places.map(({ head, index }) => ({ agencyName: head.agencyName, receiptNumber: head.receiptNumber, ...rowOf(head, index) })),
  }))
}

const otherLine = ({ label, planned, filed }: ControlTotal): ControlLine => ({
  ...{ label: label.vi, planned: inTrieu(planned), filed: inTrieu(filed), above: [] },
})

/** These have parts of the sheet of their own. */
const SHOWN_APART: ReadonlySet<MatterCode> = new Set(['above-plan', 'agency-above-plan', 'same-row', 'same-document'])

const shownMatter = (matter: Matter): ShownMatter => {
  const [place] = matter.places
  return { text: matterSentence(matter, 'vi'), agencyName: place?.agencyName ?? '', receiptNumber: place?.receiptNumber ?? '' }
}

/** What is to be known of the whole before it is read. */
function noteOf({ frozen, chosen, madeAt }: ConsolidationFacts): string | null {
  if (frozen) return frozenText(frozen)
  return chosen ? chosenText({ ...chosen, on: endedDay(chosen.on, madeAt) }) || null : null
}

export function consolidatedWorkbook(facts: ConsolidationFacts): ConsolidatedWorkbook {
  const { template, status, madeAt, heads, survey, names, otherControls, matters, sheetRows = SHEET_ROWS } = facts
  const single = template.tables.length === 1
  const drawn = template.tables.map((table, index): Drawn => {
    const final = index === template.tables.length - 1
    const made = {
      template,
      table,
      period: status.period,
      heads,
      groups: facts.groups ?? null,
      survey: survey.get(table.key) ?? NO_SURVEY,
      names,
      final,
      madeAt,
      chosen: facts.chosen?.agencies ?? null,
      on: endedDay(facts.chosen?.on ?? null, madeAt),
    }
    return { made, sheets: planTable(made, single ? 'Tổng hợp' : `Tổng hợp ${index + 1}`, sheetRows) }
  })
  const own = drawn.flatMap(controlLines)
  const compared = drawn.flatMap(({ made }) => made.survey.comparedOnly ?? [])
  const layout: WorkbookLayout = {
    title: `${template.title.vi} – ${showPeriod(status.period, 'vi')} – tổng hợp`,
    font: FONT,
    sheets: [
      summarySheet(drawn, status, madeAt, noteOf(facts)),
      ...drawn.flatMap(({ made, sheets }) => sheets.map((sheet) => consolidatedSheet(made, sheets, sheet))),
      statusSheet(template, status, madeAt),
      controlSheet({
        planNumber: names.plan.number,
        // The plan's totals are those of the whole province.
        lines: own.length > 0 && !facts.chosen?.agencies ? [...own, ...otherControls.map(otherLine)] : [],
        repeats: drawn.flatMap(shownRepeats),
        repeatCount: drawn.reduce((sum, { made }) => sum + made.survey.repeatCount, 0),
        matters: matters.filter(({ code }) => !SHOWN_APART.has(code)).map(shownMatter),
        comparedOnly: compared.length > 0 ? Math.min(...compared) : null,
      }),
    ],
    names: [],
  }
  const passes = new Map<Table, { source: RowSource; numbering: Numbering }>()
  return {
    layout,
    async *rows(name, sourceOf) {
      if (name === SUMMARY_SHEET) return yield* summaryRows(drawn)
      if (name === STATUS_SHEET) return yield* statusRows(status)
      const { made, sheets } = drawn.find((one) => one.sheets.some((sheet) => sheet.name === name))!
      const { table } = made
      const pass = passes.get(table) ?? { source: sourceOf(table), numbering: new Numbering(table) }
      passes.set(table, pass)
      const sheet = sheets.find((one) => one.name === name)!
      const { source, numbering } = pass
      yield* consolidatedRows(sheet, source, { geometry: geometryOfTable(made), sheets, survey: made.survey, names, numbering })
    },
  }
}
