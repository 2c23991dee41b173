// PL1: Phụ lục I, the documents to be drafted and issued in the year, each agency
// reporting the progress of those it leads.
import type { Template } from '../../../template.ts'
import {
  agencies,
  append,
  carried,
  choice,
  clauses,
  column,
  date,
  documentNumber,
  kept,
  line,
  period,
  prose,
  rule,
  say,
} from '../column.ts'
import { header, legalBasis, monthly, signature, withPlan } from '../regime.ts'

const SEED = 'Kế hoạch 2044/KH-UBND, Phụ lục I'

export const pl1: Template = {
  code: 'PL1',
  version: 1,
  title: say(
    'Phụ lục I – Danh mục văn bản lĩnh vực CNTT, chuyển đổi số năm 2025',
    'Appendix I – Documents on IT and digital transformation, 2025',
  ),
  titleLines: [
    say('Phụ lục I', 'Appendix I'),
    say('DANH MỤC VĂN BẢN LĨNH VỰC CNTT, CHUYỂN ĐỔI SỐ NĂM {year}', 'DOCUMENTS ON IT AND DIGITAL TRANSFORMATION, {year}'),
    withPlan,
  ],
  legalBasis: legalBasis('mục III.2.b và Phụ lục I', 'mục VII.7.d'),
  grain: say(
    'Mỗi dòng là một văn bản; mục gom nhiều văn bản được thêm dòng con (19.1, 19.2 …)',
    'One row is one document; an item that gathers several may get child rows (19.1, 19.2 …)',
  ),
  regime: monthly({
    name: say('Tiến độ xây dựng, ban hành văn bản (Phụ lục I)', 'Progress of drafting and issuing documents (appendix I)'),
    content: say(
      'Tình hình trình và ban hành các văn bản được giao chủ trì tại Phụ lục I',
      'Submission and issue of the documents that the agency leads in appendix I',
    ),
    reporter: say(
      'Các cơ quan chủ trì văn bản tại Phụ lục I: sở, ban, ngành; UBND các huyện, thị xã, thành phố',
      'Agencies that lead documents of appendix I: departments and boards; district People’s Committees',
    ),
    outline: say(
      'Danh mục theo cột của Phụ lục I, thêm trạng thái, ngày trình, số ký hiệu, ngày ban hành, nguyên nhân chậm',
      'The columns of appendix I with state, dates, document number and reasons for delay',
    ),
    basis: 'III.2.b; VII.7.d',
    owedBy: ['GRP_SO_BAN_NGANH', 'GRP_UBND_HUYEN'],
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        carried('stt', say('Stt', 'No.'), { kind: 'sequence', style: 'outline' }, { required: true, basis: SEED, aggregation: append }),
        carried('ten_van_ban', say('Tên văn bản', 'Document'), line(500), {
          required: true,
          width: 48,
          basis: SEED,
          aggregation: append,
          help: say('Không kèm dấu chấm cuối', 'Without a full stop at the end'),
          example: 'Kế hoạch chuyển đổi số năm 2025 của Sở Tư pháp',
        }),
        carried('co_quan_chu_tri', say('Cơ quan chủ trì thực hiện', 'Lead agency'), agencies, {
          required: true,
          basis: SEED,
          aggregation: append,
          example: 'Sở Thông tin và Truyền thông',
        }),
        kept(
          column('co_quan_phoi_hop', say('Cơ quan phối hợp', 'Coordinating agencies'), agencies, {
            required: true,
            nilAllowed: true,
            basis: SEED,
            aggregation: append,
            help: say(
              'Nhiều cơ quan cách nhau bằng dấu chấm phẩy; ghi “-” nếu không có',
              'Several agencies are separated by semicolons; write “-” where there is none',
            ),
            example: 'Các sở, ban, ngành; UBND các huyện, thị xã, thành phố',
          }),
        ),
        carried('thoi_gian_trinh', say('Thời gian trình UBND tỉnh', 'Due to the provincial People’s Committee'), period, {
          required: true,
          basis: SEED,
          aggregation: append,
          example: 'Tháng 3/2025',
        }),
        kept(
          column('loai_van_ban', say('Loại văn bản', 'Kind of document'), choice('loai-van-ban'), {
            required: true,
            aggregation: append,
            help: say('Suy từ tên văn bản; sửa nếu chưa đúng', 'Inferred from the title; correct it where it is wrong'),
            example: 'Kế hoạch',
          }),
        ),
        kept(
          column('nhiem_vu_lien_quan', say('Căn cứ (điểm, khoản)', 'Clauses it serves'), clauses, {
            aggregation: append,
            help: say('Điểm của Mục III, IV, cách nhau bằng dấu chấm phẩy', 'Points of sections III and IV, separated by semicolons'),
            example: 'III.2.b',
          }),
        ),
        kept(
          column('trang_thai', say('Trạng thái', 'State'), choice('trang-thai-van-ban'), {
            required: true,
            aggregation: append,
            example: 'Đã trình',
          }),
        ),
        kept(
          column('ngay_trinh', say('Ngày trình', 'Submitted on'), date, {
            requiredWhen: '=OR([@trang_thai]="Đã trình",[@trang_thai]="Đã ban hành")',
            aggregation: append,
            example: '17/03/2025',
          }),
        ),
        kept(
          column('so_ky_hieu', say('Số, ký hiệu văn bản', 'Document number'), documentNumber, {
            requiredWhen: '=[@trang_thai]="Đã ban hành"',
            aggregation: append,
            example: '954/QĐ-UBND',
          }),
        ),
        kept(
          column('ngay_ban_hanh', say('Ngày ban hành', 'Issued on'), date, {
            requiredWhen: '=[@trang_thai]="Đã ban hành"',
            aggregation: append,
            example: '11/04/2025',
          }),
        ),
        kept(
          column('ghi_chu', say('Ghi chú / nguyên nhân chậm', 'Notes / reasons for delay'), prose(1000), {
            width: 34,
            aggregation: append,
            help: say('Văn bản quá hạn phải nêu nguyên nhân', 'A document that is overdue needs its reason'),
          }),
        ),
      ],
      rules: [
        rule(
          'PL1-01',
          'row',
          'error',
          'ngay_ban_hanh',
          '=OR(ISBLANK([@ngay_trinh]),ISBLANK([@ngay_ban_hanh]),[@ngay_ban_hanh]>=[@ngay_trinh])',
          say(
            'Ngày ban hành không được trước ngày trình. Kiểm tra lại hai ngày này.',
            'A document cannot be issued before it is submitted. Check both dates.',
          ),
        ),
      ],
      rows: { source: 'carried-free', max: 300, unique: [['ten_van_ban', 'co_quan_chu_tri']] },
    },
  ],
  signature,
}
