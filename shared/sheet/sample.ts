// A small made-up template with every kind of cell that matters to sheets, for
// the tests of sheets and files. No part of any plan.

import type { Register } from '../agency.ts'
import type { Obligation } from '../obligation.ts'
import type { Plan } from '../plan.ts'
import type { Field, Table, Template } from '../template.ts'

const both = (vi: string) => ({ vi, en: vi })

const field = (key: string, title: string, type: Field['type'], change: Partial<Field> = {}): Field => ({
  key,
  title: both(title),
  type,
  source: 'input',
  required: false,
  nilAllowed: false,
  width: 14,
  ...change,
})

const money = (key: string, title: string, change: Partial<Field> = {}): Field =>
  field(
    key,
    title,
    { kind: 'money', unit: 'trieu', min: 0 },
    { group: [both('Nhu cầu vốn năm 2025')], aggregation: { by: 'sum' }, ...change },
  )

export const sampleTable = (change: Partial<Table> = {}): Table => ({
  key: 'main',
  fields: [
    field('stt', 'STT', { kind: 'sequence', style: 'number' }, { width: 6, source: 'carried' }),
    field('ten', 'Tên nhiệm vụ', { kind: 'text', maxLength: 500, multiline: true }, { width: 40, source: 'carried', required: true }),
    field('ngay', 'Ngày ban hành', { kind: 'date' }, { nilAllowed: true }),
    field('han', 'Thời hạn', { kind: 'period' }),
    field('co_quan', 'Cơ quan chủ trì', { kind: 'agency' }, { width: 26 }),
    field('trang_thai', 'Trạng thái', { kind: 'choice', list: 'trang-thai' }, { nilAllowed: true }),
    money('von', 'Kế hoạch', { nilAllowed: true }),
    money('gn', 'Giải ngân'),
    field(
      'ty_le',
      'Tỷ lệ giải ngân (%)',
      { kind: 'percent', places: 2 },
      {
        source: 'computed',
        formula: '=[@gn]/[@von]*100',
        aggregation: { by: 'rate', numerator: 'gn', denominator: 'von' },
      },
    ),
    field('hoan_thanh', '% hoàn thành', { kind: 'percent', places: 0, min: 0, max: 100 }),
    field('dung_han', 'Đúng hạn', { kind: 'yes-no' }),
    field(
      'ghi_chu',
      'Ghi chú',
      { kind: 'text', maxLength: 1000 },
      { width: 24, help: both('Khó khăn, vướng mắc nếu có.'), example: 'Chờ thẩm định' },
    ),
  ],
  rules: [],
  rows: { source: 'carried-free', max: 200, unique: [] },
  ...change,
})

const said = both('Thử nghiệm')

export const sampleTemplate = (change: Partial<Template> = {}): Template => ({
  code: 'THU',
  version: 3,
  title: both('Báo cáo thử'),
  titleLines: [both('Phụ lục thử'), both('Báo cáo thử nghiệm {period}, năm {year}')],
  legalBasis: [],
  grain: said,
  regime: {
    name: said,
    content: said,
    reporter: said,
    receiver: said,
    channel: said,
    frequency: 'month',
    deadline: said,
    dataWindow: said,
    outline: said,
    guidance: said,
    basis: 'Thử nghiệm',
    owedBy: ['A'],
    dates: { cutOffDay: 14, dueDay: 20, dueInclusive: false, lockAfterDays: 30 },
  },
  header: [
    { key: 'don_vi', title: both('Đơn vị báo cáo'), type: { kind: 'agency' }, source: 'carried', required: true },
    { key: 'nguoi_lap', title: both('Người lập biểu'), type: { kind: 'text', maxLength: 100 }, source: 'input', required: true },
    { key: 'ngay_chot', title: both('Ngày chốt số liệu'), type: { kind: 'date' }, source: 'input', required: false },
  ],
  tables: [sampleTable()],
  signature: { preparer: both('Người lập biểu'), signer: both('Thủ trưởng đơn vị') },
  ...change,
})

const agency = (code: string, name: string): Register['agencies'][number] => ({
  code,
  name,
  abbreviation: null,
  aliases: [],
  kind: 'sở',
  reports: true,
  validFrom: null,
  validTo: null,
  successors: [],
  origin: 'seed',
})

export const sampleRegister: Register = {
  agencies: [agency('A', 'Sở Thông tin và Truyền thông'), agency('B', 'UBND huyện Diên Khánh')],
  groups: [],
}

export const samplePlan: Plan = {
  id: 'thu',
  number: '2044/KH-UBND',
  title: both('Kế hoạch thử'),
  year: 2025,
  issuedOn: '2025-02-20',
  province: 'tỉnh Khánh Hòa',
  totals: { tong: 477_330_000_000 },
  clauses: [],
  lists: [
    {
      id: 'trang-thai',
      entries: [
        { code: 'xong', label: both('Hoàn thành') },
        { code: 'dang', label: both('Đang thực hiện, đúng tiến độ') },
      ],
    },
  ],
}

export const sampleObligation: Obligation = {
  id: 'THU.2025-03.A',
  template: 'THU',
  version: 3,
  period: '2025-03',
  agency: 'A',
  dates: {
    windowFrom: '2025-02-15',
    windowTo: '2025-03-14',
    opensAt: '2025-03-14T17:00:00.000Z',
    dueAt: '2025-03-19T17:00:00.000Z',
    locksAt: '2025-04-18T17:00:00.000Z',
  },
}
