// Why a cell of a template's workbook is not taken, in sentences that say where it stands,
// what was found and what to do.
import type { Bilingual } from '../bilingual.ts'
import type { SheetRefusal, SheetRefusalCode } from '../template-workbook/sheet-refusal.ts'
import { JSON_FILE } from '../template-workbook/template-file.ts'

type Say = (params: SheetRefusal['params']) => Bilingual

const SAYINGS: Readonly<Record<SheetRefusalCode, Say>> = {
  'not-a-number': ({ what, found }) => ({
    vi: `mục “${what}” cần một số, đang là “${found}”. Hãy gõ lại bằng chữ số.`,
    en: `“${what}” takes a number, “${found}” was found. Type it in digits.`,
  }),
  'not-yes-no': ({ what, found }) => ({
    vi: `mục “${what}” chỉ nhận “có” hoặc “không”, đang là “${found}”.`,
    en: `“${what}” takes only “có” (yes) or “không” (no), “${found}” was found.`,
  }),
  'not-json': ({ what }) => ({
    vi: `mục “${what}” không còn đúng dạng JSON. Hãy chép lại nguyên ô này từ tệp đã tải về.`,
    en: `“${what}” is no JSON any more. Copy the whole cell again from the file that was downloaded.`,
  }),
  'sheet-missing': () => ({
    vi: 'trang này không có trong tệp. Hãy tải một biểu có sẵn về làm mẫu và giữ nguyên tên các trang.',
    en: 'the file does not have this sheet. Download a template as a pattern and keep the names of its sheets.',
  }),
  'headings-missing': ({ what }) => ({
    vi: `không thấy dòng tiêu đề (bắt đầu bằng “${what}”) trong mười dòng đầu. Hãy giữ nguyên dòng tiêu đề của tệp đã tải về.`,
    en: `the row of headings (which begins with “${what}”) was not found in the first ten rows. Keep the headings of the file that was downloaded.`,
  }),
  'heading-unknown': ({ found }) => ({
    vi: `tiêu đề “${found}” không có trong trang này. Hãy sửa lại cho đúng, hoặc xóa cột nếu không dùng.`,
    en: `this sheet has no heading “${found}”. Correct it, or delete the column where it is not used.`,
  }),
  'heading-twice': ({ what }) => ({
    vi: `tiêu đề “${what}” xuất hiện hai lần. Hãy bỏ một cột.`,
    en: `the heading “${what}” stands twice. Remove one of the columns.`,
  }),
  'setting-unknown': ({ found }) => ({
    vi: `không có mục nào tên “${found}”. Hãy sửa lại theo tệp đã tải về, hoặc xóa dòng.`,
    en: `there is no setting “${found}”. Write it as in the file that was downloaded, or delete the row.`,
  }),
  'setting-twice': ({ what }) => ({
    vi: `mục “${what}” được ghi hai lần. Hãy giữ một dòng.`,
    en: `the setting “${what}” is given twice. Keep one row.`,
  }),
  'table-unknown': ({ found, options }) => ({
    vi: `bảng “${found}” không có trong trang tables (đang có: ${options || 'chưa có bảng nào'}). Hãy sửa khóa của bảng.`,
    en: `the sheet tables has no table “${found}” (it has: ${options || 'none'}). Correct the key of the table.`,
  }),
  missing: ({ what }) => ({
    vi: `mục “${what}” chưa có. Hãy điền vào.`,
    en: `“${what}” is missing. Fill it in.`,
  }),
  'not-one-of': ({ what, found, options }) => ({
    vi: `mục “${what}” đang là “${found}”. Hãy chọn một trong: ${options}.`,
    en: `“${what}” is “${found}”. Choose one of: ${options}.`,
  }),
  'does-not-apply': ({ what, found }) => ({
    vi: `mục “${what}” (đang là “${found}”) không dùng cho kiểu đã chọn ở dòng này. Hãy để trống ô này, hoặc đổi kiểu.`,
    en: `“${what}” (which is “${found}”) does not go with what was chosen in this row. Leave the cell blank, or choose another type.`,
  }),
  malformed: ({ what, found }) => ({
    vi: `mục “${what}” đang là “${found}”, không đúng cách viết (khóa: chữ thường không dấu, số, gạch dưới; mã: chữ hoa; kỳ: 2025-03).`,
    en: `“${what}” is “${found}”, which is not how it is written (keys: small letters, digits, underscore; codes: capitals; periods: 2025-03).`,
  }),
}

export function sheetRefusalSentence({ code, sheet, cell, params }: SheetRefusal): Bilingual {
  const said = SAYINGS[code](params)
  if (sheet === JSON_FILE) return { vi: `Tệp JSON, chỗ ${cell}: ${said.vi}`, en: `JSON file, at ${cell}: ${said.en}` }
  return {
    vi: `Trang ${sheet}${cell === null ? '' : `, ô ${cell}`}: ${said.vi}`,
    en: `Sheet ${sheet}${cell === null ? '' : `, cell ${cell}`}: ${said.en}`,
  }
}
