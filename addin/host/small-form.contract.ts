// A small form as a layout, with all that a drawn form can have: what the port
// is held to, whatever the templates of the day are.
import {
  formName,
  identityText,
  idsName,
  keysName,
  listName,
  listSheetName,
  MARK,
  NAME_PREFIX,
  RECORD_MARK,
  recordSheetName,
} from '../../shared/sheet/anchors.ts'
import type { FormIdentity } from '../../shared/sheet/form-identity.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'

export const IDENTITY: FormIdentity = { template: 'THANG', version: 1, agency: 'STTTT', period: '2025-03', columns: '0123456789abcdef' }
export const FORM = 'THANG 2025-03'
/** The words of the cell that would be a formula, a number or a date if it were put in carelessly. */
export const TRICKY = { C6: '=1+1', C7: '+84 258', C8: '3/2025', B6: '00123' } as const

const LIST = listName(IDENTITY, 'status')

const form: SheetLayout = {
  name: FORM,
  visibility: 'visible',
  columns: [
    { letter: 'A', width: 10, hidden: true },
    { letter: 'B', width: 8 },
    { letter: 'C', width: 40 },
    { letter: 'D', width: 12 },
    { letter: 'E', width: 14 },
    { letter: 'F', width: 10 },
  ],
  rows: [
    { at: 3, hidden: true },
    { at: 1, height: 30 },
  ],
  cells: [
    { at: 'B1', value: 'BÁO CÁO THÁNG 3/2025' },
    { at: 'A3', value: MARK.keys('rows', IDENTITY) },
    { at: 'B3', value: 'stt' },
    { at: 'C3', value: 'nhiem_vu' },
    { at: 'D3', value: 'ty_le' },
    { at: 'E3', value: 'ngay' },
    { at: 'F3', value: 'trang_thai' },
    { at: 'B4', value: 'STT' },
    { at: 'C4', value: 'Nhiệm vụ' },
    { at: 'D4', value: '% hoàn thành' },
    { at: 'A6', value: 'r1' },
    { at: 'A7', value: 'r2' },
    { at: 'A8', value: 'r3' },
    { at: 'B6', value: TRICKY.B6 },
    { at: 'C6', value: TRICKY.C6 },
    { at: 'C7', value: TRICKY.C7 },
    { at: 'C8', value: TRICKY.C8 },
    { at: 'D6', value: 75 },
    { at: 'E6', value: 45733 },
    { at: 'D9', formula: '=SUM(D6:D8)', value: 75 },
    { at: 'A10', value: MARK.end('rows') },
  ],
  styles: {
    title: { bold: true, size: 14, horizontal: 'center', vertical: 'center' },
    head: { bold: true, border: true, fill: '#DCE6F1', wrap: true, horizontal: 'center' },
    id: { size: 8, color: '#808080', format: '@' },
    text: { border: true, format: '@', locked: false },
    body: { border: true, wrap: true, locked: false },
    percent: { border: true, format: '0', horizontal: 'right', locked: false, italic: true },
    date: { border: true, format: 'dd/mm/yyyy', locked: false, underline: true },
  },
  styled: [
    { range: 'B1:F1', style: 'title' },
    { range: 'A3:F3', style: 'id' },
    { range: 'B4:F4', style: 'head' },
    { range: 'A6:A10', style: 'id' },
    { range: 'B6:F8', style: 'body' },
    { range: 'B6:B8', style: 'text' },
    { range: 'D6:D8', style: 'percent' },
    { range: 'E6:E8', style: 'date' },
  ],
  merges: ['B1:F1'],
  validations: [
    {
      range: 'D6:D8',
      rule: { kind: 'decimal', min: 0, max: 100 },
      alert: { style: 'stop', title: 'Tỷ lệ hoàn thành không nằm trong khoảng cho phép', message: 'Nhập số từ 0 đến 100. '.repeat(20) },
      prompt: { title: '% hoàn thành', message: 'Từ 0 đến 100' },
    },
    {
      range: 'E6:E8',
      rule: { kind: 'date', min: '2025-01-01', max: '2025-12-31' },
      alert: { style: 'warning', title: 'Ngày', message: 'Ngày trong năm 2025' },
    },
    {
      range: 'F6:F8',
      rule: { kind: 'list', source: `=${LIST}` },
      alert: { style: 'stop', title: 'Trạng thái', message: 'Chọn trong danh sách' },
    },
    { range: 'C6:C8', rule: { kind: 'text-length', max: 500 }, alert: { style: 'information', title: 'Dài', message: 'Tối đa 500 ký tự' } },
  ],
  conditionals: [{ range: 'D6:D8', formula: '=AND($D6<>"",$D6>100)', style: { fill: '#FFC7CE', color: '#9C0006', bold: true } }],
  protected: true,
  freeze: { rows: 4, columns: 3 },
  print: {
    orientation: 'landscape',
    fitToWidth: true,
    titleRows: [4, 4],
    area: 'B1:F9',
    margins: { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 8 },
    footer: '&LPhụ lục số&RTrang &P/&N',
  },
  tabColor: '#1F4E79',
}

const hidden = (name: string, cells: SheetLayout['cells']): SheetLayout => ({
  name,
  visibility: 'very-hidden',
  columns: [],
  rows: [],
  cells,
  styles: {},
  styled: [],
  merges: [],
  validations: [],
  conditionals: [],
  protected: false,
})

const lists = listSheetName(IDENTITY)

export const smallForm: WorkbookLayout = {
  title: 'Báo cáo tháng',
  font: 'Times New Roman',
  sheets: [
    form,
    hidden(recordSheetName(IDENTITY), [
      { at: 'A1', value: 'product' },
      { at: 'B1', value: RECORD_MARK },
      { at: 'A2', value: 'identity' },
      { at: 'B2', value: identityText(IDENTITY) },
      { at: 'A3', value: 'sheet' },
      { at: 'B3', value: FORM },
    ]),
    hidden(lists, [
      { at: 'A1', value: 'Đang thực hiện' },
      { at: 'A2', value: 'Hoàn thành' },
    ]),
  ],
  names: [
    { name: formName(IDENTITY), ref: `"${identityText(IDENTITY)}"`, visible: false },
    { name: idsName(IDENTITY), ref: `'${FORM}'!$A$3:$A$10`, visible: false },
    { name: keysName(IDENTITY, 'rows'), ref: `'${FORM}'!$A$3:$F$3`, visible: false },
    { name: LIST, ref: `'${lists}'!$A$1:$A$2`, visible: false },
  ],
}

export const ourNames = (names: readonly { readonly name: string }[]): string[] =>
  names.map(({ name }) => name).filter((name) => name.startsWith(NAME_PREFIX) || name === LIST)
