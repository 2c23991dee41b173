// THANG: the monthly progress of every task an agency was given (VII.7.d), from the
// points of section III, its documents of appendix I and what was assigned otherwise.
import type { Template } from '../../../template.ts'
import {
  agencies,
  agency,
  append,
  carried,
  choice,
  column,
  computed,
  date,
  documentNumber,
  inferredFrom,
  line,
  money,
  period,
  prose,
  rule,
  say,
  signedMoney,
  sum,
  under,
} from '../column.ts'
import { happened, lastDay } from '../dates.ts'
import { header, legalBasis, monthly, ofPeriod, signature } from '../regime.ts'
import { listedProjects } from './listed-projects.ts'
import { knownPoint } from './task-code.ts'

const SEED_ROLES = 'Kế hoạch 2044/KH-UBND, VII'
const SEED_OBSTACLES = 'Kế hoạch 2044/KH-UBND, VII đoạn cuối'
const tookTooLong = 'AND([@han_cuoi]<>"",[@han_cuoi]<ky.den,[@trang_thai]<>"Hoàn thành",[@trang_thai]<>"Thường xuyên")'
/** Overdue: the due time ended before the cut-off of the period, and the task is neither completed nor recurring. */
const stuck = `OR([@trang_thai]="Tạm dừng",${tookTooLong})`
const progress = { kind: 'percent', places: 0, min: 0, max: 100 } as const

export const thang: Template = {
  code: 'THANG',
  version: 1,
  title: say('Báo cáo tiến độ tháng', 'Monthly progress report'),
  titleLines: [
    say(
      'BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH KHÁNH HÒA NĂM {year}',
      'PROGRESS REPORT ON THE DIGITAL TRANSFORMATION PLAN OF KHÁNH HÒA, {year}',
    ),
    ofPeriod,
  ],
  legalBasis: legalBasis('mục VII.7.d'),
  grain: say('Mỗi dòng là một nhiệm vụ được giao cho cơ quan', 'One row is one task given to the agency'),
  regime: monthly({
    name: say('Báo cáo kết quả triển khai Kế hoạch', 'Report on carrying out the plan'),
    content: say(
      'Tình trạng, tỷ lệ hoàn thành, kết quả trong kỳ, giải ngân, khó khăn, kiến nghị và nhiệm vụ kỳ tới của từng nhiệm vụ được giao',
      'State, completion, results, disbursement, obstacles, proposals and next steps of every task given',
    ),
    outline: say('Danh mục nhiệm vụ theo các cột của biểu', 'The list of tasks in the columns of the form'),
    basis: 'VII.7.d',
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        carried('stt', say('TT', 'No.'), { kind: 'sequence', style: 'number' }, { aggregation: append }),
        carried('ma_nv', say('Mã nhiệm vụ', 'Task code'), line(60), {
          width: 12,
          aggregation: append,
          help: say(
            'Điểm của Kế hoạch, mục Phụ lục I, mã dự án, hoặc số văn bản giao',
            'Point of the plan, item of appendix I, project code, or number of the document that gave it',
          ),
          example: 'III.3.d',
        }),
        carried('ten_nv', say('Nội dung nhiệm vụ', 'Task'), prose(2000), { required: true, width: 70, aggregation: append }),
        carried('vai_tro', say('Vai trò', 'Role'), choice('vai-tro'), {
          required: true,
          width: 10,
          aggregation: append,
          basis: SEED_ROLES,
          example: 'Chủ trì',
        }),
        carried('co_quan_phoi_hop', say('Cơ quan phối hợp', 'Coordinating agencies'), agencies, {
          nilAllowed: true,
          aggregation: append,
          basis: SEED_ROLES,
        }),
        carried('thoi_han', say('Thời hạn', 'Due'), period, { aggregation: append, example: 'Tháng 6/2025' }),
        computed('han_cuoi', say('Ngày cuối của thời hạn', 'Last day'), date, `=${lastDay('thoi_han')}`, {
          help: say('Tính từ Thời hạn; quá ngày này là quá hạn', 'Follows from the due time; after it the task is overdue'),
        }),
        column('trang_thai', say('Tình trạng', 'State'), choice('tinh-trang'), {
          help: say('Quá hạn do hệ thống tính từ Thời hạn', 'Whether it is overdue follows from the due time'),
          required: true,
          aggregation: append,
          example: 'Đang thực hiện',
        }),
        carried('ty_le_truoc', say('% hoàn thành kỳ trước', 'Completed last period, %'), progress, { carryFrom: 'ty_le' }),
        column('ty_le', say('% hoàn thành lũy kế', 'Completed so far, %'), progress, {
          required: true,
          aggregation: append,
          help: say('Số từ 0 đến 100', 'A number from 0 to 100'),
          example: '60',
        }),
        carried('ket_qua_truoc', say('Kết quả kỳ trước', 'Results of last period'), prose(2000), { carryFrom: 'ket_qua' }),
        column('ket_qua', say('Kết quả trong kỳ', 'Results of the period'), prose(2000, 20), {
          requiredWhen: '=[@trang_thai]<>"Chưa triển khai"',
          width: 44,
          aggregation: append,
          help: say('Ít nhất 20 ký tự: việc đã làm, sản phẩm, số liệu', 'At least 20 characters: what was done, products, figures'),
          example: 'Đã trình UBND tỉnh dự thảo Kế hoạch tại Tờ trình 512/TTr-STTTT',
        }),
        ...under(say('Văn bản/sản phẩm', 'Document / product'), [
          column('sp_so', say('Số ký hiệu', 'Number'), documentNumber, {
            requiredWhen: '=[@trang_thai]="Hoàn thành"',
            nilAllowed: true,
            aggregation: append,
            help: say('Khi hoàn thành; ghi “-” nếu nhiệm vụ không ra văn bản', 'Once completed; “-” where the task yields no document'),
            example: '954/QĐ-UBND',
          }),
          column('sp_ngay', say('Ngày', 'Date'), date, {
            help: say('Ngày ký văn bản; đến ngày chốt số liệu', 'The day it was signed; up to the cut-off'),
            requiredWhen: '=AND(NOT(ISBLANK([@sp_so])),[@sp_so]<>"-")',
            aggregation: append,
            example: '11/04/2025',
          }),
          column(
            'sp_link',
            say('Liên kết', 'Link'),
            { kind: 'url' },
            {
              help: say('Địa chỉ bắt đầu bằng https:// nơi xem được', 'An address beginning with https:// where it can be seen'),
              aggregation: append,
              example: 'https://vanban.khanhhoa.gov.vn/954-qd-ubnd',
            },
          ),
        ]),
        carried('kh_von', say('Kế hoạch vốn năm', 'Budget of the year'), money, {
          aggregation: sum,
          help: say('Triệu đồng, theo Phụ lục II, III', 'Million đồng, from appendices II and III'),
        }),
        carried('gn_lk_truoc', say('Lũy kế giải ngân kỳ trước', 'Disbursed up to last period'), signedMoney, {
          carryFrom: 'gn_lk',
          aggregation: sum,
        }),
        column('gn_ky', say('Giải ngân trong kỳ', 'Disbursed in the period'), signedMoney, {
          example: '1.250',
          requiredWhen: '=[@kh_von]>0',
          aggregation: sum,
          help: say('Triệu đồng; nhiệm vụ không có vốn thì để trống', 'Million đồng; blank where the task has no budget'),
        }),
        computed(
          'gn_lk',
          say('Lũy kế giải ngân', 'Disbursed so far'),
          signedMoney,
          '=IF(AND(ISBLANK([@gn_lk_truoc]),ISBLANK([@gn_ky])),"",[@gn_lk_truoc]+[@gn_ky])',
          { aggregation: sum },
        ),
        column('kho_khan', say('Khó khăn, vướng mắc', 'Obstacles'), prose(2000), {
          example: 'Chưa chọn được nhà thầu do phải điều chỉnh hồ sơ mời thầu',
          requiredWhen: `=${stuck}`,
          nilAllowed: true,
          width: 34,
          aggregation: append,
          basis: SEED_OBSTACLES,
          help: say(
            'Bắt buộc khi quá hạn hoặc tạm dừng; ghi “-” nếu không có',
            'Needed when overdue or suspended; “-” where there is none',
          ),
        }),
        ...under(say('Nguyên nhân', 'Cause'), [
          column('nguyen_nhan', say('Nhóm nguyên nhân', 'Kind of cause'), choice('nguyen-nhan'), {
            requiredWhen: `=${stuck}`,
            help: say('Bắt buộc khi quá hạn hoặc tạm dừng', 'Needed when overdue or suspended'),
            aggregation: append,
            example: 'Đấu thầu',
          }),
          column('nguyen_nhan_ro', say('Nói rõ', 'In detail'), prose(1000), {
            help: say('Bắt buộc khi chọn Khác', 'Needed where the kind is Other'),
            example: 'Đơn vị cung cấp dịch vụ dừng hoạt động',
            requiredWhen: '=[@nguyen_nhan]="Khác"',
            aggregation: append,
          }),
        ]),
        ...under(say('Đề xuất, kiến nghị; cơ quan xử lý', 'Proposals; who should act'), [
          column('kien_nghi', say('Đề xuất, kiến nghị', 'Proposals'), prose(1000), {
            help: say('Việc đề nghị cấp trên hoặc cơ quan khác làm', 'What is asked of others'),
            example: 'Đề nghị bổ sung kinh phí thuê dịch vụ giám sát',
            aggregation: append,
          }),
          column('kien_nghi_co_quan', say('Cơ quan xử lý', 'Who should act'), agency, {
            help: say('Cơ quan được đề nghị', 'Who is asked'),
            example: 'Sở Tài chính',
            aggregation: append,
          }),
        ]),
        column('ky_toi', say('Nhiệm vụ kỳ tới', 'Next steps'), prose(1000), {
          example: 'Trình UBND tỉnh phê duyệt trong tháng 4/2025',
          requiredWhen: '=[@trang_thai]<>"Hoàn thành"',
          nilAllowed: true,
          width: 34,
          aggregation: append,
          help: say('Bắt buộc khi chưa hoàn thành', 'Needed until the task is completed'),
        }),
      ],
      rules: [
        knownPoint('THANG'),
        rule(
          'THANG-100',
          'row',
          'error',
          'ty_le',
          '=OR(AND([@trang_thai]="Hoàn thành",[@ty_le]=100),AND([@trang_thai]<>"Hoàn thành",[@ty_le]<>100))',
          say(
            'Hoàn thành thì % hoàn thành phải là 100, và chỉ Hoàn thành mới là 100. Sửa tình trạng hoặc tỷ lệ.',
            'A completed task stands at 100 %, and only a completed one. Correct the state or the percentage.',
          ),
          inferredFrom('VII.7.d'),
        ),
        // Suspended, dropped and recurring tasks may stand at 0: only the two states that say so are held to it.
        rule(
          'THANG-0',
          'row',
          'error',
          'ty_le',
          '=IF([@trang_thai]="Chưa triển khai",[@ty_le]=0,IF([@trang_thai]="Đang thực hiện",[@ty_le]>0,TRUE))',
          say(
            'Chưa triển khai thì % hoàn thành là 0; Đang thực hiện thì lớn hơn 0. Sửa tình trạng hoặc tỷ lệ.',
            'A task not started stands at 0 %, one in progress above 0. Correct the state or the percentage.',
          ),
          inferredFrom('VII.7.d'),
        ),
        rule(
          'THANG-QUA-HAN',
          'row',
          'error',
          'kho_khan',
          `=OR(NOT(${stuck}),[@kho_khan]<>"-")`,
          say(
            'Nhiệm vụ quá hạn hoặc tạm dừng phải nêu khó khăn, vướng mắc và nguyên nhân; dấu “-” không đủ.',
            'A task that is overdue or suspended needs its obstacle and cause; “-” is not enough.',
          ),
          SEED_OBSTACLES,
        ),
        rule(
          'THANG-TRUNG',
          'row',
          'warning',
          'ket_qua',
          '=OR(ISBLANK([@ket_qua]),[@ket_qua]<>[@ket_qua_truoc])',
          say(
            'Kết quả trong kỳ giống hệt kỳ trước. Ghi việc đã làm trong kỳ này, hoặc giải trình.',
            'The results are word for word those of last period. Write what was done in this one, or explain.',
          ),
          inferredFrom('VII.7.d'),
        ),
        ...happened('THANG-SP', 'sp_ngay', say('Ngày của văn bản/sản phẩm', 'The date of the document')),
        rule(
          'THANG-GIAM',
          'row',
          'warning',
          'ty_le',
          '=OR(ISBLANK([@ty_le_truoc]),[@ty_le]>=[@ty_le_truoc])',
          say(
            'Tỷ lệ hoàn thành giảm so với kỳ trước. Sửa lại hoặc nêu lý do điều chỉnh.',
            'The percentage is lower than last period. Correct it or say why it was adjusted.',
          ),
          inferredFrom('VII.7.d'),
        ),
        rule(
          'THANG-VON',
          'row',
          'error',
          'gn_lk',
          '=OR(ISBLANK([@kh_von]),[@gn_lk]="",[@gn_lk]<=[@kh_von])',
          say(
            'Lũy kế giải ngân vượt kế hoạch vốn năm. Kiểm tra số giải ngân trong kỳ.',
            'More is disbursed than the year’s budget. Check the amount of the period.',
          ),
          inferredFrom('VII.7.d'),
        ),
        rule(
          'THANG-AM',
          'row',
          'warning',
          'gn_ky',
          '=[@gn_ky]>=0',
          say(
            'Giải ngân trong kỳ là số âm: chỉ dùng khi điều chỉnh. Sửa lại hoặc giải trình.',
            'The amount of the period is negative: only for a correction. Correct it or explain.',
          ),
          inferredFrom('VII.7.d'),
        ),
      ],
      rows: { source: 'carried-free', max: 400, from: listedProjects, unique: [['ma_nv', 'ten_nv']] },
    },
  ],
  signature,
}
