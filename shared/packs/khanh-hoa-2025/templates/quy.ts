// QUY: the quarterly report of the standing agency to the People's Committee of the
// province (VII.1.a): tasks by group and by agency, indicators, money, and words.
import type { Field, Rule, Table, Template } from '../../../template.ts'
import {
  agency,
  carried,
  choice,
  column,
  computed,
  count,
  inferredFrom,
  line,
  money,
  percentage,
  prose,
  rule,
  say,
  sum,
  under,
} from '../column.ts'
import { countedFrom } from '../quarter.ts'
import { header, legalBasis, ofPeriod, quarterly, signature, standingAgency } from '../regime.ts'
import { inWords } from './quy-words.ts'

const figure = (places: number) => ({ kind: 'decimal', places }) as const
const number = (key: string, vi: string, en: string) =>
  column(key, say(vi, en), count, {
    required: true,
    width: 12,
    help: say('Ghi 0 nếu không có', 'Write 0 where there is none'),
    example: '4',
  })

/** A number that has a total under its table. */
const counted = (key: string, vi: string, en: string): Field => ({ ...number(key, vi, en), aggregation: sum })

const STATES = ['ht_dung', 'ht_tre', 'dang', 'qua_han', 'chua', 'dung'] as const

/** The six states a task can be in, their total and the share completed: tables A and B count alike. */
const statusCounts = (prefix: string): Field[] => {
  const state = (key: string) => `[@${prefix}${key}]`
  return [
    computed(`${prefix}tong`, say('Tổng số nhiệm vụ', 'Tasks'), count, `=${STATES.map(state).join('+')}`, { aggregation: sum }),
    counted(`${prefix}ht_dung`, 'Hoàn thành đúng hạn', 'Completed on time'),
    counted(`${prefix}ht_tre`, 'Hoàn thành quá hạn', 'Completed late'),
    counted(`${prefix}dang`, 'Đang thực hiện trong hạn', 'In progress, not due'),
    counted(`${prefix}qua_han`, 'Quá hạn chưa xong', 'Overdue'),
    counted(`${prefix}chua`, 'Chưa triển khai (chưa đến hạn)', 'Not started, not due'),
    counted(`${prefix}dung`, 'Tạm dừng/không thực hiện', 'Suspended or dropped'),
    computed(
      `${prefix}ty_le`,
      say('Tỷ lệ hoàn thành %', 'Completed, %'),
      percentage,
      `=IF(${state('tong')}=0,"",ROUND(100*(${state('ht_dung')}+${state('ht_tre')})/${state('tong')},2))`,
    ),
  ]
}

const byGroup: Table = {
  key: 'a',
  title: say('A. Theo nhóm nhiệm vụ', 'A. By group of tasks'),
  fields: [carried('nhom', say('Nhóm', 'Group'), choice('nhom-nhiem-vu'), { required: true, width: 44 }), ...statusCounts('')],
  rules: [],
  rows: { source: 'carried', max: 20, unique: [['nhom']] },
}

const byAgency: Table = {
  key: 'b',
  title: say('B. Theo cơ quan', 'B. By agency'),
  fields: [
    carried('co_quan', say('Cơ quan', 'Agency'), agency, { required: true, width: 44 }),
    carried('so_ky', say('Số kỳ phải nộp', 'Reports due'), count, { required: true, aggregation: sum }),
    counted('dung_han', 'Nộp đúng hạn', 'On time'),
    counted('tre', 'Nộp trễ', 'Late'),
    computed('khong', say('Không nộp', 'Missing'), { kind: 'integer' }, '=[@so_ky]-[@dung_han]-[@tre]', { aggregation: sum }),
    ...under(say('Nhiệm vụ', 'Tasks'), statusCounts('nv_')),
    column(
      'xep',
      say('Xếp hạng', 'Rank'),
      { kind: 'integer', min: 1 },
      { example: '1', required: true, help: say('Bằng điểm thì đồng hạng', 'Equals share a rank') },
    ),
  ],
  rules: [
    rule(
      'QUY-B-KY',
      'row',
      'error',
      'khong',
      '=[@dung_han]+[@tre]<=[@so_ky]',
      say(
        'Số kỳ nộp đúng hạn cộng nộp trễ lớn hơn số kỳ phải nộp. Kiểm tra lại.',
        'More reports are counted as sent than were due. Check the numbers.',
      ),
      inferredFrom('VII.1.a'),
    ),
    rule(
      'QUY-AB-TONG',
      'table',
      'error',
      'nv_tong',
      '=SUM([nv_tong])=SUM([a.tong])',
      say(
        'Tổng số nhiệm vụ ở bảng B khác bảng A. Mỗi nhiệm vụ của mỗi cơ quan chủ trì đếm một lần ở cả hai bảng.',
        'Tables A and B count different numbers of tasks. Each task of each lead agency is counted once in both.',
      ),
      inferredFrom('VII.1.a'),
    ),
    rule(
      'QUY-AB-TINH-TRANG',
      'table',
      'warning',
      'nv_ht_dung',
      `=AND(${STATES.map((key) => `SUM([nv_${key}])=SUM([a.${key}])`).join(',')})`,
      say(
        'Số nhiệm vụ theo tình trạng ở bảng B khác bảng A. Đối chiếu từng cột, hoặc giải trình.',
        'Tables A and B differ in the number of tasks by state. Compare column by column, or explain.',
      ),
      inferredFrom('VII.1.a'),
    ),
    rule(
      'QUY-B-XEP',
      'table',
      'warning',
      'xep',
      '=AND(MIN([xep])=1,MAX([xep])<=COUNTA([co_quan]))',
      say(
        'Xếp hạng bắt đầu từ 1 và không lớn hơn số cơ quan; bằng điểm thì đồng hạng. Kiểm tra lại.',
        'Ranks begin at 1 and do not exceed the number of agencies; equals share a rank. Check them.',
      ),
      inferredFrom('VII.1.a'),
    ),
  ],
  rows: { source: 'carried', max: 100, unique: [['co_quan']] },
}

const byIndicator: Table = {
  key: 'c',
  title: say('C. Chỉ tiêu', 'C. Indicators'),
  fields: [
    ...under(say('Mã, tên chỉ tiêu', 'Indicator'), [
      carried('ma', say('Mã', 'Code'), line(40), { required: true, width: 20 }),
      carried('ten', say('Tên chỉ tiêu', 'Name'), prose(500), { required: true, width: 44 }),
    ]),
    carried('loai', say('Loại chỉ tiêu', 'Kind'), choice('loai-chi-tieu'), { required: true, width: 11 }),
    carried('toan_tu', say('Toán tử', 'Operator'), choice('toan-tu'), { required: true, width: 9 }),
    carried('muc_tieu', say('Mục tiêu', 'Target'), figure(2), { required: true }),
    column('ket_qua', say('Kết quả toàn tỉnh', 'Result of the province'), figure(4), {
      example: '92,5',
      help: say(
        'Σ tử số / Σ mẫu số của các cơ quan, không bình quân tỷ lệ',
        'Σ numerators / Σ denominators of the agencies, never a mean of rates',
      ),
    }),
    ...under(say('Số đơn vị báo cáo / phải báo cáo', 'Agencies that reported / had to'), [
      number('so_bao_cao', 'Báo cáo', 'Reported'),
      number('so_phai_bao_cao', 'Phải báo cáo', 'Had to'),
    ]),
    computed(
      'dat',
      say('Đánh giá', 'Assessment'),
      choice('danh-gia'),
      '=IF(ISBLANK([@ket_qua]),"",IF(IF([@toan_tu]=">",[@ket_qua]>[@muc_tieu],IF([@toan_tu]="≤",[@ket_qua]<=[@muc_tieu],' +
        'IF(AND([@toan_tu]="=",[@loai]<>"Tỷ lệ"),[@ket_qua]=[@muc_tieu],[@ket_qua]>=[@muc_tieu]))),"Đạt","Chưa đạt"))',
    ),
    column('ghi_chu', say('Ghi chú', 'Notes'), prose(1000), {
      example: 'Còn 2 huyện chưa báo cáo',
      requiredWhen: '=[@so_bao_cao]<[@so_phai_bao_cao]',
      help: say('Bắt buộc khi chưa đủ đơn vị báo cáo', 'Needed where not every agency reported'),
    }),
  ],
  rules: [
    rule(
      'QUY-C-DON-VI',
      'row',
      'error',
      'so_bao_cao',
      '=[@so_bao_cao]<=[@so_phai_bao_cao]',
      say('Số đơn vị báo cáo lớn hơn số phải báo cáo. Kiểm tra lại hai số.', 'More agencies reported than had to. Check both numbers.'),
      inferredFrom('VII.1.a'),
    ),
    rule(
      'QUY-C-100',
      'row',
      'error',
      'ket_qua',
      '=OR([@loai]<>"Tỷ lệ",ISBLANK([@ket_qua]),AND([@ket_qua]>=0,[@ket_qua]<=100))',
      say('Tỷ lệ nằm trong khoảng 0 đến 100. Kiểm tra lại.', 'A rate lies between 0 and 100. Check it.'),
      inferredFrom('VII.1.a'),
    ),
  ],
  rows: { source: 'carried', max: 60, unique: [['ma']] },
}

const moneyRules: Rule[] = [
  rule(
    'QUY-D-LK',
    'row',
    'error',
    'gn_lk',
    '=[@gn_lk]<=[@ke_hoach]',
    say('Lũy kế giải ngân vượt kế hoạch năm (Mục VI). Kiểm tra lại.', 'More is disbursed than the plan has (section VI). Check it.'),
    'Kế hoạch 2044/KH-UBND, VI',
  ),
  rule(
    'QUY-D-QUY',
    'row',
    'error',
    'gn_quy',
    '=[@gn_quy]<=[@gn_lk]',
    say('Giải ngân trong quý lớn hơn lũy kế. Kiểm tra lại hai số.', 'More is disbursed in the quarter than so far. Check both.'),
    inferredFrom('VII.1.a'),
  ),
  rule(
    'QUY-D-CONG',
    'row',
    'error',
    'gn_lk',
    '=OR(ISBLANK([@gn_lk_truoc]),[@gn_lk]=[@gn_lk_truoc]+[@gn_quy])',
    say(
      'Lũy kế phải bằng lũy kế quý trước cộng giải ngân trong quý. Kiểm tra lại hai số.',
      'What is disbursed so far must be last quarter’s plus this quarter’s. Check both.',
    ),
    inferredFrom('VII.1.a'),
  ),
  rule(
    'QUY-D-VI',
    'table',
    'error',
    'ke_hoach',
    '=SUM([ke_hoach])=plan.tong',
    say(
      'Kế hoạch năm theo nguồn cộng lại khác tổng kinh phí ở Mục VI của Kế hoạch. Kiểm tra lại từng nguồn.',
      'The sources do not add up to the total of section VI of the plan. Check each of them.',
    ),
    'Kế hoạch 2044/KH-UBND, VI',
  ),
]

const bySource: Table = {
  key: 'd',
  title: say('D. Kinh phí (triệu đồng)', 'D. Money (million đồng)'),
  fields: [
    carried('nguon', say('Nguồn vốn', 'Source'), choice('nguon-von'), { required: true, width: 24 }),
    carried('ke_hoach', say('Kế hoạch năm', 'Plan of the year'), money, {
      required: true,
      aggregation: sum,
      basis: 'Kế hoạch 2044/KH-UBND, VI',
    }),
    carried('gn_lk_truoc', say('Lũy kế quý trước', 'Up to last quarter'), money, { carryFrom: 'gn_lk', aggregation: sum }),
    column('gn_quy', say('Giải ngân trong quý', 'Disbursed in the quarter'), money, {
      help: say('Triệu đồng, trong quý', 'Million đồng, in the quarter'),
      example: '1.250',
      required: true,
      aggregation: sum,
    }),
    column('gn_lk', say('Lũy kế', 'So far'), money, {
      help: say('Triệu đồng, từ đầu năm', 'Million đồng, since the year began'),
      example: '2.500',
      required: true,
      aggregation: sum,
    }),
    computed('ty_le', say('Tỷ lệ %', 'Share, %'), percentage, '=IF([@ke_hoach]=0,"",ROUND(100*[@gn_lk]/[@ke_hoach],2))', {
      aggregation: { by: 'rate', numerator: 'gn_lk', denominator: 'ke_hoach' },
    }),
  ],
  rules: moneyRules,
  rows: { source: 'carried', max: 10, unique: [['nguon']] },
}

export const quy: Template = {
  code: 'QUY',
  version: 1,
  title: say('Báo cáo tổng hợp quý', 'Quarterly report'),
  titleLines: [
    say(
      'BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH KHÁNH HÒA NĂM {year}',
      'REPORT ON CARRYING OUT THE DIGITAL TRANSFORMATION PLAN OF KHÁNH HÒA, {year}',
    ),
    ofPeriod,
  ],
  legalBasis: legalBasis('mục VII.1.a'),
  grain: say(
    'Năm bảng: nhóm nhiệm vụ, cơ quan, chỉ tiêu, kinh phí, lời văn',
    'Five tables: groups of tasks, agencies, indicators, money, words',
  ),
  regime: quarterly(25, {
    name: say('Báo cáo kết quả thực hiện các nhiệm vụ của Kế hoạch', 'Report on the results of the plan'),
    content: say(
      'Tổng hợp tiến độ nhiệm vụ, tình hình nộp báo cáo, kết quả chỉ tiêu, giải ngân, đánh giá và kiến nghị',
      'Progress of tasks, reporting discipline, indicators, disbursement, assessment and proposals',
    ),
    reporter: standingAgency,
    receiver: say('UBND tỉnh Khánh Hòa', 'People’s Committee of Khánh Hòa'),
    outline: say('Bảng A đến D và phần lời văn E', 'Tables A to D and the words of E'),
    basis: 'VII.1.a',
    owedBy: ['STTTT'],
  }),
  header,
  tables: [byGroup, byAgency, byIndicator, bySource, inWords],
  countedFrom,
  signature,
}
