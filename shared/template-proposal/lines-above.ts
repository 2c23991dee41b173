// The lines above a table of any form: what is printed as its title, what is a cell to be
// filled ("Đơn vị báo cáo: …"), what is a remark. National heading, place and date are the product's own.
import { address } from '../a1.ts'
import { isSigning } from '../sheet/table-end.ts'
import { unitOfLine } from '../takeover/money-unit.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import { foldBare } from '../text/fold.ts'
import { isNational } from './form-frame.ts'

export interface Line {
  readonly text: string
  readonly cell: string
}

export interface LinesAbove {
  readonly titles: readonly Line[]
  readonly labels: readonly Line[]
  readonly notes: readonly Line[]
}

/** To whom a form is sent stands in its regime. */
const ADDRESSED = /^kinh gui\b/
/** Also of what is no money: "Đơn vị tính: người". */
const UNIT = /^(?:don vi tinh|dvt)\b/
const LABEL = /^[^:]{2,40}:\s*[….\s_-]*\S{0,60}$/
/** "Phụ lục II", "Biểu số 03", "BÁO CÁO …", "(Kèm theo Công văn …)". */
const TITLE =
  /^(?:phu luc|bieu|mau|bao cao|bang tong hop|tong hop|danh muc|danh sach|ket qua|tinh hinh|ke hoach|bang)\b|^(?:thang|quy|nam|ky|(?:6|9) thang) [\divx]/
/** "UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ": whose form it is. */
const OFFICE =
  /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|ban quản lý|ban dân tộc|chi cục|cục|trung tâm|công an|tỉnh|huyện|thị xã|thành phố|xã|phường|phòng|trường|văn phòng|đảng ủy|hội đồng nhân dân|cơ quan|ban chỉ đạo|liên minh|liên đoàn|bệnh viện|mặt trận|hội(?! nghị| thảo))\s/iu
const ATTACHED = /^\((?:kem theo|ban hanh kem|thang|quy|nam|ky|so lieu|tu ngay|tinh den)/
const REMARK = /^(?:\*|\(\*\)|ghi chu|luu y|huong dan|chu thich)/

const isCapital = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase()

export function linesAbove(sheet: TheirSheet, from: number, to: number): LinesAbove {
  const lines = sheet.index
    .rows()
    .filter((row) => row >= from && row < to)
    .map((row) =>
      sheet.row(row).flatMap(([column]) => {
        const text = sheet.text(row, column).trim()
        return text === '' ? [] : [{ text, cell: address(row, column) }]
      }),
    )
  const titles: Line[] = []
  const offices: Line[] = []
  const labels: Line[] = []
  const notes: Line[] = []
  for (const line of lines) {
    // The office stands beside the national heading.
    if (line.some(({ text }) => isNational(text))) continue
    for (const one of line) {
      const bare = foldBare(one.text)
      if (isSigning(one.text) || unitOfLine(one.text) !== null || UNIT.test(bare) || bare === '' || ADDRESSED.test(bare)) continue
      const bracketed = `(${bare}`
      if (REMARK.test(one.text.startsWith('(*)') ? '(*)' : bare) || one.text.startsWith('*')) notes.push(one)
      else if (LABEL.test(one.text) && !TITLE.test(bare)) labels.push(one)
      else if (isCapital(one.text) && OFFICE.test(one.text) && titles.length === 0) offices.push(one)
      else if (TITLE.test(bare) || isCapital(one.text) || (one.text.startsWith('(') && ATTACHED.test(bracketed))) titles.push(one)
      else notes.push(one)
    }
  }
  // Whoever makes the form stands above its title; alone, it is all that is said.
  return { titles: titles.length > 0 ? titles : offices, labels, notes }
}
