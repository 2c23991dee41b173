// The projects and tasks of appendices II and III as rows of the monthly report: what an agency
// listed before is reported on without being typed again (NĐ 47/2020/NĐ-CP Đ5.2), with its budget of the year.
import type { Table } from '../../../template.ts'

const named = { ma_nv: 'ma', ten_nv: 'ten', thoi_han: 'thoi_gian', kh_von: 'nc_tong' }
const lead = { vai_tro: 'chu-tri' }

export const listedProjects: Table['rows']['from'] = [
  { template: 'PL2', table: 'main', id: 'ma', values: named, fixed: lead },
  { template: 'PL3', table: 'main', id: 'ma', values: { ...named, co_quan_phoi_hop: 'phoi_hop' }, fixed: lead },
]
