// What the box for a day says beside its label.
import type { Language } from '../../shared/bilingual.ts'

interface DayWords {
  readonly choose: (what: string) => string
  readonly form: string
  readonly noDay: string
}

export const DAY_TEXTS: Readonly<Record<Language, DayWords>> = {
  vi: { choose: (what) => `Chọn trên lịch: ${what}`, form: 'dd/mm/yyyy', noDay: 'Chưa phải là ngày: gõ ngày/tháng/năm, ví dụ 31/12/2025.' },
  en: {
    choose: (what) => `Choose on the calendar: ${what}`,
    form: 'dd/mm/yyyy',
    noDay: 'Not a day yet: type day/month/year, for example 31/12/2025.',
  },
}
