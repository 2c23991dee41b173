// Plan 2044/KH-UBND as the checks need it: its clauses in order, the control totals
// of section VI and the code lists.
import type { Plan } from '../../plan.ts'
import { lists, listTitles } from './lists.ts'
import { PLAN_NUMBER } from './regime.ts'
import { namedDocuments, taskCodes, tasks } from './tasks.ts'

export const plan: Plan = {
  id: 'khanh-hoa-2025',
  number: PLAN_NUMBER,
  title: {
    vi: 'Kế hoạch chuyển đổi số tỉnh Khánh Hòa năm 2025',
    en: 'Digital transformation plan of Khánh Hòa province, 2025',
  },
  year: 2025,
  issuedOn: '2025-02-20',
  province: 'Khánh Hòa',
  // Section VI, in đồng: 0 + 477.330 + 0 = 477.330 triệu; 322.799 + 154.531 = 477.330 triệu.
  totals: {
    tong: 477_330_000_000,
    nstw: 0,
    nsdp: 477_330_000_000,
    tong_dtc: 322_799_000_000,
    tong_tx: 154_531_000_000,
    khac: 0,
    // NĐ 73/2019/NĐ-CP Đ51, as in force on the plan's date: above 200 triệu an outline and detailed estimate,
    // above 15 tỷ a project.
    nguong_mua_sam: 200_000_000,
    nguong_du_an: 15_000_000_000,
  },
  totalTitles: {
    tong: { vi: 'Tổng kinh phí của kế hoạch', en: 'Total of the plan' },
    nstw: { vi: 'Ngân sách trung ương', en: 'Central budget' },
    nsdp: { vi: 'Ngân sách địa phương', en: 'Local budget' },
    tong_dtc: { vi: 'Vốn đầu tư công', en: 'Public investment' },
    tong_tx: { vi: 'Chi thường xuyên', en: 'Recurrent expenditure' },
    khac: { vi: 'Nguồn vốn khác', en: 'Other sources' },
    nguong_mua_sam: { vi: 'Ngưỡng phải lập đề cương và dự toán', en: 'Threshold for an outline and estimate' },
    nguong_du_an: { vi: 'Ngưỡng phải lập dự án', en: 'Threshold for a project' },
  },
  clauses: tasks.map((task) => task.clause),
  lists: [...lists, taskCodes],
  listTitles,
  documents: namedDocuments,
}
