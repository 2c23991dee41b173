// VUONGMAC: an obstacle reported when it arises (VII, last paragraph), to be gathered by
// the standing agency and put to the People's Committee of the province.
import type { Template } from '../../../template.ts'
import { agency, append, choice, column, computed, date, line, prose, rule, say } from '../column.ts'
import { adHoc, headerWithoutWindow, legalBasis, signature } from '../regime.ts'
import { knownPoint, namesTask } from './task-code.ts'

const SEED = 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'

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
        column('noi_dung', say('Nội dung vướng mắc', 'Obstacle'), prose(2000, 20), {
          help: say('Điều đang cản trở, từ khi nào', 'What stands in the way, and since when'),
          example: 'Phần mềm dùng chung chưa kết nối được với hệ thống của bộ',
          required: true,
          width: 50,
          aggregation: append,
          basis: SEED,
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
        column('de_xuat', say('Đề xuất', 'Proposal'), prose(2000, 10), {
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
      rules: [
        knownPoint('VUONGMAC'),
        namesTask('VUONGMAC'),
        rule(
          'VUONGMAC-THAM-QUYEN',
          'row',
          'warning',
          'tham_quyen',
          '=[@tham_quyen]<>ky.don_vi',
          say(
            'Cơ quan báo cáo tự có thẩm quyền thì không phải vướng mắc cần xin ý kiến. Ghi cơ quan cần xử lý, hoặc giải trình.',
            'What the reporting agency can decide itself needs no report. Name the agency that should act, or explain.',
          ),
          SEED,
        ),
        rule(
          'VUONGMAC-DE-XUAT',
          'row',
          'warning',
          'de_xuat',
          '=[@de_xuat]<>[@noi_dung]',
          say(
            'Đề xuất chép lại nguyên văn vướng mắc. Ghi việc cơ quan đề nghị làm để gỡ vướng, hoặc giải trình.',
            'The proposal repeats the obstacle word for word. Write what should be done about it, or explain.',
          ),
          SEED,
        ),
        rule(
          'VUONGMAC-KHAN',
          'row',
          'warning',
          'han',
          '=OR([@muc_do]<>"Khẩn",NOT(ISBLANK([@han])))',
          say(
            'Vướng mắc Khẩn cần ngày đề nghị xử lý trước. Nhập ngày, hoặc giải trình vì sao chưa ấn định được.',
            'An urgent obstacle needs a day by which to act. Type it, or explain why none can be named.',
          ),
          SEED,
        ),
        rule(
          'VUONGMAC-HAN',
          'row',
          'error',
          'han',
          '=OR(ISBLANK([@han]),[@han]>=plan.ngay)',
          say(
            'Ngày đề nghị xử lý trước ngày ban hành Kế hoạch. Kiểm tra lại ngày, tháng, năm.',
            'The day lies before the plan was issued. Check day, month and year.',
          ),
          SEED,
        ),
        rule(
          'VUONGMAC-NAM',
          'row',
          'warning',
          'han',
          '=OR(ISBLANK([@han]),YEAR([@han])<=plan.nam)',
          say(
            'Ngày đề nghị xử lý sau năm kế hoạch, khi nhiệm vụ đã phải xong. Sửa lại hoặc giải trình.',
            'The day lies after the plan’s year, when the task has to be done. Correct it or explain.',
          ),
          SEED,
        ),
      ],
      rows: { source: 'free', max: 50, unique: [['ma_nv', 'noi_dung']] },
    },
  ],
  signature,
}
