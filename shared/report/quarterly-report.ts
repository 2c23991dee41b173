// The standing agency's quarterly report to the People's Committee of the province
// (VII.1.a) as a printed document: NĐ 30/2020/NĐ-CP Phụ lục I and mẫu 1.4 say
// what stands where. Takes figures and words; computes nothing but totals.
import type { Agency } from '../agency.ts'
import { showNumber } from '../field/exact-decimal.ts'
import type { Names } from '../field/field.ts'
import { nextPeriod, showPeriod } from '../period.ts'
import { committeeOf, type Plan } from '../plan.ts'
import type { QuarterSource } from '../quarter/source.ts'
import { percentOf } from '../rule/round-at.ts'
import { type Table, type Template, tableOf } from '../template.ts'
import type { QuarterlySummary } from '../wire-province.ts'
import type { Block, DocumentLayout } from './document-layout.ts'
import { type LeftOut, leftOutOfMoney, leftOutOfTasks, ofWhichPending } from './left-out.ts'
import { quarterFigures } from './quarter-figures.ts'
import { reportTable } from './report-table.ts'
import type { ReportWords } from './report-words.ts'

export interface ReportCase {
  readonly template: Template
  readonly names: Names & { readonly plan: Plan }
  readonly period: string
  readonly agency: Agency
  /** Days of the data window. */
  readonly window: { readonly from: string; readonly to: string }
  readonly source: QuarterSource
  readonly summary: Pick<QuarterlySummary, 'tables'>
  readonly leftOut: LeftOut
  readonly words: ReportWords
}

const n = (value: number) => showNumber(value, 'vi')
const million = (dong: number) => n(dong / 1_000_000)
const percent = (part: number, whole: number) => `${n(percentOf(part, whole) ?? 0)}%`

/** Day, month, year: days below 10 and months 1 and 2 with a zero before them (NĐ 30/2020/NĐ-CP Phụ lục I, II.4). */
function dayParts(day: string): readonly [string, string, string] {
  const [year = '', month = '', date = ''] = day.split('-')
  return [date, month > '02' ? String(Number(month)) : month, year]
}

function writtenDay(day: string): string {
  const [date, month, year] = dayParts(day)
  return `ngày ${date} tháng ${month} năm ${year}`
}

/** Lines of what people typed; blank ones are dropped. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const said = (text: string): Block[] => {
  const found = lines(text)
  return (found.length > 0 ? found : ['(Chưa có nội dung)']).map((line) => ({ kind: 'text', text: line }))
}

const dayOrBlanks = (day: string | null, year: number) => (day === null ? `ngày      tháng      năm ${year}` : writtenDay(day))

function tables({ template, names, source: { into } }: ReportCase, { tables: found }: ReturnType<typeof quarterFigures>) {
  const table = (key: string): Table => {
    const one = tableOf(template, key)
    if (!one) throw new RangeError(`${template.code} has no table ${key}`)
    return one
  }
  const { groups, agencies, indicators, money } = found
  return {
    groups: reportTable(table(into.groups.table), groups.rows, names, { totals: groups.totals }),
    agencies: reportTable(table(into.agencies.table), agencies.rows, names, { totals: agencies.totals }),
    indicators: reportTable(table(into.indicators.table), indicators.rows, names, { without: [into.indicators.code] }),
    money: reportTable(table(into.money.table), money.rows, names, { totals: money.totals, remark: 'Đơn vị tính: triệu đồng' }),
  }
}

export function quarterlyReport(given: ReportCase): DocumentLayout {
  const { names, period, agency, window, leftOut, words } = given
  const { plan } = names
  const figures = quarterFigures(given.source, given.summary)
  const table = tables(given, figures)
  const { tasks, reports, indicators, money } = figures
  // Never broken between "Quý" and its number.
  const quarter = showPeriod(period, 'vi').replaceAll(' ', '\u00a0')
  const symbol = `${words.number || '      '}/BC-${agency.abbreviation ?? agency.code}`
  const day = dayOrBlanks(words.day, plan.year)
  const province = committeeOf(plan)
  const subject = `Kết quả thực hiện ${plan.title.vi}`
  const attached = `(Kèm theo Báo cáo số ${symbol} ${day} của ${agency.name})`
  const slash = (date: string) => dayParts(date).join('/')
  const point = (text: string): Block => ({ kind: 'point', text })
  const text = (body: string): Block => ({ kind: 'text', text: body })
  const part = (title: string): Block => ({ kind: 'part', text: title })

  const body: Block[] = [
    {
      kind: 'heading',
      offices: [province, agency.name],
      number: `Số: ${symbol}`,
      placeAndDay: `${plan.province}, ${day}`,
    },
    { kind: 'title', name: 'Báo cáo', subject: [subject, `(${quarter})`] },
    { kind: 'addressee', text: `Kính gửi: Ủy ban nhân dân tỉnh ${plan.province}.` },
    text(
      `Thực hiện Kế hoạch số ${plan.number} ${writtenDay(plan.issuedOn)} của ${province} (${plan.title.vi}), ${agency.name} báo cáo kết quả ` +
        `thực hiện ${quarter}, số liệu từ ngày ${slash(window.from)} đến ngày ${slash(window.to)}, như sau:`,
    ),
    part('I. ĐÁNH GIÁ CHUNG'),
    ...said(words.assessment),
    part('II. KẾT QUẢ THỰC HIỆN'),
    point('1. Tiến độ thực hiện nhiệm vụ'),
    text(
      `Tổng số ${n(tasks.total)} nhiệm vụ. Đã hoàn thành ${n(figures.completed)} nhiệm vụ, đạt ${percent(figures.completed, tasks.total)} ` +
        `(đúng hạn ${n(tasks.doneOnTime)}, quá hạn ${n(tasks.doneLate)}); đang thực hiện trong hạn ${n(tasks.going)}; quá hạn chưa xong ` +
        `${n(tasks.overdue)}; chưa triển khai do chưa đến hạn ${n(tasks.idle)}; tạm dừng hoặc không thực hiện ${n(tasks.stopped)}. Chi tiết theo nhóm nhiệm vụ:`,
    ),
    table.groups,
    ...leftOutOfTasks(leftOut).map(text),
    point('2. Chế độ báo cáo và kết quả của các cơ quan, địa phương'),
    text(
      `${n(figures.agencies)} cơ quan, địa phương phải nộp ${n(reports.due)} báo cáo: đúng hạn ${n(reports.onTime)} ` +
        `(${percent(reports.onTime, reports.due)}), trễ ${n(reports.late)}, không nộp ${n(reports.missing)}${ofWhichPending(leftOut)}. Chi tiết từng cơ quan tại Phụ lục I kèm theo Báo cáo này.`,
    ),
    point('3. Kết quả thực hiện các chỉ tiêu'),
    text(
      `Theo dõi ${n(indicators.all)} chỉ tiêu; đã có số liệu đánh giá ${n(indicators.judged)} chỉ tiêu, trong đó đạt ${n(indicators.met)}, ` +
        `chưa đạt ${n(indicators.judged - indicators.met)}. Chi tiết tại Phụ lục II kèm theo Báo cáo này.`,
    ),
    point('4. Kinh phí thực hiện'),
    text(
      `Kế hoạch năm ${million(money.planned)} triệu đồng. Giải ngân trong quý ${million(money.paid)} triệu đồng; lũy kế ` +
        `${million(money.paidSoFar)} triệu đồng, đạt ${percent(money.paidSoFar, money.planned)} kế hoạch.`,
    ),
    table.money,
    ...leftOutOfMoney(leftOut).map(text),
    part('III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'),
    ...said(words.shortcomings),
    part(`IV. NHIỆM VỤ TRỌNG TÂM ${showPeriod(nextPeriod(period), 'vi').toUpperCase()}`),
    ...said(words.next),
    ...(lines(words.proposals).length > 0 ? [part('V. KIẾN NGHỊ, ĐỀ XUẤT'), ...said(words.proposals)] : []),
    text(
      `Trên đây là báo cáo kết quả thực hiện ${plan.title.vi} ${quarter} của ${agency.name}, kính trình Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.`,
    ),
    { kind: 'signature', recipients: lines(words.recipients), position: lines(words.position), signer: words.signer },
  ]
  const appendix = (label: string, title: string, block: Block) => ({
    landscape: true,
    blocks: [{ kind: 'appendix', label, title, attached } as const, block],
  })
  return {
    title: `Báo cáo ${subject} (${quarter})`,
    office: agency.name,
    sections: [
      { landscape: false, blocks: body },
      appendix('Phụ lục I', `Tình hình nộp báo cáo và tiến độ nhiệm vụ của các cơ quan, địa phương ${quarter}`, table.agencies),
      appendix('Phụ lục II', `Kết quả thực hiện các chỉ tiêu ${quarter}`, table.indicators),
    ],
  }
}
