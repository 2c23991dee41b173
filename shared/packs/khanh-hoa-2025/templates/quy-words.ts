// Part E of the quarterly report: what the standing agency says in words, which nobody can count.
import type { Table } from '../../../template.ts'
import { column, prose, say } from '../column.ts'

export const inWords: Table = {
  key: 'e',
  title: say('E. Lời văn', 'E. In words'),
  fields: [
    column('danh_gia', say('Đánh giá chung', 'Overall assessment'), prose(4000), {
      help: say('Nhận định chung, số liệu nổi bật', 'The overall picture, main figures'),
      example: 'Đã hoàn thành 12/40 nhiệm vụ, đúng tiến độ',
      required: true,
      width: 44,
    }),
    column('ton_tai', say('Tồn tại, hạn chế, nguyên nhân', 'Shortcomings and their causes'), prose(4000), {
      help: say('Việc chưa làm được và vì sao', 'What was not done and why'),
      example: 'Giải ngân vốn đầu tư công chậm do đấu thầu',
      required: true,
      width: 44,
    }),
    column('kien_nghi', say('Kiến nghị UBND tỉnh', 'Proposals to the People’s Committee'), prose(4000), {
      help: say('Việc đề nghị UBND tỉnh quyết định', 'What the People’s Committee is asked to decide'),
      example: 'Cho phép điều chuyển vốn giữa hai dự án',
      width: 44,
    }),
    column('ky_toi', say('Trọng tâm quý sau', 'Focus of the next quarter'), prose(4000), {
      help: say('Việc chính của quý sau', 'The main work of the next quarter'),
      example: 'Hoàn thành kết nối 16 dịch vụ công còn lại',
      required: true,
      width: 44,
    }),
  ],
  rules: [],
  rows: { source: 'carried', max: 1, unique: [] },
}
