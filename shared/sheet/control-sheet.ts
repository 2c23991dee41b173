// The sheet "Đối chiếu": sums of the province against the control totals of the
// plan, as live formulas. Which column answers to which total says the template.
import type { Plan } from '../plan.ts'
import { fifteenDigits } from '../rule/scalar.ts'
import { planValues } from '../rule/values.ts'
import type { Template } from '../template.ts'
import type { Consolidation } from '../wire.ts'
import { fieldLook } from './field-look.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'

const WIDTHS = [48, 22, 22, 22, 16] as const
/** Formulas and this sheet speak of money in triệu đồng. */
const DONG_PER_TRIEU = 1_000_000

/** Null where no column of the template has a control total. */
export function controlSheet(template: Template, consolidation: Consolidation, plan: Plan): SheetLayout | null {
  const fields = template.tables.flatMap((table) =>
    table.fields.filter((field) => field.controlTotal !== undefined).map((field) => ({ table, field })),
  )
  if (fields.length === 0) return null
  const totals = planValues(plan)
  const sheet = new SheetBuilder()
  WIDTHS.forEach((width, index) => sheet.column(index, width))
  sheet.band(0, 0, WIDTHS.length - 1, `Đối chiếu với Kế hoạch số ${plan.number} (triệu đồng)`, 'title')
  ;['Chỉ tiêu', 'Theo Kế hoạch', 'Tổng các đơn vị đã nộp', 'Chênh lệch', 'Kết quả'].forEach((text, index) => sheet.put(2, index, text))
  sheet.look(2, 0, 2, WIDTHS.length - 1, 'head')
  fields.forEach(({ table, field }, index) => {
    const row = 3 + index
    const planned = totals[field.controlTotal!] ?? 0
    const total = consolidation.totals[table.key]?.[field.key]
    const filed = typeof total === 'number' ? total / (field.type.kind === 'money' ? DONG_PER_TRIEU : 1) : 0
    const difference = fifteenDigits(filed - planned)
    sheet.look(row, 0, row, WIDTHS.length - 1, 'body')
    const { style } = fieldLook({ kind: 'money', unit: 'trieu' }, true)
    sheet.style(row, 1, row, 3, 'control amount', { ...style, locked: true })
    sheet.put(row, 0, [...(field.group ?? []), field.title].map(({ vi }) => vi).join(' – '))
    sheet.put(row, 1, planned)
    sheet.put(row, 2, filed)
    sheet.formula(row, 3, `=C${row + 1}-B${row + 1}`, difference)
    sheet.formula(row, 4, `=IF(D${row + 1}=0,"Khớp","Lệch")`, difference === 0 ? 'Khớp' : 'Lệch')
  })
  return sheet.build({
    name: 'Đối chiếu',
    visibility: 'visible',
    protected: false,
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS },
  })
}
