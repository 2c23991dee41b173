// PL3: Phụ lục III, the tasks paid from current expenditure. The plan's own appendix III
// is not public; the columns follow NĐ 73/2019/NĐ-CP and section VI.
import type { Template } from '../../../template.ts'
import { agencies, append, choice, column, computed, inferredFrom, kept, money, period, prose, rule, say, sum, under } from '../column.ts'
import { header, legalBasis, monthly, signature, withPlan } from '../regime.ts'
import { amount, field, identity, place, purpose, SEED_BUDGET, security, securityRules, sharedRules } from './project.ts'

const HIRED = 'LEFT([@hinh_thuc],7)="Thuê DV"'

export const pl3: Template = {
  code: 'PL3',
  version: 1,
  title: say(
    'Phụ lục III – Danh mục nhiệm vụ CNTT, chuyển đổi số năm 2025 (chi thường xuyên)',
    'Appendix III – IT and digital transformation tasks, 2025 (current expenditure)',
  ),
  titleLines: [
    say('Phụ lục III', 'Appendix III'),
    say('DANH MỤC NHIỆM VỤ CNTT, CHUYỂN ĐỔI SỐ NĂM {year}', 'IT AND DIGITAL TRANSFORMATION TASKS, {year}'),
    withPlan,
    say('(Đơn vị tính: triệu đồng)', '(Unit: million đồng)'),
  ],
  legalBasis: [
    ...legalBasis('mục V, mục VI', 'mục VII.7.a, VII.7.d'),
    'Nghị định 73/2019/NĐ-CP ngày 05/9/2019 của Chính phủ, Điều 51, 52, 54',
  ],
  grain: say('Mỗi dòng là một nhiệm vụ', 'One row is one task'),
  regime: monthly({
    name: say('Danh mục nhiệm vụ CNTT, chuyển đổi số (Phụ lục III)', 'IT and digital transformation tasks (appendix III)'),
    content: say(
      'Các nhiệm vụ CNTT, chuyển đổi số dùng kinh phí chi thường xuyên: hình thức, nội dung, sản phẩm, dự toán, nhu cầu năm theo nguồn, kinh phí ATTT',
      'Tasks paid from current expenditure: way of doing it, content, product, estimate, the year’s needs by source, security budget',
    ),
    outline: say('Danh mục nhiệm vụ theo các cột của biểu', 'The list of tasks in the columns of the form'),
    basis: 'V; VI; VII.7.a; VII.7.d',
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        ...identity('PL3'),
        kept(
          column('hinh_thuc', say('Hình thức thực hiện', 'Way of carrying it out'), choice('hinh-thuc'), {
            help: say(
              'Theo dự toán: đến 200 triệu, đến 15 tỷ, trên 15 tỷ; hoặc thuê dịch vụ',
              'By estimate: up to 200 million, up to 15 billion, above; or a hired service',
            ),
            required: true,
            width: 26,
            aggregation: append,
            basis: 'NĐ 73/2019/NĐ-CP Đ51, Đ52',
            example: 'Mua sắm/duy trì (≤200 tr)',
          }),
        ),
        kept(
          column('tinh_chat', say('Tính chất', 'Nature'), choice('tinh-chat-nhiem-vu'), {
            help: say('Làm hằng năm, làm mới, hay chuyển tiếp từ năm trước', 'Every year, new, or continued from last year'),
            required: true,
            aggregation: append,
            example: 'Mới',
          }),
        ),
        field,
        purpose,
        kept(
          column('noi_dung', say('Nội dung, khối lượng', 'Content and volume'), prose(2000), {
            help: say('Việc phải làm, số lượng', 'What is to be done, and how much'),
            example: 'Bảo trì 12 hệ thống thông tin, mỗi quý một lần',
            required: true,
            width: 36,
            aggregation: append,
          }),
        ),
        kept(
          column('phoi_hop', say('Đơn vị phối hợp', 'Coordinating units'), agencies, {
            required: true,
            nilAllowed: true,
            aggregation: append,
            help: say(
              'Nhiều cơ quan cách nhau bằng dấu chấm phẩy; ghi “-” nếu không có',
              'Several agencies are separated by semicolons; write “-” where there is none',
            ),
            example: '-',
          }),
        ),
        kept(
          column('thoi_gian', say('Thời gian thực hiện', 'Time'), period, {
            required: true,
            aggregation: append,
            basis: 'NĐ 73/2019/NĐ-CP Đ54.2đ',
            help: say('Trong năm kế hoạch', 'Within the plan’s year'),
            example: 'Quý II/2025',
          }),
        ),
        kept(
          column(
            'so_nam_thue',
            say('Số năm thuê dịch vụ', 'Years of hire'),
            { kind: 'integer', min: 1, max: 5 },
            {
              requiredWhen: `=${HIRED}`,
              aggregation: append,
              basis: 'NĐ 73/2019/NĐ-CP Đ54.2đ',
              help: say('Chỉ điền khi thuê dịch vụ: từ 1 đến 5 năm', 'Only where a service is hired: 1 to 5 years'),
              example: '3',
            },
          ),
        ),
        kept(
          column('san_pham', say('Sản phẩm đầu ra', 'Product'), prose(500), {
            help: say('Thứ được bàn giao, nghiệm thu', 'What is delivered and accepted'),
            example: 'Báo cáo bảo trì quý và biên bản nghiệm thu',
            required: true,
            aggregation: append,
            basis: 'NĐ 224/2026/NĐ-CP Đ6.2b',
          }),
        ),
        amount('du_toan', 'Dự toán / tổng kinh phí nhiệm vụ', 'Estimate / total cost', undefined, {
          help: say('Triệu đồng, lớn hơn 0', 'Million đồng, above 0'),
        }),
        ...under(say('Nhu cầu năm 2025', 'Needs of 2025'), [
          computed('nc_tong', say('Tổng', 'Total'), money, '=[@nc_nstw]+[@nc_tx]+[@nc_khac]', { aggregation: sum }),
          amount('nc_nstw', 'NSTW', 'Central budget', SEED_BUDGET),
          ...under(say('NSĐP chi thường xuyên (sự nghiệp)', 'Local budget, current expenditure'), [
            { ...amount('nc_tx', 'Tổng số', 'Total', SEED_BUDGET), controlTotal: 'tong_tx' },
            amount('nc_khcn', 'Trong đó sự nghiệp KH&CN', 'Of which science and technology', 'Kế hoạch 2044/KH-UBND, VII.6.a', {
              required: false,
            }),
          ]),
          amount('nc_khac', 'Vốn khác', 'Other', SEED_BUDGET),
        ]),
        ...security,
        ...place,
      ],
      rules: [
        rule(
          'PL3-NAM',
          'row',
          'error',
          'thoi_gian',
          '=OR([@thoi_gian]="Thường xuyên",LEFT([@thoi_gian],7)="Sau khi",RIGHT([@thoi_gian],4)=TEXT(plan.nam,"0"))',
          say(
            'Thời gian thực hiện phải trong năm kế hoạch. Sửa lại, hoặc ghi Thường xuyên.',
            'The time must lie within the plan’s year. Correct it, or write “Thường xuyên” (recurring).',
          ),
          inferredFrom('V'),
        ),
        rule(
          'PL3-NGUONG',
          'row',
          'warning',
          'hinh_thuc',
          '=IF(LEFT([@hinh_thuc],7)="Mua sắm",[@du_toan]<=plan.nguong_mua_sam,' +
            'IF(LEFT([@hinh_thuc],8)="Đề cương",AND([@du_toan]>plan.nguong_mua_sam,[@du_toan]<=plan.nguong_du_an),' +
            'IF(LEFT([@hinh_thuc],9)="Lập dự án",[@du_toan]>plan.nguong_du_an,TRUE)))',
          say(
            'Hình thức không khớp dự toán: mua sắm đến 200 triệu, đề cương và dự toán chi tiết đến 15 tỷ, trên đó lập dự án. Sửa lại hoặc giải trình.',
            'The way does not fit the estimate: purchase up to 200 million, outline and detailed estimate up to 15 billion, a project above. Correct or explain.',
          ),
          'NĐ 73/2019/NĐ-CP Đ51, Đ52',
        ),
        rule(
          'PL3-DU-TOAN',
          'row',
          'error',
          'du_toan',
          '=[@du_toan]>0',
          say('Dự toán phải lớn hơn 0. Nhập tổng kinh phí của nhiệm vụ.', 'The estimate must be above 0. Type the total cost of the task.'),
          inferredFrom('VI'),
        ),
        rule(
          'PL3-NHU-CAU',
          'row',
          'error',
          'nc_tong',
          '=[@nc_tong]<=[@du_toan]',
          say('Nhu cầu năm lớn hơn dự toán của nhiệm vụ. Kiểm tra lại.', 'The year’s needs exceed the estimate of the task. Check both.'),
          inferredFrom('VI'),
        ),
        rule(
          'PL3-KHCN',
          'row',
          'error',
          'nc_khcn',
          '=[@nc_khcn]<=[@nc_tx]',
          say(
            'Phần sự nghiệp KH&CN lớn hơn tổng chi thường xuyên. Kiểm tra lại hai số.',
            'The science and technology part exceeds current expenditure. Check both amounts.',
          ),
          'Kế hoạch 2044/KH-UBND, VII.6.a',
        ),
        rule(
          'PL3-TX-TINH',
          'table',
          'warning',
          'nc_tx',
          '=SUM([nc_tx])<=plan.tong_tx',
          say(
            'Tổng chi thường xuyên của đơn vị lớn hơn tổng toàn tỉnh ở Mục VI. Kiểm tra đơn vị tính là triệu đồng.',
            'The agency’s current expenditure exceeds the whole province’s in section VI. Check that amounts are in million đồng.',
          ),
          SEED_BUDGET,
        ),
        ...sharedRules('PL3'),
        ...securityRules('PL3'),
      ],
      rows: { source: 'free', max: 500, unique: [['ten', 'chu_dau_tu']] },
    },
  ],
  signature,
}
