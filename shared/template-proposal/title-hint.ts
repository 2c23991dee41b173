// What kind of values the titles above a column announce, and how clearly. Looks at no values.
import { type MoneyUnit, unitOfTitles } from '../takeover/money-unit.ts'
import { titleWords } from '../takeover/title-words.ts'
import type { FieldType } from '../template.ts'
import { foldBare } from '../text/fold.ts'
import { isSequenceTitle } from './find-table-headers.ts'

export interface Hint {
  readonly type: FieldType
  /** 0 to 1: how sure the title alone makes it. */
  readonly strength: number
}

export const LINE: FieldType = { kind: 'text', maxLength: 500 }
export const PROSE: FieldType = { kind: 'text', maxLength: 2000, multiline: true }
export const PERCENT: FieldType = { kind: 'percent', places: 2 }
export const COUNT: FieldType = { kind: 'integer', min: 0 }

/** The unit of a column of ours; thousands are counted in đồng. */
export const moneyIn = (unit: MoneyUnit): FieldType => ({ kind: 'money', unit: unit === 'nghin' ? 'dong' : unit, min: 0 })

const MONEY =
  /\bvon\b|kinh phi|giai ngan|du toan|ngan sach|\bns(?:tw|dp|nn)\b|gia tri|so tien|tong muc dau tu|thanh tien|don gia|chi phi|doanh thu|quyet toan|thanh toan|muc chi/

/** Without tones, most telling first; of the innermost title unless said otherwise. */
const SAYINGS: readonly (readonly [RegExp, FieldType, number])[] = [
  [
    /^(?:so |ngay )?(?:dien thoai|dt lien he|cccd|cmnd|tai khoan)|^(?:ho ten|ho va ten|chuc vu|email|dia chi$|dia diem|ma\b|ky ten)/,
    LINE,
    0.9,
  ],
  [/don vi tinh|^dvt$/, LINE, 0.9],
  [/\bco khong\b|^co khong$/, { kind: 'yes-no' }, 0.9],
  [/\blink\b|\burl\b|duong dan|dia chi (?:web|truy cap|trang)|website|lien ket/, { kind: 'url' }, 0.85],
  [/ky hieu|so hieu van ban|so van ban|^van ban so|so quyet dinh$|so hop dong/, { kind: 'document-number' }, 0.85],
  [/^ngay\b|^ngay thang|^thoi diem/, { kind: 'date' }, 0.85],
  [/^ghi chu/, PROSE, 0.9],
  [/kho khan|vuong mac|nguyen nhan|giai phap|de xuat|kien nghi|mo ta|ket qua|noi dung|tinh hinh|danh gia/, PROSE, 0.85],
  [/phoi hop/, { kind: 'agencies' }, 0.7],
  [
    /^(?:ten|nhiem vu|du an|hang muc|chi tieu|muc tieu|san pham|dich vu|he thong|trich yeu|hinh thuc|loai\b|danh muc|linh vuc)/,
    PROSE,
    0.85,
  ],
  [/chu tri|^co quan|^don vi|chu dau tu|^dia phuong|^xa phuong/, { kind: 'agency' }, 0.65],
  [/^nam (?:san xuat|lap dat|su dung|sinh|xay dung|ban hanh|thanh lap|dua vao|mua)/, COUNT, 0.85],
  [/giai doan|thoi gian thuc hien|^nam thuc hien/, { kind: 'year-range' }, 0.6],
  [/thoi han|^thoi gian (?:du kien|bat dau)|thoi gian hoan thanh|tien do|^ky\b/, { kind: 'period' }, 0.5],
  [/^(?:tong )?so\b|^tong$|^(?:cong )?luy ke|^trong (?:ky|thang|quy)|^thuc hien|^ke hoach/, COUNT, 0.6],
]
/** A number of what can be counted: "Số người", "Số lượng dịch vụ". */
const COUNTED =
  /^sl$|^so may\b|^(?:tong )?so (?:luong|nguoi|luot|ho so|lop|don vi|xa|thon|ho|dich vu|truong|hoc|can bo|cuoc|van ban|tai khoan|giao dich|thiet bi|doanh nghiep)/

const ASIDE_UNIT = /^(?:don vi(?: tinh)? |dvt )?(?:ty|trieu|tr|nghin|ngan|1000|1 000)? ?(?:dong|vnd|d)?$/

const saysUnit = (titles: readonly string[]): boolean =>
  titles.some((title) =>
    [...title.matchAll(/\(([^()]*)\)/g)].some(([, aside]) => aside !== '' && ASIDE_UNIT.test(foldBare(aside as string))),
  )

export function titleHint(titles: readonly string[], unitAbove: MoneyUnit | null): Hint | null {
  const leaf = titles.at(-1) ?? ''
  if (titles.some(isSequenceTitle)) return { type: { kind: 'sequence', style: 'number' }, strength: 1 }
  const bare = foldBare(leaf)
  // Also with abbreviations written out: "GN kỳ này", "Đ/v p.hợp".
  // "Đã" is no abbreviation of "dự án".
  const ideas = titleWords(leaf.replace(/(?<!\p{L})đã(?!\p{L})/giu, ' ')).join(' ')
  const whole = [...titles.map(foldBare), ideas].join(' ')
  if (/%/.test(leaf) || /^(?:ty|ti) le\b/.test(bare)) return { type: PERCENT, strength: 0.9 }
  if (COUNTED.test(bare)) return { type: COUNT, strength: 0.85 }
  const unit = unitOfTitles(titles)
  if (unit) return { type: moneyIn(unit), strength: unit !== 'nghin' && saysUnit(titles) ? 0.9 : 0.6 }
  const said = SAYINGS.find(([pattern]) => pattern.test(bare)) ?? SAYINGS.find(([pattern]) => pattern.test(ideas))
  if (said && said[2] >= 0.8) return { type: said[1], strength: said[2] }
  if (unitAbove && MONEY.test(whole)) return { type: moneyIn(unitAbove), strength: unitAbove === 'nghin' ? 0.6 : 0.85 }
  if (titles.some((title) => title.includes('%'))) return { type: PERCENT, strength: 0.8 }
  if (MONEY.test(bare) || MONEY.test(ideas)) return { type: moneyIn(unitAbove ?? 'trieu'), strength: 0.5 }
  return said ? { type: said[1], strength: said[2] } : null
}
