// Whatever differs between two versions is said, in both languages; where nothing differs nothing is.
import { describe, expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { sampleTable, sampleTemplate } from '../sheet/sample.ts'
import type { Field, Rule, Table, Template } from '../template.ts'
import { movedKeys } from './moved-keys.ts'
import { templateDifference } from './template-difference.ts'

const before = sampleTemplate()
const withTable = (change: (table: Table) => Partial<Table>): Template => {
  const table = sampleTable()
  return sampleTemplate({ tables: [{ ...table, ...change(table) }] })
}
const withField = (key: string, change: Partial<Field>) =>
  withTable(({ fields }) => ({ fields: fields.map((field) => (field.key === key ? { ...field, ...change } : field)) }))
const vi = (after: Template) => templateDifference(before, after).map((one) => one.vi)
const rule: Rule = {
  ...{ id: 'THU-1', scope: 'row', formula: '=[@gn]>0', severity: 'warning', field: 'gn' },
  message: { vi: 'Phải lớn hơn 0.', en: 'Above 0.' },
}

test.each(khanhHoa2025.templates.map((template) => [template.code, template] as const))('%s does not differ from itself', (_, template) => {
  expect(templateDifference(template, { ...structuredClone(template), version: 9 })).toEqual([])
})

describe('columns', () => {
  test('that are new, gone or renamed', () => {
    const added = withTable(({ fields }) => ({
      fields: [
        ...fields,
        { ...fields.at(-1)!, key: 'moi', title: { vi: 'Cột mới', en: 'New' }, type: { kind: 'money', unit: 'trieu' }, required: true },
      ],
    }))
    expect(vi(added)).toEqual(['Thêm cột “Cột mới” – Số tiền (triệu đồng), bắt buộc.'])
    expect(vi(withTable(({ fields }) => ({ fields: fields.filter(({ key }) => key !== 'gn') })))).toEqual(['Bỏ cột “Giải ngân”.'])
    expect(vi(withField('gn', { key: 'giai_ngan', was: ['gn'] }))).toEqual(['Cột “Giải ngân”: mã đổi từ “gn” thành “giai_ngan”.'])
  })

  test('whose settings changed, each with what it was and is', () => {
    expect(vi(withField('hoan_thanh', { title: { vi: 'Tiến độ', en: '% hoàn thành' }, required: true }))).toEqual([
      'Cột “% hoàn thành”: tên đổi từ “% hoàn thành” thành “Tiến độ”.',
      'Cột “% hoàn thành”: bắt buộc đổi từ không thành có.',
    ])
    expect(vi(withField('ghi_chu', { type: { kind: 'text', maxLength: 200 } }))).toEqual([
      'Cột “Ghi chú”: kiểu dữ liệu đổi từ “Chữ (tối đa 1000 ký tự)” thành “Chữ (tối đa 200 ký tự)”.',
    ])
  })

  test('that moved, the fewest of them', () => {
    const moved = withTable(({ fields }) => ({ fields: [...fields.slice(1, 4), fields[0]!, ...fields.slice(4)] }))
    expect(vi(moved)).toEqual(['Cột “STT” chuyển đến sau cột “Thời hạn”.'])
    expect(movedKeys(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d'])
    expect(movedKeys([], [])).toEqual([])
  })
})

test('rules that are new, gone or changed', () => {
  const first = withTable(() => ({ rules: [rule] }))
  expect(vi(first)).toEqual(['Thêm quy tắc THU-1 (cảnh báo): Phải lớn hơn 0.'])
  expect(templateDifference(first, before)).toEqual([{ vi: 'Bỏ quy tắc THU-1.', en: 'Rule THU-1 is gone.' }])
  const harder = withTable(() => ({ rules: [{ ...rule, severity: 'error', blocksFrom: '2025-06' }] }))
  expect(templateDifference(first, harder)).toEqual([
    {
      vi: 'Quy tắc THU-1: mức độ đổi từ “Cảnh báo: sửa hoặc giải trình” thành “Lỗi: không gửi được”.',
      en: 'Rule THU-1: severity changed from “Warning: mended or explained” to “Error: stops the report”.',
    },
    { vi: 'Quy tắc THU-1: chặn từ kỳ đổi từ không có thành “2025-06”.', en: 'Rule THU-1: blocks from changed from none to “2025-06”.' },
  ])
})

test('dates of the regime, header cells, signatures', () => {
  const after: Template = {
    ...before,
    regime: { ...before.regime, dates: { ...before.regime.dates, dueDay: 15 } },
    header: before.header.slice(0, 2),
    signature: { ...before.signature, signer: { vi: 'Giám đốc', en: 'Director' } },
  }
  expect(vi(after)).toEqual([
    'Biểu mẫu: chữ ký lãnh đạo đổi từ “Thủ trưởng đơn vị” thành “Giám đốc”.',
    'Chế độ báo cáo: ngày đến hạn đổi từ 20 thành 15.',
    'Bỏ ô “Ngày chốt số liệu” ở đầu biểu.',
  ])
})

test('no setting of any column of the plan can change without a sentence', () => {
  for (const template of khanhHoa2025.templates)
    for (const [at, table] of template.tables.entries())
      for (const [index, field] of table.fields.entries())
        for (const property of Object.keys(field).filter((one) => one !== 'was' && one !== 'key')) {
          const { [property]: _, ...rest } = { ...field } as Record<string, unknown>
          const fields = table.fields.map((one, place) =>
            place === index ? ({ title: one.title, type: one.type, ...rest } as Field) : one,
          )
          const after = { ...template, tables: template.tables.map((one, place) => (place === at ? { ...table, fields } : one)) }
          if (property === 'title' || property === 'type') continue
          expect(templateDifference(template, after), `${template.code} ${field.key} ${property}`).toHaveLength(1)
        }
})
