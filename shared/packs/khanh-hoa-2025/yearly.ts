// The yearly reports that the plan orders without giving them a form. They are kept as
// regimes, so that an admin who makes the form finds everything NĐ 09/2019/NĐ-CP Đ11.2 asks for.
import type { Regime } from '../../template.ts'
import { say } from './column.ts'
import { yearly } from './regime.ts'

export const yearlyReports: readonly Regime[] = [
  yearly(20, {
    name: say(
      'Báo cáo kết quả kiểm tra, đánh giá tuân thủ quy định bảo đảm ATTT mạng',
      'Report on compliance with the rules of network information security',
    ),
    content: say(
      'Kết quả kiểm tra, đánh giá tuân thủ trong phạm vi quản lý, tối thiểu 01 lần/năm',
      'Results of checking compliance within the agency’s remit, at least once a year',
    ),
    outline: say('Phạm vi, thời gian, kết quả, tồn tại, biện pháp khắc phục', 'Scope, time, results, shortcomings, remedies'),
    basis: 'III.6.d',
  }),
  yearly(31, {
    name: say('Kiểm tra, đánh giá dữ liệu định kỳ hằng năm', 'Yearly check of data'),
    content: say(
      'Kết quả tự kiểm tra, đánh giá dữ liệu của chủ quản HTTT, CSDL và kế hoạch nâng cấp nguồn dữ liệu chưa đạt',
      'Results of the owners’ own check of their data, and the plan for sources that fall short',
    ),
    reporter: say('Chủ quản các HTTT, CSDL', 'Owners of information systems and databases'),
    owedBy: ['GRP_CHU_QUAN_HTTT'],
    outline: say('Theo Điều 16 Nghị định 47/2020/NĐ-CP', 'As in article 16 of NĐ 47/2020/NĐ-CP'),
    basis: 'III.5.e; NĐ 47/2020/NĐ-CP Đ16.4',
  }),
  yearly(20, {
    name: say('Đánh giá kết quả chuyển đổi số của cơ quan, địa phương', 'Assessment of digital transformation by agency and district'),
    content: say(
      'Tự đánh giá mức độ chuyển đổi số theo hướng dẫn của Sở Thông tin và Truyền thông',
      'Self-assessment of digital transformation as guided by the Department of Information and Communications',
    ),
    outline: say('Theo bộ chỉ số của tỉnh', 'By the province’s set of indices'),
    basis: 'III.1.b; VII.1.c; VII.7.b',
  }),
]
