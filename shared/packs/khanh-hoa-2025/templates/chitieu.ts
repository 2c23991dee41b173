// CHITIEU: the indicators of the plan. Rates come from numerator and denominator so that
// the province adds those up (never a mean of rates); counts and ranks are typed.
import type { Template } from '../../../template.ts'
import { append, carried, choice, column, computed, count, date, inferredFrom, kept, line, prose, rule, say, under } from '../column.ts'
import { WINDOW } from '../dates.ts'
import { header, legalBasis, ofPeriod, quarterly, signature } from '../regime.ts'

const SEED = 'Kế hoạch 2044/KH-UBND, II'
const figure = { kind: 'decimal', places: 2 } as const
const typedFigure = { kind: 'decimal', places: 2, min: 0 } as const
const applies = '=[@ap_dung]="Có"'
/** Numerators and denominators are added per indicator only: a sum down the column would mix indicators. */
const rate = { by: 'rate', numerator: 'tu_so', denominator: 'mau_so' } as const

/**
 * On unrounded values; a bare "đạt X%" is met from X upwards, a bare count only exactly,
 * "trên" is strict, and exceeding a range is no breach (IV.5.a: "phấn đấu").
 */
const met =
  '=IF([@ap_dung]="Không áp dụng","Không áp dụng",IF([@ket_qua]="","",IF(IF([@loai]="Tỷ lệ",' +
  'IF([@toan_tu]=">",100*[@tu_so]>[@muc_tieu]*[@mau_so],' +
  'IF([@toan_tu]="≤",100*[@tu_so]<=[@muc_tieu]*[@mau_so],100*[@tu_so]>=[@muc_tieu]*[@mau_so])),' +
  'IF([@toan_tu]=">",[@ket_qua_nhap]>[@muc_tieu],IF([@toan_tu]="≤",[@ket_qua_nhap]<=[@muc_tieu],' +
  'IF([@toan_tu]="=",[@ket_qua_nhap]=[@muc_tieu],[@ket_qua_nhap]>=[@muc_tieu])))),"Đạt","Chưa đạt")))'

export const chitieu: Template = {
  code: 'CHITIEU',
  version: 1,
  title: say('Báo cáo chỉ tiêu chuyển đổi số', 'Digital transformation indicators'),
  titleLines: [
    say('BÁO CÁO CHỈ TIÊU CHUYỂN ĐỔI SỐ TỈNH KHÁNH HÒA NĂM {year}', 'INDICATORS OF THE DIGITAL TRANSFORMATION PLAN OF KHÁNH HÒA, {year}'),
    ofPeriod,
  ],
  legalBasis: legalBasis('mục II', 'mục VII.7.d'),
  grain: say('Mỗi dòng là một chỉ tiêu của một cơ quan trong một kỳ', 'One row is one indicator of one agency in one period'),
  regime: quarterly(20, {
    name: say('Báo cáo kết quả thực hiện chỉ tiêu chuyển đổi số', 'Report on the digital transformation indicators'),
    content: say(
      'Tử số, mẫu số hoặc kết quả của từng chỉ tiêu được giao, nguồn số liệu, giải trình chỉ tiêu chưa đạt',
      'Numerator and denominator or result of every indicator given, its source, reasons where it is not met',
    ),
    outline: say(
      'Danh mục chỉ tiêu theo các cột của biểu, nộp cùng báo cáo tháng cuối quý',
      'The list of indicators, with the report of the quarter’s last month',
    ),
    basis: 'II; III; VII.7.d',
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        carried('stt', say('TT', 'No.'), { kind: 'sequence', style: 'number' }, { aggregation: append }),
        carried('ma', say('Mã chỉ tiêu', 'Code'), line(40), { required: true, width: 20, aggregation: append }),
        carried('ten', say('Chỉ tiêu', 'Indicator'), prose(500), { required: true, width: 44, aggregation: append }),
        carried('loai', say('Loại chỉ tiêu', 'Kind'), choice('loai-chi-tieu'), { required: true, width: 11, aggregation: append }),
        carried('dvt', say('Đơn vị tính', 'Unit'), choice('don-vi-tinh'), { required: true, width: 12, aggregation: append }),
        carried('toan_tu', say('Toán tử', 'Operator'), choice('toan-tu'), { required: true, width: 9, basis: SEED, aggregation: append }),
        carried('muc_tieu', say('Mục tiêu năm', 'Target of the year'), figure, { required: true, basis: SEED, aggregation: append }),
        carried('muc_tieu_den', say('Mục tiêu năm – cận trên', 'Target – upper end'), figure, { basis: SEED, aggregation: append }),
        carried('cach_tinh', say('Cách tính', 'How it is counted'), prose(500), { width: 36, aggregation: append }),
        kept(
          column('ap_dung', say('Áp dụng', 'Applies'), choice('ap-dung'), {
            required: true,
            width: 14,
            aggregation: append,
            help: say('Không áp dụng thì nêu lý do ở cột Giải trình', 'Where it does not apply, say why under Explanation'),
            example: 'Có',
          }),
        ),
        column('tu_so', say('Tử số', 'Numerator'), count, {
          requiredWhen: '=AND([@ap_dung]="Có",[@loai]="Tỷ lệ")',
          aggregation: append,
          help: say('Số nguyên; chỉ tiêu về tiền tính bằng triệu đồng', 'A whole number; money in million đồng'),
          example: '184',
        }),
        carried('mau_so_truoc', say('Mẫu số kỳ trước', 'Denominator last period'), count, { carryFrom: 'mau_so' }),
        column('mau_so', say('Mẫu số', 'Denominator'), count, {
          requiredWhen: '=AND([@ap_dung]="Có",[@loai]="Tỷ lệ")',
          aggregation: append,
          help: say(
            'Số nguyên lớn hơn 0; không có đối tượng thì chọn Không áp dụng',
            'Above 0; where there is nothing to count, choose Does not apply',
          ),
          example: '200',
        }),
        ...under(say('Kết quả', 'Result'), [
          column('ket_qua_nhap', say('Nhập (số đếm, thứ hạng)', 'Typed (count, rank)'), typedFigure, {
            requiredWhen: '=AND([@ap_dung]="Có",[@loai]<>"Tỷ lệ")',
            aggregation: { by: 'single-source' },
            help: say('Chỉ điền với chỉ tiêu là số đếm hoặc thứ hạng', 'Only for counts and ranks'),
            example: '1',
          }),
          computed(
            'ket_qua',
            say('Kết quả', 'Result'),
            figure,
            '=IF([@ap_dung]<>"Có","",IF([@loai]="Tỷ lệ",IF(OR(ISBLANK([@tu_so]),[@mau_so]=0),"",ROUND(100*[@tu_so]/[@mau_so],2)),' +
              'IF(ISBLANK([@ket_qua_nhap]),"",[@ket_qua_nhap])))',
            { aggregation: rate },
          ),
        ]),
        carried('ky_truoc', say('Kỳ trước', 'Last period'), figure, { carryFrom: 'ket_qua', aggregation: append }),
        computed(
          'chenh',
          say('Tăng/giảm', 'Change'),
          figure,
          '=IF(OR([@ket_qua]="",ISBLANK([@ky_truoc])),"",ROUND([@ket_qua]-[@ky_truoc],2))',
          { aggregation: append },
        ),
        computed('dat', say('Đánh giá', 'Assessment'), choice('danh-gia'), met, { aggregation: { by: 'meeting' } }),
        kept(
          column('nguon', say('Nguồn số liệu, minh chứng', 'Source, evidence'), prose(500), {
            help: say('Hệ thống hoặc văn bản mà số liệu lấy từ đó', 'The system or document the figures come from'),
            requiredWhen: applies,
            aggregation: append,
            example: 'Hệ thống thông tin giải quyết TTHC tỉnh',
          }),
        ),
        column('ngay_so_lieu', say('Số liệu tính đến ngày', 'Figures as of'), date, {
          requiredWhen: applies,
          aggregation: append,
          help: say('Trong kỳ chốt số liệu', 'Within the data window'),
          example: '14/03/2025',
        }),
        column('giai_trinh', say('Giải trình', 'Explanation'), prose(1000), {
          help: say(
            'Bắt buộc khi chưa đạt, không áp dụng hoặc thay đổi bất thường',
            'Needed where it is not met, does not apply or changed a lot',
          ),
          example: 'Còn 16 thủ tục chờ tích hợp, hoàn thành trong tháng 5/2025',
          requiredWhen: '=OR([@ap_dung]="Không áp dụng",[@dat]="Chưa đạt")',
          width: 34,
          aggregation: append,
        }),
      ],
      rules: [
        rule(
          'CHITIEU-TU-MAU',
          'row',
          'error',
          'tu_so',
          '=OR([@ap_dung]<>"Có",[@loai]<>"Tỷ lệ",[@tu_so]<=[@mau_so])',
          say('Tử số lớn hơn mẫu số. Kiểm tra lại hai số.', 'The numerator exceeds the denominator. Check both.'),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-MAU',
          'row',
          'error',
          'mau_so',
          '=OR([@ap_dung]<>"Có",[@loai]<>"Tỷ lệ",[@mau_so]>0)',
          say(
            'Mẫu số phải lớn hơn 0. Nếu không có đối tượng nào, chọn Không áp dụng và nêu lý do.',
            'The denominator must be above 0. Where there is nothing to count, choose Does not apply and say why.',
          ),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-CHENH',
          'row',
          'warning',
          'ket_qua',
          '=IF(OR([@loai]<>"Tỷ lệ",[@chenh]="",NOT(ISBLANK([@giai_trinh]))),TRUE,ABS([@chenh])<=20)',
          say(
            'Kết quả thay đổi hơn 20 điểm phần trăm so với kỳ trước. Kiểm tra lại, hoặc nêu lý do ở cột Giải trình.',
            'The result changed by more than 20 percentage points since last period. Check it, or say why under Explanation.',
          ),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-MAU-10',
          'row',
          'warning',
          'mau_so',
          '=OR([@mau_so_truoc]=0,ISBLANK([@mau_so]),10*ABS([@mau_so]-[@mau_so_truoc])<=[@mau_so_truoc],NOT(ISBLANK([@giai_trinh])))',
          say(
            'Mẫu số thay đổi hơn 10% so với kỳ trước. Kiểm tra lại, hoặc nêu lý do ở cột Giải trình.',
            'The denominator changed by more than 10 % since last period. Check it, or say why under Explanation.',
          ),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-NGAY',
          'row',
          'error',
          'ngay_so_lieu',
          '=OR(ISBLANK([@ngay_so_lieu]),AND([@ngay_so_lieu]>=ky.tu,[@ngay_so_lieu]<=ky.den))',
          say(
            'Ngày của số liệu phải trong kỳ chốt số liệu ghi ở đầu biểu. Lấy số liệu đến ngày chốt, hoặc sửa ngày.',
            'The figures must date from the data window at the top of the form. Take them as of the cut-off, or correct the date.',
          ),
          WINDOW,
        ),
        rule(
          'CHITIEU-PHAN-TRAM',
          'row',
          'warning',
          'ket_qua_nhap',
          '=OR(LEFT([@dvt],1)<>"%",ISBLANK([@ket_qua_nhap]),[@ket_qua_nhap]=0,[@ket_qua_nhap]>1)',
          say(
            'Kết quả tính bằng % mà không quá 1: Excel lưu 0,95 cho 95%. Kiểm tra lại, hoặc giải trình nếu đúng.',
            'A result in % of at most 1: Excel stores 0.95 for 95 %. Check it, or explain if it is right.',
          ),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-100',
          'row',
          'error',
          'ket_qua',
          '=IF(OR([@ket_qua]="",LEFT([@dvt],1)<>"%"),TRUE,[@ket_qua]<=100)',
          say('Kết quả tính bằng % không thể quá 100. Kiểm tra lại số liệu.', 'A result in % cannot exceed 100. Check the figures.'),
          inferredFrom('II'),
        ),
        rule(
          'CHITIEU-HANG',
          'row',
          'error',
          'ket_qua_nhap',
          '=OR([@loai]<>"Thứ hạng",ISBLANK([@ket_qua_nhap]),AND([@ket_qua_nhap]>=1,[@ket_qua_nhap]=INT([@ket_qua_nhap])))',
          say('Thứ hạng là số nguyên từ 1 trở lên. Nhập lại.', 'A rank is a whole number from 1 up. Type it again.'),
          inferredFrom('II'),
        ),
      ],
      rows: { source: 'carried', max: 60, unique: [['ma']] },
    },
  ],
  signature,
}
