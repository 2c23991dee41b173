// The words of the public board in both languages: headings, lights, definitions.
import type { Language } from '../bilingual.ts'
import { OVERDUE_AMBER } from './board.ts'

const share = `${OVERDUE_AMBER * 100}%`

const vi = {
  title: 'Bảng tiến độ báo cáo',
  other: 'English',
  none: 'Chưa có kỳ nào được công bố.',
  asOf: (time: string) => `Số liệu tại thời điểm ${time} (giờ Việt Nam).`,
  periods: 'Các kỳ đã công bố',
  agency: 'Cơ quan',
  reports: 'Báo cáo',
  tasks: 'Nhiệm vụ',
  light: 'Đánh giá',
  due: 'Phải nộp',
  onTime: 'Đúng hạn',
  late: 'Muộn',
  missing: 'Quá hạn chưa nộp',
  pending: 'Chưa đến hạn',
  total: 'Tổng số',
  done: 'Hoàn thành',
  overdue: 'Quá hạn',
  all: 'Toàn tỉnh',
  lights: { green: 'Tốt', amber: 'Lưu ý', red: 'Chậm', none: 'Chưa đánh giá' },
  definitions: 'Cách đánh giá',
  reportsMeans: {
    green: 'mọi báo cáo đã nộp đều đúng hạn, không có báo cáo quá hạn chưa nộp',
    amber: 'có báo cáo nộp muộn, không có báo cáo quá hạn chưa nộp',
    red: 'có báo cáo quá hạn chưa nộp, hoặc bị trả lại và đã quá hạn mà chưa nộp lại',
    none: 'chưa báo cáo nào đến hạn hoặc được nộp',
  },
  tasksMeans: {
    green: 'không có nhiệm vụ quá hạn',
    amber: `có nhiệm vụ quá hạn, không quá ${share} tổng số`,
    red: `nhiệm vụ quá hạn trên ${share} tổng số`,
    none: 'chưa có báo cáo nhiệm vụ được tính',
  },
  counting:
    'Nhiệm vụ tính cho cơ quan chủ trì theo báo cáo tháng được tính gần nhất trong kỳ của cơ quan đó; báo “không phát sinh” thì giữ như báo cáo trước; quá hạn là đã qua ngày cuối của thời hạn, tại ngày chốt số liệu, mà chưa hoàn thành.',
  forms: (codes: string) => `Báo cáo của kỳ: ${codes}.`,
  dueBefore: (day: string) => `hạn đến hết ngày ${day}`,
  download: 'Tải số liệu',
}

const en: typeof vi = {
  title: 'Reporting board',
  other: 'Tiếng Việt',
  none: 'No period has been released yet.',
  asOf: (time) => `Figures as of ${time} (time of Vietnam).`,
  periods: 'Released periods',
  agency: 'Agency',
  reports: 'Reports',
  tasks: 'Tasks',
  light: 'Assessment',
  due: 'Due',
  onTime: 'On time',
  late: 'Late',
  missing: 'Overdue, not sent',
  pending: 'Not yet due',
  total: 'Total',
  done: 'Completed',
  overdue: 'Overdue',
  all: 'Whole province',
  lights: { green: 'Good', amber: 'Watch', red: 'Behind', none: 'Not assessed' },
  definitions: 'How it is assessed',
  reportsMeans: {
    green: 'every report that was sent was on time, none is overdue',
    amber: 'a report was sent late, none is overdue',
    red: 'a report is overdue: not sent, or returned and not sent again',
    none: 'no report has fallen due or was sent',
  },
  tasksMeans: {
    green: 'no task is overdue',
    amber: `tasks are overdue, not more than ${share} of all`,
    red: `more than ${share} of all tasks are overdue`,
    none: 'no report of tasks counts yet',
  },
  counting:
    'A task is counted for its lead agency, by its latest monthly report of the period that counts; with nothing to report, as it stood before; it is overdue when the last day of its due time lies before the cut-off and it is not completed.',
  forms: (codes) => `Reports of the period: ${codes}.`,
  dueBefore: (day) => `due by the end of ${day}`,
  download: 'Download the figures',
}

export type BoardWords = typeof vi
export const BOARD_WORDS: Readonly<Record<Language, BoardWords>> = { vi, en }
