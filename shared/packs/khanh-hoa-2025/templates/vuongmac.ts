// VUONGMAC: an obstacle reported when it arises (VII, last paragraph), to be gathered by
// the standing agency and put to the People's Committee of the province.
import type { Template } from '../../../template.ts'
import { agency, append, choice, column, computed, date, line, prose, say } from '../column.ts'
import { adHoc, headerWithoutWindow, legalBasis, signature } from '../regime.ts'

export const vuongmac: Template = {
  code: 'VUONGMAC',
  version: 1,
  title: say('Phiếu vướng mắc đột xuất', 'Obstacle report'),
  titleLines: [
    say('PHIẾU BÁO CÁO TỒN TẠI, VƯỚNG MẮC PHÁT SINH', 'REPORT ON OBSTACLES THAT AROSE'),
    say('trong thực hiện Kế hoạch chuyển đổi số năm {year}', 'in carrying out the digital transformation plan of {year}'),
  ],
  legalBasis: legalBasis('mục VII, đoạn cuối'),
  grain: say('Mỗi dòng là một vướng mắc', 'One row is one obstacle'),
  regime: adHoc({
    name: say('Báo cáo tồn tại, phát sinh vướng mắc', 'Report on obstacles that arise'),
    content: say(
      'Nhiệm vụ, nội dung vướng mắc, mức độ, cơ quan có thẩm quyền, đề xuất xử lý',
      'The task, the obstacle, how urgent it is, who can decide, what is proposed',
    ),
    outline: say('Phiếu theo các cột của biểu', 'The columns of the form'),
    basis: 'VII đoạn cuối',
  }),
  header: headerWithoutWindow,
  tables: [
    {
      key: 'main',
      fields: [
        column('ma_nv', say('Nhiệm vụ', 'Task'), line(60), {
          required: true,
          aggregation: append,
          help: say('Điểm của Kế hoạch, mục Phụ lục I hoặc mã dự án', 'Point of the plan, item of appendix I, or project code'),
          example: 'III.5.c',
        }),
        column('noi_dung', say('Nội dung vướng mắc', 'Obstacle'), prose(2000), {
          help: say('Điều đang cản trở, từ khi nào', 'What stands in the way, and since when'),
          example: 'Phần mềm dùng chung chưa kết nối được với hệ thống của bộ',
          required: true,
          width: 50,
          aggregation: append,
          basis: 'Kế hoạch 2044/KH-UBND, VII đoạn cuối',
        }),
        column('muc_do', say('Mức độ', 'Urgency'), choice('muc-do'), {
          help: say('Khẩn khi nhiệm vụ có nguy cơ quá hạn', 'Urgent where the task may become overdue'),
          required: true,
          width: 10,
          aggregation: append,
          example: 'Thường',
        }),
        column('tham_quyen', say('Cơ quan có thẩm quyền', 'Who can decide'), agency, {
          help: say('Cơ quan có quyền xử lý', 'The agency that can settle it'),
          required: true,
          aggregation: append,
          example: 'UBND tỉnh Khánh Hòa',
        }),
        column('de_xuat', say('Đề xuất', 'Proposal'), prose(2000), {
          help: say('Cách xử lý mà cơ quan đề nghị', 'What the agency proposes'),
          example: 'Đề nghị Bộ cung cấp tài liệu kết nối',
          required: true,
          width: 40,
          aggregation: append,
        }),
        column('han', say('Đề nghị xử lý trước', 'Please act before'), date, {
          help: say('Nếu cần trước một ngày nhất định', 'Where it is needed by a certain day'),
          aggregation: append,
          example: '30/04/2025',
        }),
        computed('trang_thai', say('Trạng thái xử lý', 'Handling'), choice('xu-ly'), '=IF(ISBLANK([@noi_dung]),"","Mới")', {
          aggregation: append,
          help: say('Hệ thống ghi: mới khi báo cáo', 'Set by the system: new when reported'),
        }),
      ],
      rules: [],
      rows: { source: 'free', max: 50, unique: [['ma_nv', 'noi_dung']] },
    },
  ],
  signature,
}
