// RAQUET: what the half-yearly scan of information systems found, as numbers only
// (III.6.d). Details of weaknesses are sensitive and deliberately not asked for.
import type { Template } from '../../../template.ts'
import { append, column, count, date, kept, line, prose, rule, say, securityLevel, sum, under } from '../column.ts'
import { WINDOW } from '../dates.ts'
import { halfYearly, header, legalBasis, ofPeriod, signature } from '../regime.ts'

const SEED = 'Kế hoạch 2044/KH-UBND, III.6.d'
const found = '[@lo_hong_nt]+[@lo_hong_cao]+[@lo_hong_tb]+[@lo_hong_thap]'
const severity = (key: string, vi: string, en: string) =>
  column(key, say(vi, en), count, {
    required: true,
    aggregation: sum,
    help: say('Ghi 0 nếu không có', 'Write 0 where there is none'),
    example: '0',
  })

export const raquet: Template = {
  code: 'RAQUET',
  version: 1,
  title: say('Báo cáo rà quét ATTT 6 tháng', 'Half-yearly security scan'),
  titleLines: [
    say(
      'BÁO CÁO KẾT QUẢ RÀ QUÉT LỖ HỔNG, MỐI NGUY HẠI TRÊN CÁC HỆ THỐNG THÔNG TIN',
      'RESULTS OF SCANNING INFORMATION SYSTEMS FOR WEAKNESSES AND THREATS',
    ),
    ofPeriod,
  ],
  legalBasis: [...legalBasis('mục III.6.d'), 'Chỉ thị 18/CT-TTg ngày 13/10/2023 của Thủ tướng Chính phủ'],
  grain: say('Mỗi dòng là một lần rà quét một hệ thống thông tin', 'One row is one scan of one information system'),
  regime: halfYearly({
    name: say(
      'Báo cáo kết quả rà quét lỗ hổng, mối nguy hại trên các HTTT',
      'Report on scanning information systems for weaknesses and threats',
    ),
    content: say(
      'Số lỗ hổng theo mức độ, số đã khắc phục và hạn khắc phục của từng hệ thống; không kê chi tiết lỗ hổng',
      'Weaknesses by severity, how many are mended and by when the rest will be, for every system; no details of weaknesses',
    ),
    outline: say('Danh mục hệ thống theo các cột của biểu', 'The list of systems in the columns of the form'),
    basis: 'III.6.d',
  }),
  header,
  tables: [
    {
      key: 'main',
      fields: [
        kept(
          column('httt', say('Tên HTTT', 'Information system'), line(300), {
            help: say('Tên như trong hồ sơ cấp độ', 'The name as in its security file'),
            example: 'Cổng thông tin điện tử tỉnh',
            required: true,
            width: 36,
            basis: SEED,
            aggregation: append,
          }),
        ),
        kept(
          column('cap_do', say('Cấp độ', 'Level'), securityLevel, {
            required: true,
            basis: 'NĐ 85/2016/NĐ-CP',
            aggregation: append,
            help: say('Cấp độ an toàn từ 1 đến 5', 'Security level from 1 to 5'),
            example: '2',
          }),
        ),
        column('ngay_quet', say('Ngày rà quét', 'Scanned on'), date, {
          required: true,
          basis: SEED,
          aggregation: append,
          help: say('Trong nửa năm báo cáo', 'Within the half-year reported'),
          example: '12/05/2025',
        }),
        column('don_vi_quet', say('Đơn vị thực hiện', 'Scanned by'), line(300), {
          help: say('Đơn vị của mình hoặc đơn vị được thuê', 'Your own unit, or the one hired'),
          example: 'Trung tâm Công nghệ thông tin và Dịch vụ hành chính công',
          required: true,
          aggregation: append,
        }),
        ...under(say('Lỗ hổng', 'Weaknesses'), [
          severity('lo_hong_nt', 'Nghiêm trọng', 'Critical'),
          severity('lo_hong_cao', 'Cao', 'High'),
          severity('lo_hong_tb', 'Trung bình', 'Medium'),
          severity('lo_hong_thap', 'Thấp', 'Low'),
        ]),
        column('da_khac_phuc', say('Đã khắc phục', 'Mended'), count, {
          help: say('Trong số lỗ hổng đã tìm thấy', 'Of the weaknesses found'),
          required: true,
          aggregation: sum,
          example: '0',
        }),
        column('han_kp', say('Hạn khắc phục còn lại', 'Rest mended by'), date, {
          requiredWhen: `=[@da_khac_phuc]<${found}`,
          aggregation: append,
          help: say('Khi còn lỗ hổng chưa khắc phục', 'Where weaknesses remain'),
          example: '30/06/2025',
        }),
        column('ghi_chu', say('Ghi chú', 'Notes'), prose(1000), {
          example: 'Đã lên kế hoạch nâng cấp trong quý III',
          aggregation: append,
          help: say('Không nêu chi tiết lỗ hổng', 'No details of weaknesses'),
        }),
      ],
      rules: [
        rule(
          'RAQUET-KP',
          'row',
          'error',
          'da_khac_phuc',
          `=[@da_khac_phuc]<=${found}`,
          say('Số đã khắc phục lớn hơn tổng số lỗ hổng. Kiểm tra lại.', 'More is mended than was found. Check the numbers.'),
          SEED,
        ),
        // Windows of the two halves do not overlap: no scan stands for both.
        rule(
          'RAQUET-NGAY',
          'row',
          'error',
          'ngay_quet',
          '=OR(ISBLANK([@ngay_quet]),AND([@ngay_quet]>=ky.tu,[@ngay_quet]<=ky.den))',
          say(
            'Ngày rà quét phải trong nửa năm báo cáo (kỳ chốt ghi ở đầu biểu). Hai lần quét trong một nửa năm không thay cho nửa năm kia.',
            'The scan must lie in the half-year reported (the data window at the top). Two scans in one half do not stand for the other.',
          ),
          `${SEED}; ${WINDOW}`,
        ),
        rule(
          'RAQUET-6T',
          'table',
          'warning',
          'ngay_quet',
          '=COUNT([ngay_quet])>0',
          say(
            'Chưa có lần rà quét nào trong 6 tháng này; Kế hoạch yêu cầu tối thiểu 01 lần/6 tháng. Bổ sung, hoặc giải trình.',
            'No scan in these six months; the plan asks for at least one. Add it, or explain.',
          ),
          SEED,
          { judgesNothing: true },
        ),
        rule(
          'RAQUET-HAN',
          'row',
          'error',
          'han_kp',
          '=OR(ISBLANK([@han_kp]),[@han_kp]>=[@ngay_quet])',
          say(
            'Hạn khắc phục không thể trước ngày rà quét. Kiểm tra lại hai ngày.',
            'Weaknesses cannot be due before the scan. Check both dates.',
          ),
          SEED,
        ),
        rule(
          'RAQUET-CHI-TIET',
          'row',
          'error',
          'ghi_chu',
          '=ISERROR(SEARCH("CVE-",[@ghi_chu]))',
          say(
            'Không nêu mã lỗ hổng trong báo cáo này: chi tiết lỗ hổng là thông tin nhạy cảm. Xóa khỏi ghi chú.',
            'Do not name weaknesses in this report: their details are sensitive. Take them out of the notes.',
          ),
          SEED,
        ),
      ],
      rows: { source: 'free', max: 300, unique: [['httt', 'ngay_quet']] },
    },
  ],
  signature,
}
