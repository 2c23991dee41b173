// Who answers for which row: the points of section III and IV, the documents of appendix I,
// the indicators, and the fixed rows of the quarterly report.
import * as v from 'valibot'
import { type Assignment, Assignment as AssignmentShape } from '../../assignment.ts'
import { sameDocument } from '../../text/document-titles.ts'
import { NIL, type Value } from '../../value.ts'
import documents from './appendix-1.json' with { type: 'json' }
import indicators from './indicators.json' with { type: 'json' }
import { lists } from './lists.ts'
import { plan } from './plan.ts'
import { register } from './register.ts'
import { itemOf, namedDocuments, tasks } from './tasks.ts'

const Codes = v.array(v.string())

const Document = v.strictObject({
  number: v.number(),
  title: v.string(),
  kind: v.string(),
  lead: Codes,
  /** "-" where the plan says there is none (row 19); null where the cell is missing in the source (row 17). */
  coordinate: v.nullable(v.union([v.literal(NIL), Codes])),
  due: v.string(),
  clauses: Codes,
  assignedTo: Codes,
  basis: v.string(),
})

const Indicator = v.strictObject({
  id: v.string(),
  name: v.string(),
  pillar: v.string(),
  kind: v.string(),
  operator: v.string(),
  target: v.number(),
  targetMax: v.nullable(v.number()),
  unit: v.string(),
  howToCount: v.nullable(v.string()),
  /** Nobody for the one that repeats two others (III.6.c). */
  assignedTo: Codes,
  basis: v.string(),
})

const appendix = v.parse(v.array(Document), documents)
const targets = v.parse(v.array(Indicator), indicators)

const orNull = (codes: string[]): Value => (codes.length > 0 ? codes : null)

/** The plan's points have no due time of their own: they are tasks of the plan's year. */
const YEAR = String(plan.year)

const points = tasks.map(
  (task, at): Assignment => ({
    template: 'THANG',
    table: 'main',
    rowId: task.clause,
    values: {
      ma_nv: task.clause,
      ten_nv: task.text,
      vai_tro: 'chu-tri',
      co_quan_phoi_hop: orNull(task.coordinate),
      thoi_han: YEAR,
    },
    assignedTo: task.assignedTo,
    order: at + 1,
    basis: task.basis,
  }),
)

const documentsAsTasks = appendix.map(
  (document): Assignment => ({
    template: 'THANG',
    table: 'main',
    rowId: itemOf(document.number),
    values: {
      ma_nv: itemOf(document.number),
      ten_nv: document.title,
      vai_tro: 'chu-tri',
      co_quan_phoi_hop: document.coordinate,
      thoi_han: document.due,
    },
    assignedTo: document.assignedTo,
    order: 1000 + document.number,
    basis: document.basis,
  }),
)

const documentsOfAppendix = appendix.map(
  (document): Assignment => ({
    template: 'PL1',
    table: 'main',
    rowId: itemOf(document.number),
    values: {
      ten_van_ban: document.title,
      co_quan_chu_tri: document.lead,
      co_quan_phoi_hop: document.coordinate,
      thoi_gian_trinh: document.due,
      loai_van_ban: document.kind,
      nhiem_vu_lien_quan: orNull(document.clauses),
      ten_muc_iii: sameDocument(document.title, namedDocuments)?.title ?? null,
    },
    assignedTo: document.assignedTo,
    order: document.number,
    basis: document.basis,
  }),
)

const targetsOfAgencies = targets.map(
  (one, at): Assignment => ({
    template: 'CHITIEU',
    table: 'main',
    rowId: one.id,
    values: {
      ma: one.id,
      ten: one.name,
      loai: one.kind,
      dvt: one.unit,
      toan_tu: one.operator,
      muc_tieu: one.target,
      muc_tieu_den: one.targetMax,
      cach_tinh: one.howToCount,
    },
    assignedTo: one.assignedTo,
    order: at + 1,
    basis: one.basis,
  }),
)

/** A fixed row of the quarterly report, which the standing agency alone makes. */
const quarterly = (table: string, rowId: string, order: number, basis: string, values: Assignment['values']): Assignment => ({
  template: 'QUY',
  table,
  rowId,
  values,
  assignedTo: ['STTTT'],
  order,
  basis,
})

const entriesOf = (list: string) => lists.find((one) => one.id === list)?.entries ?? []

const MONTHS_IN_QUARTER = 3

const PLANNED: Readonly<Record<string, number | undefined>> = {
  nstw: plan.totals.nstw,
  'dau-tu-cong': plan.totals.tong_dtc,
  'chi-thuong-xuyen': plan.totals.tong_tx,
  khac: plan.totals.khac,
}

const rowsOfQuarter: Assignment[] = [
  ...entriesOf('nhom-nhiem-vu').map((entry, at) =>
    quarterly('a', `A-${entry.code}`, at + 1, 'III, Phụ lục I, II, III', { nhom: entry.code }),
  ),
  ...register.agencies
    .filter((agency) => agency.reports)
    .map((agency, at) => quarterly('b', `B-${agency.code}`, at + 1, 'VII.7.d', { co_quan: agency.code, so_ky: MONTHS_IN_QUARTER })),
  ...targets
    .filter((one) => one.assignedTo.length > 0)
    .map((one, at) =>
      quarterly('c', `C-${one.id}`, at + 1, one.basis, {
        ma: one.id,
        ten: one.name,
        loai: one.kind,
        toan_tu: one.operator,
        muc_tieu: one.target,
      }),
    ),
  ...entriesOf('nguon-von').map((entry, at) =>
    quarterly('d', `D-${entry.code}`, at + 1, 'VI', { nguon: entry.code, ke_hoach: PLANNED[entry.code] ?? null }),
  ),
  quarterly('e', 'E-1', 1, 'VII.1.a', {}),
]

export const assignments: readonly Assignment[] = v.parse(v.array(AssignmentShape), [
  ...points,
  ...documentsAsTasks,
  ...documentsOfAppendix,
  ...targetsOfAgencies,
  ...rowsOfQuarter,
])
