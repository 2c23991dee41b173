import { expect, test } from 'vitest'
import { type RemindedReport, type ReminderMail, reminderMail } from './reminder-mail.ts'

const report: RemindedReport = {
  ...{
    kind: 'due',
    days: 1,
    template: 'THANG',
    period: '2025-03',
    agencyName: 'Sở <A> & B',
    lastDay: '2025-03-19',
    beforeDay: '2025-03-20',
  },
  ...{ title: { vi: 'Báo cáo tháng', en: 'Monthly report' }, takenUntil: '2025-04-18', notes: 0 },
}
const mail = (change: Partial<ReminderMail> = {}) =>
  reminderMail({
    ...{ name: 'Nguyễn Thị Hoa', province: 'tỉnh Khánh Hòa', day: '2025-03-18', language: 'vi' },
    ...{ link: 'https://bc.example/portal.html', reports: [report], ...change },
  })

test('it says what is owed, by when as the regime says it, how to get there and how to stop it', () => {
  const { subject, body } = mail()
  expect(subject).toBe('Nhắc báo cáo ngày 18/03/2025: 1 báo cáo sắp đến hạn')
  expect(body).toContain('- Báo cáo tháng (THANG), kỳ Tháng 3/2025')
  expect(body).toContain('Hạn nộp: trước ngày 20/03/2025, tức hết ngày 19/03/2025; còn 1 ngày.')
  expect(body).toContain('https://bc.example/portal.html')
  expect(body).toContain('Để ngừng nhận')
  expect(body).not.toContain('Dear')
  expect(mail({ reports: [{ ...report, beforeDay: null, days: 0 }] }).body).toContain('hết ngày 19/03/2025; hôm nay là ngày cuối.')
})

test('days late, notes to answer and what waits for a signature stand under headings of their own, the late ones first', () => {
  const { subject, body } = mail({
    reports: [
      report,
      { ...report, kind: 'returned', days: 0, notes: 2 },
      { ...report, kind: 'overdue', days: 3 },
      { ...report, kind: 'signature', days: 1 },
    ],
  })
  expect(subject).toContain('1 báo cáo quá hạn, 1 báo cáo bị trả lại, 1 báo cáo chờ ký, 1 báo cáo sắp đến hạn')
  expect(body).toContain('đã quá hạn 3 ngày.')
  expect(body).toContain('còn nhận đến hết ngày 18/04/2025')
  expect(body).toContain('Trả lại hôm nay, còn 2 ý kiến cần trả lời.')
  expect(body.indexOf('QUÁ HẠN')).toBeLessThan(body.indexOf('BỊ TRẢ LẠI'))
})

test('whoever asked for English gets it below the Vietnamese', () => {
  const { subject, body } = mail({ language: 'en' })
  expect(subject).toContain(' / Reports: 1 due soon')
  expect(body.indexOf('Dear Nguyễn Thị Hoa')).toBeGreaterThan(body.indexOf('Kính gửi'))
  expect(body).toContain('Due before 20/03/2025, that is by the end of 19/03/2025; 1 day left.')
})

test('names are text in the HTML too', () => {
  const { html } = mail()
  expect(html).toContain('Sở &lt;A&gt; &amp; B')
  expect(html).toContain('<a href="https://bc.example/portal.html">')
  expect(html).not.toContain('Sở <A>')
})
