// Columns and rules that appendix II (projects) and appendix III (tasks) really share:
// what a row is called, who owns it, its security budget and what it serves in the plan.
import type { Field, Rule } from '../../../template.ts'
import { agency, append, carried, choice, clauses, column, kept, line, money, prose, rule, say, sum } from '../column.ts'

export const SEED_BUDGET = 'Kế hoạch 2044/KH-UBND, VI'
const SEED_SECURITY = 'Kế hoạch 2044/KH-UBND, III.6.b'

export const identity = (template: string): Field[] => [
  kept(
    column(
      'stt',
      say('TT', 'No.'),
      { kind: 'sequence', style: 'outline' },
      {
        required: true,
        aggregation: append,
        help: say('I, II → 1, 2 → 1.1', 'I, II → 1, 2 → 1.1'),
        example: '1',
      },
    ),
  ),
  carried('ma', say('Mã dự án/nhiệm vụ', 'Code'), line(40), {
    carryFrom: 'ma',
    rowCode: template,
    width: 14,
    aggregation: append,
    help: say(
      'Hệ thống cấp khi nộp, hiện ở biểu kỳ sau, không đổi qua các kỳ',
      'Given by the system when the form is sent, shown in the next one, the same in all periods',
    ),
  }),
  kept(
    column('ten', say('Tên dự án / nhiệm vụ', 'Project / task'), prose(500), {
      help: say('Tên đầy đủ như trong quyết định hoặc dự toán', 'The full name as in the decision or the estimate'),
      example: 'Nâng cấp Trung tâm dữ liệu tỉnh Khánh Hòa',
      required: true,
      width: 44,
      aggregation: append,
    }),
  ),
  kept(
    column('chu_dau_tu', say('Chủ đầu tư / đơn vị chủ trì', 'Owner / lead unit'), agency, {
      required: true,
      aggregation: append,
      basis: 'NĐ 73/2019/NĐ-CP Đ8',
      help: say('Một cơ quan, không ghi tên nhóm', 'One agency, not the name of a group'),
      example: 'Sở Thông tin và Truyền thông',
    }),
  ),
]

export const field = kept(
  column('tru_cot', say('Lĩnh vực', 'Field'), choice('linh-vuc'), {
    help: say('Khoản của Mục III mà nội dung này phục vụ', 'The group of section III that it serves'),
    required: true,
    aggregation: append,
    basis: 'Kế hoạch 2044/KH-UBND, III',
    example: 'Hạ tầng',
  }),
)

export const purpose = kept(
  column('muc_tieu', say('Mục tiêu', 'Purpose'), prose(1000), {
    help: say('Kết quả cần đạt, đo được nếu có thể', 'What is to be achieved, measurable where possible'),
    example: 'Bảo đảm hạ tầng cho 100% dịch vụ công trực tuyến',
    required: true,
    width: 34,
    aggregation: append,
    basis: 'NĐ 224/2026/NĐ-CP Đ50.7a',
  }),
)

/** A required amount that opens with last period's, blank never standing for 0. */
export const amount = (key: string, vi: string, en: string, basis?: string, rest: Partial<Field> = {}): Field =>
  kept(
    column(key, say(vi, en), money, {
      required: true,
      aggregation: sum,
      example: '1.250',
      help: say('Triệu đồng; ghi 0 nếu không có', 'Million đồng; write 0 where there is none'),
      ...(basis === undefined ? {} : { basis }),
      ...rest,
    }),
  )

export const security: Field[] = [
  amount('kp_attt', 'Trong đó kinh phí ATTT', 'Of which information security', SEED_SECURITY),
  kept(
    column('ly_do_mien_attt', say('Lý do kinh phí ATTT dưới 10%', 'Reason for less than 10 % on security'), prose(500, 10), {
      example: 'Đã thuê dịch vụ giám sát SOC chuyên biệt năm 2025',
      width: 28,
      aggregation: append,
      basis: SEED_SECURITY,
      help: say(
        'Chỉ điền khi đã có hệ thống kỹ thuật hoặc đã thuê dịch vụ bảo đảm ATTT chuyên biệt',
        'Only where technical systems exist or a dedicated security service is already hired',
      ),
    }),
  ),
]

export const place: Field[] = [
  kept(
    column('nhom_uu_tien', say('Nhóm ưu tiên', 'Priority group'), choice('nhom-uu-tien'), {
      help: say('01, 02 theo IV.5.a của Kế hoạch; còn lại là 03', '01 and 02 as in IV.5.a of the plan; the rest is 03'),
      required: true,
      width: 9,
      aggregation: append,
      basis: 'Kế hoạch 2044/KH-UBND, IV.5.a',
      example: '01',
    }),
  ),
  kept(
    column('nhiem_vu', say('Nhiệm vụ Mục III liên quan', 'Points of section III it serves'), clauses, {
      required: true,
      aggregation: append,
      help: say('Một hoặc nhiều điểm, cách nhau bằng dấu chấm phẩy', 'One or more points, separated by semicolons'),
      example: 'III.3.d; III.6.c',
    }),
  ),
  kept(
    column('ghi_chu', say('Ghi chú', 'Notes'), prose(1000), {
      help: say('Điều người đọc cần biết thêm', 'What else the reader needs to know'),
      example: 'Phân kỳ đầu tư hai năm',
      aggregation: append,
    }),
  ),
]

/** What both appendices demand of any row: NĐ 73/2019/NĐ-CP Đ8 for the owner, section VI for the central budget. */
export const sharedRules = (template: string): Rule[] => [
  rule(
    `${template}-CHU-DAU-TU`,
    'row',
    'warning',
    'chu_dau_tu',
    '=[@chu_dau_tu]=ky.don_vi',
    say(
      'Chủ đầu tư/đơn vị chủ trì khác cơ quan nộp báo cáo. Sửa lại, hoặc giải trình nếu là đơn vị trực thuộc.',
      'The owner is not the agency that reports. Correct it, or explain if it is a unit under it.',
    ),
    'NĐ 73/2019/NĐ-CP Đ8',
  ),
  rule(
    `${template}-NSTW`,
    'row',
    'warning',
    'nc_nstw',
    '=[@nc_nstw]<=plan.nstw',
    say(
      'Nhiều hơn ngân sách Trung ương ghi tại Mục VI của Kế hoạch. Sửa lại hoặc giải trình.',
      'More than section VI of the plan has from the central budget. Correct it or explain.',
    ),
    SEED_BUDGET,
  ),
  rule(
    `${template}-KHAC`,
    'row',
    'info',
    'nc_khac',
    '=[@nc_khac]<=plan.khac',
    say('Mục VI của Kế hoạch không ghi vốn khác. Kiểm tra lại nguồn vốn.', 'Section VI of the plan has no other funds. Check the source.'),
    SEED_BUDGET,
  ),
  rule(
    `${template}-MUC-III`,
    'row',
    'warning',
    'nhiem_vu',
    '=ISERROR(SEARCH("IV.",[@nhiem_vu]))',
    say(
      'Cột này ghi nhiệm vụ của Mục III; điểm thuộc Mục IV là giải pháp. Chọn điểm của Mục III.',
      'This column takes points of section III; those of section IV are means. Choose a point of section III.',
    ),
    'Kế hoạch 2044/KH-UBND, III',
  ),
]

export const securityRules = (template: string): Rule[] => [
  rule(
    `${template}-ATTT-MAX`,
    'row',
    'error',
    'kp_attt',
    '=[@kp_attt]<=[@nc_tong]',
    say(
      'Kinh phí ATTT lớn hơn tổng nhu cầu vốn năm của dòng này. Kiểm tra lại hai số.',
      'The security budget exceeds the year’s total of this row. Check both amounts.',
    ),
    SEED_SECURITY,
  ),
  rule(
    `${template}-ATTT-10`,
    'row',
    'error',
    'kp_attt',
    '=OR(10*[@kp_attt]>=[@nc_tong],NOT(ISBLANK([@ly_do_mien_attt])))',
    say(
      'Kinh phí ATTT dưới 10% tổng nhu cầu vốn năm (III.6.b). Tăng kinh phí ATTT hoặc nêu lý do ở cột bên cạnh.',
      'Less than 10 % of the year’s total goes to security (III.6.b). Raise it or give the reason in the next column.',
    ),
    SEED_SECURITY,
  ),
]
