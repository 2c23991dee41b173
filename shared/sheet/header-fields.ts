// The block of header fields and declarations above the tables: label and cell,
// two abreast where the sheet is wide enough.
import { absoluteAddress, address, sheetReference } from '../a1.ts'
import { isWaived } from '../check/waive.ts'
import type { Filing, Prefill } from '../filing.ts'
import type { FieldType, Template } from '../template.ts'
import type { Waiver } from '../waiver.ts'
import { DECLARATION, headerName, MARK } from './anchors.ts'
import { fieldLook } from './field-look.ts'
import { type CellContent, headerContent, type Lists } from './form-cells.ts'
import { columnAt, type Geometry, ID_COLUMN, widthOf } from './geometry.ts'
import { listSource, YES, YES_ONLY } from './lists.ts'
import { MARKS, MISSING } from './looks.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import type { LayoutName, Validation } from './sheet-layout.ts'
import { textHeight } from './text-height.ts'
import { fieldValidation } from './validations.ts'

type Which = { readonly template: string; readonly period: string }

interface Item {
  readonly key: string
  readonly label: string
  readonly type: FieldType
  readonly locked: boolean
  /** Marked as long as nothing stands there. */
  readonly missing?: { readonly fill: string }
  readonly content: CellContent
  readonly validation: (range: string) => Validation | null
}

export const DECLARATION_LABELS = {
  nothing: 'Không phát sinh trong kỳ (chọn "Có")',
  notApplicable: 'Không áp dụng – lý do',
} as const

const REASON_LENGTH = 1000

function declarations(draft: Filing | null, which: Which): Item[] {
  const declared = draft?.declaration ?? null
  return [
    {
      key: DECLARATION.nothing,
      label: DECLARATION_LABELS.nothing,
      type: { kind: 'yes-no' },
      locked: false,
      content: declared?.kind === 'nothing-to-report' ? YES : null,
      validation: (range) => ({
        range,
        rule: { kind: 'list', source: listSource(which, YES_ONLY) },
        alert: { style: 'stop', title: 'Không phát sinh', message: 'Chọn "Có" hoặc để trống.' },
        prompt: {
          title: 'Không phát sinh',
          message: 'Chọn "Có" nếu cả kỳ không có nội dung nào phải báo cáo; khi đó không cần điền bảng.',
        },
      }),
    },
    {
      key: DECLARATION.notApplicable,
      label: DECLARATION_LABELS.notApplicable,
      type: { kind: 'text', maxLength: REASON_LENGTH },
      locked: false,
      content: declared?.kind === 'not-applicable' ? declared.reason : null,
      validation: (range) => ({
        range,
        rule: { kind: 'text-length', max: REASON_LENGTH },
        alert: { style: 'warning', title: 'Không áp dụng', message: `Nhập lý do, không quá ${REASON_LENGTH} ký tự.` },
        prompt: { title: 'Không áp dụng', message: 'Nếu biểu mẫu này không áp dụng cho đơn vị, ghi lý do; khi đó không cần điền bảng.' },
      }),
    },
  ]
}

/** Label from..to, then the cell's columns. */
type Slot = readonly [labelFrom: number, labelTo: number, cellTo: number]

const LEAST_LABEL = 20
const LEAST_CELL = 16

/** Begins at a column, ends at a share of the width; the label takes about two fifths. */
function slot(geometry: Geometry, from: number, to: number): Slot | null {
  let labelTo = from
  while (labelTo < to && widthOf(geometry, from, labelTo) < LEAST_LABEL) labelTo++
  return labelTo < to && widthOf(geometry, labelTo + 1, to) >= LEAST_CELL ? [from, labelTo, to] : null
}

/** Characters that one label and its cell want; a wide form has room for several side by side. */
const SLOT_WIDTH = 90
const MOST_SLOTS = 4

function slotsOf(geometry: Geometry): Slot[] {
  for (let count = Math.min(MOST_SLOTS, Math.max(2, Math.floor(geometry.total / SLOT_WIDTH))); count > 1; count--) {
    const slots: (Slot | null)[] = []
    let from = geometry.begin
    for (let part = 1; part <= count && from <= geometry.last; part++) {
      const to = part === count ? geometry.last : columnAt(geometry, part / count, from, geometry.last)
      slots.push(slot(geometry, from, to))
      from = to + 1
    }
    if (slots.length === count && slots.every((one) => one !== null)) return slots as Slot[]
  }
  return [slot(geometry, geometry.begin, geometry.last) ?? [geometry.begin, geometry.begin, geometry.last]]
}

/** Returns the row after the block, the names of its cells, and a condition that is TRUE where nothing is declared. */
export function writeHeaderFields(
  sheet: SheetBuilder,
  geometry: Geometry,
  from: number,
  {
    template,
    prefill,
    draft,
    lists,
    which,
    sheetName,
    waivers,
  }: {
    template: Template
    prefill: Prefill
    draft: Filing | null
    lists: Lists
    which: Which
    sheetName: string
    waivers: readonly Waiver[]
  },
): { next: number; names: LayoutName[]; undeclared: string } {
  const fields = template.header.map(
    (field): Item => ({
      key: field.key,
      label: field.title.vi,
      type: field.type,
      locked: field.source === 'carried',
      ...(field.source === 'input' &&
        field.required && { missing: isWaived(waivers, { by: 'required', rowId: undefined, field: field.key }) ? MARKS.info : MISSING }),
      content: headerContent(field, prefill, draft, lists),
      validation: (range) => (field.source === 'carried' ? null : fieldValidation({ ...field, nilAllowed: false }, range, range, which)),
    }),
  )
  const slots = slotsOf(geometry)
  const names: LayoutName[] = []
  const declared: string[] = []
  let row = from
  for (const block of [fields, declarations(draft, which)]) {
    for (let index = 0; index < block.length; index += slots.length) {
      const items = block.slice(index, index + slots.length)
      sheet.look(row, ID_COLUMN, row, ID_COLUMN, 'id')
      sheet.put(row, ID_COLUMN, MARK.fields(items.map((item) => item.key)))
      items.forEach((item, place) => {
        const [labelFrom, labelTo, cellTo] = slots[place] as Slot
        const cell = labelTo + 1
        const { name, style } = fieldLook(item.type, item.locked)
        sheet.band(row, labelFrom, labelTo, `${item.label}:`, 'label')
        sheet.style(row, cell, row, cellTo, `head ${name}`, { ...style, horizontal: 'left', wrap: true, size: 12 })
        sheet.put(row, cell, item.content)
        sheet.merge(row, cell, row, cellTo)
        if (item.missing) sheet.mark({ range: address(row, cell), formula: `=TRIM(${absoluteAddress(row, cell)})=""`, style: item.missing })
        const validation = item.validation(address(row, cell))
        if (validation) sheet.validate(validation)
        names.push({ name: headerName(which, item.key), ref: sheetReference(sheetName, absoluteAddress(row, cell)), visible: false })
        if (block !== fields) declared.push(`TRIM(${absoluteAddress(row, cell)})=""`)
        const text = typeof item.content === 'string' ? item.content : ''
        sheet.row(row, {
          height: Math.max(
            18,
            textHeight(`${item.label}:`, widthOf(geometry, labelFrom, labelTo), 12),
            textHeight(text, widthOf(geometry, cell, cellTo), 12),
          ),
        })
      })
      row++
    }
  }
  return { next: row, names, undeclared: `AND(${declared.join(',')})` }
}
