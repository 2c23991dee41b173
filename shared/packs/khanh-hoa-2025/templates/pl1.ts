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
  computed,
  date,
  documentNumber,
  inferredFrom,
  kept,
  line,
  period,
  prose,
  rule,
  say,
} from '../column.ts'
import { happened, lastDay } from '../dates.ts'
import { header, legalBasis, monthly, signature, withPlan } from '../regime.ts'

const SEED = 'Kế hoạch 2044/KH-UBND, Phụ lục I'
const SENT = 'OR([@trang_thai]="Đã trình",[@trang_thai]="Đã ban hành")'
/** Sent after its due time; or its due time ended before the cut-off and it was not sent. */
const late = 'AND([@han_cuoi]<>"",IF(ISBLANK([@ngay_trinh]),[@han_cuoi]<ky.den,[@ngay_trinh]>[@han_cuoi]))'

/** The lead agency at the position, of several in the cell, is none of those that coordinate; there need not be one at it. */
const leadsAlone = (at: number) =>
  `ISERROR(SEARCH("; "&TRIM(MID(SUBSTITUTE([@co_quan_chu_tri],";",REPT(" ",500)),${500 * at + 1},500))&";","; "&[@co_quan_phoi_hop]&";"))`

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
          namesDocument: true,
          basis: SEED,
          aggregation: append,
          help: say('Không kèm dấu chấm cuối', 'Without a full stop at the end'),
          example: 'Kế hoạch chuyển đổi số năm 2025 của Sở Tư pháp',
        }),
        carried('co_quan_chu_tri', say('Cơ quan chủ trì thực hiện', 'Lead agency'), agencies, {
          required: true,
          placesIn: 'ten_van_ban',
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
          column('ngay_moc', say('Ngày mốc', 'Starting event on'), date, {
            requiredWhen: `=AND(LEFT([@thoi_gian_trinh],7)="Sau khi",${SENT})`,
            aggregation: append,
            help: say(
              'Với thời hạn “Sau khi …”: ngày việc đó xảy ra, khi đã có',
              'Where the due time is “Sau khi …” (after): the day on which that happened, once it has',
            ),
            example: '20/03/2025',
          }),
        ),
        computed(
          'han_cuoi',
          say('Ngày cuối của thời hạn', 'Last day'),
          date,
          `=${lastDay('thoi_gian_trinh', 'IF(ISBLANK([@ngay_moc]),"",[@ngay_moc])')}`,
          { help: say('Tính từ thời gian trình; quá ngày này là quá hạn', 'Follows from the due time; after it the document is overdue') },
        ),
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
        carried('ten_muc_iii', say('Tên nêu tại Mục III', 'Title in section III'), line(500), {
          basis: 'Kế hoạch 2044/KH-UBND, III',
          help: say('Tên văn bản như điểm liên quan của Mục III nêu', 'The title as the point of section III has it'),
        }),
        kept(
          column('trang_thai', say('Trạng thái', 'State'), choice('trang-thai-van-ban'), {
            help: say('Tình trạng đến ngày chốt số liệu', 'The state as of the cut-off'),
            required: true,
            aggregation: append,
            example: 'Đã trình',
          }),
        ),
        kept(
          column('ngay_trinh', say('Ngày trình', 'Submitted on'), date, {
            help: say('Khi đã trình; đến ngày chốt số liệu', 'Once submitted; up to the cut-off'),
            requiredWhen: `=${SENT}`,
            aggregation: append,
            example: '10/03/2025',
          }),
        ),
        kept(
          column('so_ky_hieu', say('Số, ký hiệu văn bản', 'Document number'), documentNumber, {
            help: say('Khi đã ban hành', 'Once issued'),
            requiredWhen: '=[@trang_thai]="Đã ban hành"',
            aggregation: append,
            example: '954/QĐ-UBND',
          }),
        ),
        kept(
          column('ngay_ban_hanh', say('Ngày ban hành', 'Issued on'), date, {
            help: say('Khi đã ban hành; không trước ngày trình', 'Once issued; not before it was submitted'),
            requiredWhen: '=[@trang_thai]="Đã ban hành"',
            aggregation: append,
            example: '11/04/2025',
          }),
        ),
        kept(
          column('ghi_chu', say('Ghi chú / nguyên nhân chậm', 'Notes / reasons for delay'), prose(1000), {
            example: 'Chờ ý kiến thẩm định của Sở Tư pháp',
            requiredWhen: `=${late}`,
            width: 34,
            aggregation: append,
            help: say('Văn bản quá hạn phải nêu nguyên nhân', 'A document that is overdue needs its reason'),
          }),
        ),
      ],
      rules: [
        rule(
          'PL1-NAM',
          'row',
          'warning',
          'thoi_gian_trinh',
          // Signed plans do have such rows (appendix I, row 2): R01 warns and never blocks.
          '=IF([@han_cuoi]="",TRUE,YEAR([@han_cuoi])=plan.nam)',
          say(
            'Thời hạn nằm ngoài năm kế hoạch. Sửa lại, hoặc giải trình nếu văn bản đã ký ghi như vậy.',
            'The due time lies outside the plan’s year. Correct it, or explain if the signed text has it so.',
          ),
          SEED,
        ),
        rule(
          'PL1-TRUOC-KH',
          'row',
          'warning',
          'thoi_gian_trinh',
          '=IF([@han_cuoi]="",TRUE,[@han_cuoi]>=plan.ngay)',
          say(
            'Thời hạn đã qua trước ngày ban hành Kế hoạch. Sửa lại, hoặc giải trình nếu văn bản đã ký ghi như vậy.',
            'The due time was over before the plan was issued. Correct it, or explain if the signed text has it so.',
          ),
          SEED,
        ),
        rule(
          'PL1-TEN-III',
          'row',
          'warning',
          'ten_van_ban',
          // "Xây dựng Chiến lược …" ends with the title that the point has.
          '=OR(ISBLANK([@ten_muc_iii]),RIGHT([@ten_van_ban],LEN([@ten_muc_iii]))=[@ten_muc_iii])',
          say(
            'Tên văn bản khác tên nêu tại Mục III (cột “Tên nêu tại Mục III”). Thống nhất hai tên, hoặc giải trình.',
            'The title differs from the one in section III (column “Title in section III”). Make them agree, or explain.',
          ),
          'Kế hoạch 2044/KH-UBND, III và Phụ lục I',
        ),
        rule(
          'PL1-DAU-CHAM',
          'row',
          'info',
          'ten_van_ban',
          '=RIGHT([@ten_van_ban],1)<>"."',
          say('Tên văn bản kết thúc bằng dấu chấm. Nên bỏ dấu chấm cuối.', 'The title ends with a full stop. It is better left out.'),
          inferredFrom('Phụ lục I'),
        ),
        rule(
          'PL1-PHOI-HOP',
          'row',
          'warning',
          'co_quan_phoi_hop',
          `=OR(ISBLANK([@co_quan_chu_tri]),AND(${[0, 1, 2, 3].map(leadsAlone).join(',')}))`,
          say(
            'Cơ quan chủ trì không đồng thời là cơ quan phối hợp. Bỏ tên cơ quan chủ trì khỏi ô này.',
            'The lead agency does not coordinate with itself. Take it out of this cell.',
          ),
          SEED,
        ),
        ...happened('PL1-TRINH', 'ngay_trinh', say('Ngày trình', 'The date of submission')),
        ...happened('PL1-BAN-HANH', 'ngay_ban_hanh', say('Ngày ban hành', 'The date of issue')),
        rule(
          'PL1-CHUA-TRINH',
          'row',
          'warning',
          'trang_thai',
          '=OR([@trang_thai]<>"Chưa trình",AND(ISBLANK([@ngay_trinh]),ISBLANK([@so_ky_hieu]),ISBLANK([@ngay_ban_hanh])))',
          say(
            'Trạng thái là Chưa trình nhưng đã có ngày trình, số ký hiệu hoặc ngày ban hành. Sửa trạng thái hoặc xóa các ô đó.',
            'The state says not yet submitted, but a date or number is there. Correct the state or clear those cells.',
          ),
          inferredFrom('Phụ lục I'),
        ),
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
          inferredFrom('Phụ lục I'),
        ),
      ],
      rows: { source: 'carried-free', max: 300, unique: [['ten_van_ban', 'co_quan_chu_tri'], ['stt']] },
    },
  ],
  signature,
}
