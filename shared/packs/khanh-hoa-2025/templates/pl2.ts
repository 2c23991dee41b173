// PL2: Phụ lục II, the projects paid from public investment. The plan's own appendix II
// is not public; the columns follow the investment-decision forms and section VI.
import type { Template } from '../../../template.ts'
import {
  append,
  choice,
  column,
  computed,
  date,
  documentNumber,
  inferredFrom,
  kept,
  line,
  money,
  prose,
  rule,
  say,
  securityLevel,
  sum,
  under,
} from '../column.ts'
import { happened } from '../dates.ts'
import { header, legalBasis, monthly, signature, withPlan } from '../regime.ts'
import { amount, field, identity, place, purpose, SEED_BUDGET, security, securityRules, sharedRules } from './project.ts'

const notPreparing = '=[@tinh_chat]<>"Chuẩn bị đầu tư"'

export const pl2: Template = {
  code: 'PL2',
  version: 1,
  title: say(
    'Phụ lục II – Danh mục dự án CNTT, chuyển đổi số năm 2025 (vốn đầu tư công)',
    'Appendix II – IT and digital transformation projects, 2025 (public investment)',
  ),
  titleLines: [
    say('Phụ lục II', 'Appendix II'),
    say('DANH MỤC DỰ ÁN CNTT, CHUYỂN ĐỔI SỐ NĂM {year}', 'IT AND DIGITAL TRANSFORMATION PROJECTS, {year}'),
    withPlan,
    say('(Đơn vị tính: triệu đồng)', '(Unit: million đồng)'),
  ],
  legalBasis: [...legalBasis('mục V, mục VI', 'mục VII.7.a, VII.7.d'), 'Nghị định 73/2019/NĐ-CP ngày 05/9/2019 của Chính phủ, Điều 7, 8'],
  grain: say('Mỗi dòng là một dự án', 'One row is one project'),
  regime: monthly({
    name: say('Danh mục dự án CNTT, chuyển đổi số (Phụ lục II)', 'IT and digital transformation projects (appendix II)'),
    content: say(
      'Các dự án CNTT, chuyển đổi số dùng vốn đầu tư công: quy mô, thời gian, tổng mức đầu tư, nhu cầu vốn năm theo nguồn, kinh phí ATTT',
      'Projects paid from public investment: scale, time, total investment, the year’s needs by source, security budget',
    ),
    outline: say('Danh mục dự án theo các cột của biểu', 'The list of projects in the columns of the form'),
    basis: 'V; VI; VII.7.a; VII.7.d',
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        ...identity('PL2'),
        kept(
          column('nhom_du_an', say('Nhóm dự án', 'Project group'), choice('nhom-du-an'), {
            help: say('Theo Luật Đầu tư công và NĐ 73/2019/NĐ-CP', 'As in the law on public investment and NĐ 73/2019/NĐ-CP'),
            required: true,
            width: 9,
            aggregation: append,
            basis: 'NĐ 73/2019/NĐ-CP Đ7',
            example: 'B',
          }),
        ),
        kept(
          column('tinh_chat', say('Tính chất', 'Nature'), choice('tinh-chat-du-an'), {
            help: say('Giai đoạn của dự án trong năm kế hoạch', 'The stage of the project in the plan’s year'),
            required: true,
            aggregation: append,
            example: 'Chuyển tiếp',
          }),
        ),
        field,
        purpose,
        kept(
          column('quy_mo', say('Quy mô, nội dung đầu tư', 'Scale and content'), prose(2000), {
            help: say('Hạng mục, số lượng chính', 'Main parts and quantities'),
            example: '20 máy chủ, hệ thống lưu trữ 500 TB, đường truyền dự phòng',
            required: true,
            width: 36,
            aggregation: append,
          }),
        ),
        kept(
          column('dia_diem', say('Địa điểm / phạm vi', 'Place / scope'), line(300), {
            help: say('Nơi đặt hoặc phạm vi sử dụng', 'Where it stands, or who uses it'),
            example: 'Trung tâm dữ liệu tỉnh',
            width: 22,
            aggregation: append,
          }),
        ),
        kept(
          column(
            'thoi_gian',
            say('Thời gian thực hiện', 'Years'),
            { kind: 'year-range' },
            {
              required: true,
              aggregation: append,
              help: say('Năm, hoặc năm đầu-năm cuối, gồm cả năm kế hoạch', 'A year, or first-last year, the plan’s year included'),
              example: '2024-2026',
            },
          ),
        ),
        ...under(say('Quyết định chủ trương/đầu tư', 'Investment decision'), [
          kept(
            column('qd_so', say('Số', 'Number'), documentNumber, {
              help: say('Bắt buộc trừ giai đoạn Chuẩn bị đầu tư', 'Needed except while the investment is being prepared'),
              requiredWhen: notPreparing,
              aggregation: append,
              example: '2652/QĐ-UBND',
            }),
          ),
          kept(
            column('qd_ngay', say('Ngày', 'Date'), date, {
              help: say('Ngày ký quyết định', 'The day it was signed'),
              requiredWhen: notPreparing,
              aggregation: append,
              example: '06/11/2023',
            }),
          ),
          kept(
            column('qd_dieu_chinh', say('Số quyết định điều chỉnh', 'Number of the adjusting decision'), documentNumber, {
              aggregation: append,
              help: say('Chỉ điền khi tổng vốn vượt tổng mức đầu tư', 'Only where the funds exceed the total investment'),
              example: '815/QĐ-UBND',
            }),
          ),
        ]),
        amount('tmdt', 'Tổng mức đầu tư', 'Total investment', undefined, { help: say('Triệu đồng, lớn hơn 0', 'Million đồng, above 0') }),
        amount('lk_bo_tri', 'Lũy kế vốn đã bố trí đến hết năm trước', 'Allocated up to the end of last year', 'biểu mẫu vốn đầu tư công'),
        amount('lk_giai_ngan', 'Lũy kế giải ngân đến hết năm trước', 'Disbursed up to the end of last year'),
        ...under(say('Nhu cầu vốn năm 2025', 'Needs of 2025'), [
          computed('nc_tong', say('Tổng', 'Total'), money, '=[@nc_nstw]+[@nc_dtc]+[@nc_tx]+[@nc_khac]', { aggregation: sum }),
          amount('nc_nstw', 'NSTW', 'Central budget', SEED_BUDGET),
          ...under(say('NSĐP', 'Local budget'), [
            { ...amount('nc_dtc', 'Đầu tư công', 'Public investment', SEED_BUDGET), controlTotal: 'tong_dtc' },
            amount('nc_tx', 'Chi thường xuyên', 'Current expenditure', SEED_BUDGET),
          ]),
          amount('nc_khac', 'Vốn khác', 'Other', SEED_BUDGET),
        ]),
        ...security,
        kept(
          column('cap_do', say('Cấp độ an toàn HTTT', 'Security level of the system'), securityLevel, {
            required: true,
            nilAllowed: true,
            aggregation: append,
            basis: 'NĐ 85/2016/NĐ-CP',
            help: say('1 đến 5; bắt buộc nếu dự án có HTTT, ghi “-” nếu không', '1 to 5; needed where there is a system, else “-”'),
            example: '3',
          }),
        ),
        ...place,
      ],
      rules: [
        rule(
          'PL2-TMDT',
          'row',
          'error',
          'tmdt',
          '=[@tmdt]>0',
          say(
            'Tổng mức đầu tư phải lớn hơn 0. Nhập lại theo quyết định đầu tư.',
            'The total investment must be above 0. Type it as in the decision.',
          ),
          inferredFrom('VI'),
        ),
        rule(
          'PL2-TMDT-MAX',
          'row',
          'error',
          'nc_tong',
          '=OR([@lk_bo_tri]+[@nc_tong]<=[@tmdt],NOT(ISBLANK([@qd_dieu_chinh])))',
          say(
            'Vốn đã bố trí cộng nhu cầu năm vượt tổng mức đầu tư. Sửa lại, hoặc ghi số quyết định điều chỉnh.',
            'What was allocated plus this year’s needs exceeds the total investment. Correct it, or give the number of the adjusting decision.',
          ),
          inferredFrom('VI'),
        ),
        rule(
          'PL2-BO-TRI',
          'row',
          'error',
          'lk_bo_tri',
          '=[@lk_bo_tri]<=[@tmdt]',
          say(
            'Vốn đã bố trí lớn hơn tổng mức đầu tư. Kiểm tra lại hai số.',
            'More is allocated than the total investment. Check both amounts.',
          ),
          inferredFrom('VI'),
        ),
        rule(
          'PL2-GIAI-NGAN',
          'row',
          'error',
          'lk_giai_ngan',
          '=[@lk_giai_ngan]<=[@lk_bo_tri]',
          say('Giải ngân lớn hơn vốn đã bố trí. Kiểm tra lại hai số.', 'More is disbursed than was allocated. Check both amounts.'),
          inferredFrom('VI'),
        ),
        rule(
          'PL2-MOI',
          'row',
          'warning',
          'lk_bo_tri',
          '=OR([@tinh_chat]<>"Khởi công mới",[@lk_bo_tri]=0)',
          say(
            'Dự án khởi công mới thường chưa có vốn bố trí đến hết năm trước. Sửa lại hoặc giải trình.',
            'A newly started project usually has nothing allocated before this year. Correct it or explain.',
          ),
          inferredFrom('VI'),
        ),
        rule(
          'PL2-TX',
          'row',
          'info',
          'nc_tx',
          '=[@nc_tx]=0',
          say(
            'Phụ lục II là vốn đầu tư công; phần chi thường xuyên thường ghi ở Phụ lục III. Kiểm tra lại.',
            'Appendix II is public investment; current expenditure usually belongs in appendix III. Check it.',
          ),
          SEED_BUDGET,
        ),
        rule(
          'PL2-NAM',
          'row',
          'error',
          'thoi_gian',
          '=AND(VALUE(LEFT([@thoi_gian],4))<=plan.nam,VALUE(RIGHT([@thoi_gian],4))>=plan.nam)',
          say(
            'Thời gian thực hiện phải gồm năm kế hoạch. Sửa năm, hoặc bỏ dự án khỏi danh mục năm nay.',
            'The years must include the plan’s year. Correct them, or take the project off this year’s list.',
          ),
          inferredFrom('V'),
        ),
        rule(
          'PL2-SO-NAM',
          'row',
          'warning',
          'thoi_gian',
          '=VALUE(RIGHT([@thoi_gian],4))-VALUE(LEFT([@thoi_gian],4))<IF([@nhom_du_an]="C",3,IF([@nhom_du_an]="B",4,99))',
          say(
            'Dự án nhóm C bố trí vốn không quá 3 năm, nhóm B không quá 4 năm. Sửa lại hoặc giải trình.',
            'Group C projects are funded over at most 3 years, group B over 4. Correct the years or explain.',
          ),
          'Luật Đầu tư công (hiểu biết chung)',
        ),
        ...happened('PL2-QD', 'qd_ngay', say('Ngày quyết định', 'The date of the decision')),
        rule(
          'PL2-DTC-TINH',
          'table',
          'warning',
          'nc_dtc',
          '=SUM([nc_dtc])<=plan.tong_dtc',
          say(
            'Tổng vốn đầu tư công của đơn vị lớn hơn tổng toàn tỉnh ở Mục VI. Kiểm tra đơn vị tính là triệu đồng.',
            'The agency’s public investment exceeds the whole province’s in section VI. Check that amounts are in million đồng.',
          ),
          SEED_BUDGET,
        ),
        ...sharedRules('PL2'),
        ...securityRules('PL2'),
      ],
      rows: { source: 'free', max: 500, unique: [['ten', 'chu_dau_tu']] },
    },
  ],
  signature,
}
