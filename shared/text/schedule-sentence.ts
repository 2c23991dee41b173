// What stands against a schedule or a calendar, in words.
import type { Bilingual } from '../bilingual.ts'
import type { ScheduleProblem } from '../schedule/schedule.ts'
import type { CalendarProblem } from '../schedule/work-calendar.ts'

const SCHEDULE: Readonly<Record<ScheduleProblem | 'counted-elsewhere', Bilingual>> = {
  'opens-after-due': {
    vi: 'Có kỳ mở sau hạn nộp. Hãy đặt ngày mở sớm hơn hoặc hạn nộp muộn hơn.',
    en: 'Some period opens after it is due. Open it earlier, or make it due later.',
  },
  'due-with-cut-off': {
    vi: 'Có kỳ mà hạn nộp chưa cách ngày chốt số liệu một ngày làm việc (NĐ 09/2019/NĐ-CP Đ8.5). Hãy đặt hạn muộn hơn.',
    en: 'Some period is due less than one working day after its data are closed (NĐ 09/2019/NĐ-CP Đ8.5). Make it due later.',
  },
  'counted-elsewhere': {
    vi: 'Một báo cáo khác được tổng hợp từ biểu này, lấy số liệu tháng cuối quý. Gộp tháng đó thì báo cáo tổng hợp sẽ thiếu số liệu tháng.',
    en: 'Another report is counted from this form and takes the quarter’s last month. Without that month it will lack those figures.',
  },
}

export const scheduleProblemSentence = (problem: ScheduleProblem | 'counted-elsewhere'): Bilingual => SCHEDULE[problem]

export function calendarProblemSentence({ code, day }: CalendarProblem): Bilingual {
  const shown = day.split('-').reverse().join('/')
  switch (code) {
    case 'other-year':
      return { vi: `Ngày ${shown} không thuộc năm của lịch này.`, en: `${shown} is not in the year of this calendar.` }
    case 'twice':
      return { vi: `Ngày ${shown} được ghi hai lần.`, en: `${shown} is written twice.` }
    case 'both':
      return { vi: `Ngày ${shown} vừa là ngày nghỉ vừa là ngày làm bù.`, en: `${shown} is both off and worked.` }
    case 'worked-anyway':
      return {
        vi: `Ngày ${shown} không phải thứ Bảy, Chủ nhật nên không cần ghi là ngày làm bù.`,
        en: `${shown} is no Saturday or Sunday, so it need not be told as worked.`,
      }
  }
}
