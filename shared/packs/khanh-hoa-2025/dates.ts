// What several forms ask of days: the last day of a due time as a formula that a sheet
// can hold, and dates that lie in the period reported. Knows no particular column.
import type { Bilingual } from '../../bilingual.ts'
import type { Rule } from '../../template.ts'
import { rule, say } from './column.ts'

/** NĐ 09/2019/NĐ-CP Đ12: figures and events up to the cut-off belong to the period. */
export const WINDOW = 'NĐ 09/2019/NĐ-CP Đ12'

/**
 * The last day of the due time in a column of periods, as they are written there: "Tháng 3/2025", "Quý II/2025",
 * "6 tháng đầu năm 2025", "9 tháng đầu năm 2025", "Năm 2025", "20/02/2025". `otherwise` for what names no day:
 * "Thường xuyên", "Sau khi …", blank.
 */
export function lastDay(key: string, otherwise = '""'): string {
  const due = `[@${key}]`
  const year = `VALUE(RIGHT(${due},4))`
  const cases: readonly (readonly [when: string, day: string])[] = [
    [`LEFT(${due},6)="Tháng "`, `DATE(${year},VALUE(MID(${due},7,LEN(${due})-11))+1,0)`],
    [`LEFT(${due},4)="Quý "`, `DATE(${year},3*IF(MID(${due},5,2)="IV",4,LEN(${due})-9)+1,0)`],
    [`LEFT(${due},4)="Năm "`, `DATE(${year},12,31)`],
    [`LEFT(${due},11)="6 tháng đầu"`, `DATE(${year},6,30)`],
    [`LEFT(${due},12)="6 tháng cuối"`, `DATE(${year},12,31)`],
    [`LEFT(${due},7)="9 tháng"`, `DATE(${year},9,30)`],
    [`AND(LEN(${due})=10,MID(${due},3,1)="/")`, `DATE(${year},VALUE(MID(${due},4,2)),VALUE(LEFT(${due},2)))`],
  ]
  return cases.reduceRight((rest, [when, day]) => `IF(${when},${day},${rest})`, otherwise)
}

/**
 * Nothing that is reported can have happened after the last day on which the report is taken: an error. Between the
 * cut-off and that day it has happened, and belongs to the next period: a warning.
 */
export const happened = (id: string, field: string, what: Bilingual): Rule[] => [
  rule(
    `${id}-SAU`,
    'row',
    'error',
    field,
    `=OR(ISBLANK([@${field}]),[@${field}]<=ky.khoa)`,
    say(
      `${what.vi} chưa thể đến trong kỳ này. Kiểm tra lại ngày, tháng, năm.`,
      `${what.en} cannot have come yet in this period. Check day, month and year.`,
    ),
    WINDOW,
  ),
  rule(
    `${id}-KY`,
    'row',
    'warning',
    field,
    `=OR(ISBLANK([@${field}]),[@${field}]<=ky.den,[@${field}]>ky.khoa)`,
    say(
      `${what.vi} sau ngày chốt số liệu của kỳ. Để sang kỳ sau, hoặc giải trình.`,
      `${what.en} lies after the cut-off of the period. Leave it to the next one, or explain.`,
    ),
    WINDOW,
  ),
]
