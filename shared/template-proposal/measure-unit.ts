// The unit of what is no money, as titles and the line above a table say it: "(ha)", "(người)",
// "Đơn vị tính: tấn". Says whether such things are counted or measured.
import type { FieldType } from '../template.ts'
import { foldBare } from '../text/fold.ts'
import { COUNT, MEASURE, PERCENT } from './title-sayings.ts'

const MEASURED =
  /^(?:ha|m|m ?2|m ?3|m[²³]|km|km ?2|km²|mm|cm|kg|g|gr|tan|ta|yen|lit|l|ml|kw|mw|kwh|mwh|kwp|mwp|kva|gb|tb|mb|mbps|gio|diem|do c|c|sao|(?:tan|ta|kg|m ?3|lit|mg) (?:ha|nam|ngay|nguoi|l|m ?3|gio|h)|nghin tan|trieu (?:tan|kwh|m ?3)|1 ?000 tan)$/
const COUNTED =
  /^(?:sl|so luong|(?:so )?(?:nguoi|ho|khau|luot(?: nguoi| khach| ho)?|cai|chiec|con|bo|cay|quyen|cuon|trang|ho so|van ban|xa|thon|to|ngay|thang|nam|buoi|lop|truong|co so|may|vu|ca|suat|giuong|phong|nha|can|du an|cuoc|dot|lan|dn|doanh nghiep|hoc sinh|hs|em|chau|ban|to chuc|nhiem vu|cong trinh|phieu|mau|lieu|don|thu|tai khoan|thiet bi|giao dich|hop tac xa|htx|hoi|clb|ho so tthc))$/

/** "con/hộ", "người/km2", "ca/100.000 dân": so many of one for one of the other. */
const PER =
  / (?:ha|sao|km ?[2²]?|h|s|gio|phut|ngay|thang|nam|quy|nguoi|ho|khau|m ?[23²³]|1?00 000 dan|1 000 dan|dan|vu|l|con|lop|truong|xa)$/

function ofUnit(said: string): FieldType | null {
  if (/^[^/]{1,12}\/[^/]{1,12}$/.test(said) && PER.test(foldBare(said))) return MEASURE
  if (/^\s*%\s*$/.test(said)) return PERCENT
  const bare = foldBare(said)
  return MEASURED.test(bare) ? MEASURE : COUNTED.test(bare) ? COUNT : null
}

/** In brackets or behind "ĐVT" of one title. */
export function measureOfTitle(title: string): FieldType | null {
  const asides = [...title.matchAll(/\(([^()]*)\)/g)].map(([, aside]) => aside as string)
  const behind = /(?:đơn vị tính|đvt|đơn vị)\s*:\s*([^:()]{1,20})$/iu.exec(title)?.[1]
  for (const said of [...asides, ...(behind === undefined ? [] : [behind])]) {
    const type = ofUnit(said.replace(/^\s*(?:đvt|đơn vị tính|đơn vị)\s*:?/iu, ''))
    if (type) return type
  }
  return null
}

/** "Đơn vị tính: người" above a table; several units make measures. */
export function measureOfLine(text: string): FieldType | null {
  const [, said] = /^\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:\s*([^()]{1,40})\)?$/iu.exec(text.trim()) ?? []
  if (said === undefined) return null
  const types = said.split(/[;,]|\svà\s/).map(ofUnit)
  if (types.some((type) => type === null)) return null
  return types.every((type) => type === types[0]) ? (types[0] ?? null) : MEASURE
}
