// The report to the province as its readers see it: opened and laid out by
// LibreOffice, page by page.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { quarterlyReport } from '../../shared/report/quarterly-report.ts'
import { reportSample } from '../testing/report-sample.ts'
import { writeDocument } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'document-'))
const convertedTo = async (format: string, ending: string): Promise<Buffer> => {
  await promisify(execFile)(process.env.LIBREOFFICE ?? 'soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', format, '--outdir', folder, join(folder, 'report.docx')],
  ])
  return readFileSync(join(folder, `report.${ending}`))
}

let pages: string[] = []
let text = ''

beforeAll(async () => {
  writeFileSync(join(folder, 'report.docx'), Buffer.from(await writeDocument(quarterlyReport(reportSample))))
  pages = (await convertedTo('pdf', 'pdf')).toString('latin1').match(/\/Type\/Page\/[\s\S]*?\/MediaBox\[[^\]]*\]/g) ?? []
  text = (await convertedTo('txt:Text (encoded):UTF8', 'txt')).toString('utf8')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('is A4: the letter upright, the appendices across', () => {
  const shapes = pages.map((page) => {
    const [, width, height] = /\/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []
    return `${Math.round(Number(width))}x${Math.round(Number(height))}`
  })
  expect(new Set(shapes)).toEqual(new Set(['595x842', '842x595']))
  expect(shapes.slice(0, 3)).toEqual(['595x842', '595x842', '595x842'])
  // Three pages of letter, the table of 35 agencies, the table of 39 indicators.
  expect(shapes.length).toBeGreaterThanOrEqual(8)
  expect(shapes.length).toBeLessThanOrEqual(11)
})

it('says everything in the order that NĐ 30/2020/NĐ-CP gives', () => {
  const order = [
    'SỞ THÔNG TIN VÀ',
    'Số: 125/BC-STTTT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Khánh Hòa, ngày 04 tháng 6 năm 2025',
    'BÁO CÁO',
    'Kính gửi: Ủy ban nhân dân tỉnh Khánh Hòa.',
    'I. ĐÁNH GIÁ CHUNG',
    'III.1. Lãnh đạo, chỉ đạo, điều hành',
    'Chưa tính nhiệm vụ và kinh phí của 2 cơ quan chưa có báo cáo tháng cuối quý: Ban Dân tộc; UBND huyện Khánh Sơn.',
    '4. Kinh phí thực hiện',
    'Ngoài ra có 1.250,5 triệu đồng lũy kế giải ngân chưa xác định được nguồn vốn',
    'V. KIẾN NGHỊ, ĐỀ XUẤT',
    'Nơi nhận:',
    'PHÓ GIÁM ĐỐC',
    'Trần Văn Minh',
    'TÌNH HÌNH NỘP BÁO CÁO',
    '(Kèm theo Báo cáo số 125/BC-STTTT ngày 04 tháng 6 năm 2025 của Sở Thông tin và Truyền thông)',
    'UBND huyện Diên Khánh',
    'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
  ]
  const found = order.map((one) => text.indexOf(one))
  expect(found.filter((at) => at < 0)).toEqual([])
  expect(found).toEqual([...found].sort((a, b) => a - b))
})

it('writes figures as they are written in Vietnam, money in triệu đồng', () => {
  for (const one of ['322.799', '154.531', '477.330', '47.733', '143.199', '15/3/2025', '14/6/2025', '41,25']) expect(text).toContain(one)
})
