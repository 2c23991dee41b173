// The one mail a day that says what somebody still owes: Vietnamese first, English below for
// whoever asked for it. Knows neither who gets it nor when it goes out.
import type { Bilingual, Language } from '../bilingual.ts'
import { showPeriod } from '../period.ts'
import type { ReminderKind } from '../reminder/occasion.ts'
import { htmlMail, type MailBlock, plainMail } from './mail-blocks.ts'

export interface RemindedReport {
  readonly kind: ReminderKind
  readonly days: number
  readonly template: string
  readonly title: Bilingual
  readonly period: string
  readonly agencyName: string
  /** The last day on time; null where it never falls due. */
  readonly lastDay: string | null
  /** The regime says "trước ngày": the day after the last day on time. */
  readonly beforeDay: string | null
  /** The last day on which it is still taken. */
  readonly takenUntil: string
  /** Of something returned: how many notes are open. */
  readonly notes: number
}

export interface ReminderMail {
  readonly name: string
  readonly province: string
  readonly day: string
  readonly language: Language
  /** Address of the portal; null where the deployment does not know it. */
  readonly link: string | null
  readonly reports: readonly RemindedReport[]
}

const dmy = (day: string): string => day.split('-').reverse().join('/')

const ORDER: readonly ReminderKind[] = ['overdue', 'returned', 'handed-back', 'signature', 'due']

const HEADINGS: Readonly<Record<ReminderKind, Bilingual>> = {
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  returned: { vi: 'Bị trả lại, đang chờ sửa và nộp lại', en: 'Returned, waiting for you to mend and send again' },
  'handed-back': { vi: 'Lãnh đạo chuyển lại, đang chờ sửa', en: 'Handed back by the head of agency, waiting to be mended' },
  signature: { vi: 'Chờ lãnh đạo ký', en: 'Waiting for the signature of the head of agency' },
  due: { vi: 'Sắp đến hạn', en: 'Due soon' },
}

const COUNTED: Readonly<Record<ReminderKind, (n: number) => Bilingual>> = {
  overdue: (n) => ({ vi: `${n} báo cáo quá hạn`, en: `${n} overdue` }),
  returned: (n) => ({ vi: `${n} báo cáo bị trả lại`, en: `${n} returned` }),
  'handed-back': (n) => ({ vi: `${n} báo cáo lãnh đạo chuyển lại`, en: `${n} handed back` }),
  signature: (n) => ({ vi: `${n} báo cáo chờ ký`, en: `${n} to sign` }),
  due: (n) => ({ vi: `${n} báo cáo sắp đến hạn`, en: `${n} due soon` }),
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function dueLine({ kind, days, lastDay, beforeDay }: RemindedReport): Bilingual | null {
  if (lastDay === null) return null
  const due =
    beforeDay === null
      ? { vi: `Hạn nộp: hết ngày ${dmy(lastDay)}`, en: `Due by the end of ${dmy(lastDay)}` }
      : {
          vi: `Hạn nộp: trước ngày ${dmy(beforeDay)}, tức hết ngày ${dmy(lastDay)}`,
          en: `Due before ${dmy(beforeDay)}, that is by the end of ${dmy(lastDay)}`,
        }
  if (kind === 'overdue') return { vi: `${due.vi}; đã quá hạn ${days} ngày.`, en: `${due.en}; ${plural(days, 'day')} late.` }
  if (kind !== 'due') return { vi: `${due.vi}.`, en: `${due.en}.` }
  if (days === 0) return { vi: `${due.vi}; hôm nay là ngày cuối.`, en: `${due.en}; today is the last day.` }
  return { vi: `${due.vi}; còn ${days} ngày.`, en: `${due.en}; ${plural(days, 'day')} left.` }
}

function moreLines({ kind, days, notes, takenUntil }: RemindedReport): Bilingual[] {
  const since = days === 0 ? { vi: 'hôm nay', en: 'today' } : { vi: `${days} ngày trước`, en: `${plural(days, 'day')} ago` }
  switch (kind) {
    case 'overdue':
      return [{ vi: `Hệ thống còn nhận đến hết ngày ${dmy(takenUntil)}.`, en: `It is still taken until the end of ${dmy(takenUntil)}.` }]
    case 'returned':
      return [
        notes > 0
          ? {
              vi: `Trả lại ${since.vi}, còn ${notes} ý kiến cần trả lời.`,
              en: `Returned ${since.en}, with ${plural(notes, 'note')} to answer.`,
            }
          : { vi: `Trả lại ${since.vi}.`, en: `Returned ${since.en}.` },
      ]
    case 'handed-back':
      return [{ vi: `Chuyển lại ${since.vi}.`, en: `Handed back ${since.en}.` }]
    case 'signature':
      return [
        {
          vi: `Trình ký ${since.vi}. Báo cáo chỉ được tính từ khi lãnh đạo ký.`,
          en: `Sent for signature ${since.en}. It only counts once it is signed.`,
        },
      ]
    case 'due':
      return []
  }
}

function blocksIn(language: Language, { name, province, link, reports }: ReminderMail): MailBlock[] {
  const vi = language === 'vi'
  const said = (text: Bilingual): string => text[language]
  return [
    { kind: 'line', text: vi ? `Kính gửi ông/bà ${name},` : `Dear ${name},` },
    {
      kind: 'line',
      text: vi
        ? `Hệ thống báo cáo của ${province} trân trọng thông báo các báo cáo đang chờ ông/bà xử lý:`
        : `The reporting system of ${province} reminds you of these reports, which wait for you:`,
    },
    ...ORDER.flatMap((kind): MailBlock[] => {
      const own = reports.filter((one) => one.kind === kind)
      if (own.length === 0) return []
      const items = own.map((report): MailBlock => {
        const due = dueLine(report)
        return {
          kind: 'item',
          title: `${said(report.title)} (${report.template}), ${vi ? 'kỳ ' : ''}${showPeriod(report.period, language)}`,
          lines: [
            vi ? `Cơ quan: ${report.agencyName}` : `Agency: ${report.agencyName}`,
            ...(due ? [said(due)] : []),
            ...moreLines(report).map(said),
          ],
        }
      })
      return [{ kind: 'heading', text: said(HEADINGS[kind]) }, ...items]
    }),
    link === null
      ? {
          kind: 'line',
          text: vi ? 'Mở Excel, khung Phụ lục số, hoặc cổng báo cáo để xử lý.' : 'Open the pane of Phụ lục số in Excel, or the portal.',
        }
      : {
          kind: 'link',
          text: vi ? 'Xử lý trên cổng báo cáo, hoặc trong khung Phụ lục số của Excel' : 'Open the portal, or the pane in Excel',
          href: link,
        },
    {
      kind: 'line',
      text: vi
        ? 'Ông/bà nhận thư này vì đang là người nộp hoặc lãnh đạo ký của cơ quan; mỗi người nhận nhiều nhất một thư một ngày, mỗi mốc nhắc chỉ một lần. Để ngừng nhận hoặc đổi ngôn ngữ: cổng báo cáo, trang Nộp báo cáo, mục Thư nhắc. Để đổi người nhận: đề nghị quản trị hệ thống bàn giao vai trò.'
        : 'You get this mail because you file or sign for the agency: at most one mail a day, and each reminder once. To stop it or change its language, open “Reminders by mail” on the filing page of the portal. To have somebody else get it, ask the administrator to hand your role over.',
    },
  ]
}

export function reminderMail(mail: ReminderMail): { subject: string; body: string; html: string } {
  const counts = ORDER.flatMap((kind) => {
    const n = mail.reports.filter((one) => one.kind === kind).length
    return n === 0 ? [] : [COUNTED[kind](n)]
  })
  const both = mail.language === 'en'
  const subject = [
    `Nhắc báo cáo ngày ${dmy(mail.day)}: ${counts.map(({ vi }) => vi).join(', ')}`,
    ...(both ? [`Reports: ${counts.map(({ en }) => en).join(', ')}`] : []),
  ].join(' / ')
  const blocks: MailBlock[] = [...blocksIn('vi', mail), ...(both ? [{ kind: 'rule' } as const, ...blocksIn('en', mail)] : [])]
  return { subject, body: plainMail(blocks), html: htmlMail('vi', subject, blocks) }
}
