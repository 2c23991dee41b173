// From which columns of the monthly reports, the indicators and appendices II and III the
// quarterly report of this plan is counted (VII.1.a), and into which of its own.
import type { QuarterSource } from '../../quarter/source.ts'

const points = Array.from({ length: 10 }, (_, at) => ({ code: `iii-${at + 1}`, prefix: `III.${at + 1}.` }))

export const countedFrom = {
  tasks: {
    ...{ template: 'THANG', table: 'main', code: 'ma_nv', name: 'ten_nv', role: 'vai_tro', lead: 'chu-tri' },
    ...{ lastDay: 'han_cuoi', state: 'trang_thai', documentDate: 'sp_ngay' },
    ...{ paidBefore: 'gn_lk_truoc', paid: 'gn_ky', paidSoFar: 'gn_lk' },
    states: {
      'chua-trien-khai': 'idle',
      'dang-thuc-hien': 'going',
      'hoan-thanh': 'done',
      'tam-dung': 'stopped',
      'khong-thuc-hien': 'stopped',
      'thuong-xuyen': 'recurring',
    },
    // The same words in section III and in section IV.
    same: [
      ['IV.1.c', 'III.1.a'],
      ['IV.1.d', 'III.1.b'],
    ],
  },
  groups: [
    ...points,
    { code: 'pl-1', prefix: 'PL1-' },
    { code: 'pl-2', prefix: 'PL2-', projects: 'PL2' },
    { code: 'pl-3', prefix: 'PL3-', projects: 'PL3' },
  ],
  // Section VI has public investment and current expenditure, and neither central budget nor other funds.
  projects: [
    {
      ...{ template: 'PL2', table: 'main', code: 'ma', name: 'ten', prefix: 'PL2-', otherwise: 'dau-tu-cong' },
      needs: [
        { field: 'nc_dtc', source: 'dau-tu-cong' },
        { field: 'nc_tx', source: 'chi-thuong-xuyen' },
        { field: 'nc_nstw', source: 'nstw' },
        { field: 'nc_khac', source: 'khac' },
      ],
    },
    {
      ...{ template: 'PL3', table: 'main', code: 'ma', name: 'ten', prefix: 'PL3-', otherwise: 'chi-thuong-xuyen' },
      needs: [
        { field: 'nc_tx', source: 'chi-thuong-xuyen' },
        { field: 'nc_nstw', source: 'nstw' },
        { field: 'nc_khac', source: 'khac' },
      ],
    },
  ],
  indicators: {
    ...{ template: 'CHITIEU', table: 'main', code: 'ma', applies: 'ap_dung', yes: 'co', kind: 'loai', rate: 'ty-le', operator: 'toan_tu' },
    ...{ above: 'tren', atMost: 'den', exactly: 'bang' },
    ...{ numerator: 'tu_so', denominator: 'mau_so', result: 'ket_qua_nhap', met: 'dat', isMet: 'dat', isNotMet: 'chua-dat' },
  },
  plannedTotal: 'tong',
  plannedParts: ['tong_dtc', 'tong_tx', 'nstw', 'khac'],
  into: {
    counts: {
      ...{ total: 'tong', doneOnTime: 'ht_dung', doneLate: 'ht_tre', going: 'dang', overdue: 'qua_han', idle: 'chua', stopped: 'dung' },
      share: 'ty_le',
    },
    groups: { table: 'a', group: 'nhom' },
    agencies: {
      ...{ table: 'b', agency: 'co_quan', due: 'so_ky', onTime: 'dung_han', late: 'tre', missing: 'khong', rank: 'xep', prefix: 'nv_' },
    },
    indicators: {
      ...{
        table: 'c',
        code: 'ma',
        name: 'ten',
        result: 'ket_qua',
        reported: 'so_bao_cao',
        owed: 'so_phai_bao_cao',
        met: 'dat',
        note: 'ghi_chu',
      },
      target: 'muc_tieu',
    },
    money: {
      ...{ table: 'd', source: 'nguon', planned: 'ke_hoach', before: 'gn_lk_truoc', paid: 'gn_quy', paidSoFar: 'gn_lk', share: 'ty_le' },
    },
  },
} satisfies QuarterSource
