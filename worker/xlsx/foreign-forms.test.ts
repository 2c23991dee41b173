// Forms of other hands, whole: from the file that an office program saved to the draft that an
// admin is shown. Nearly all columns are right, and what is not is marked for her.
import { beforeAll, describe, expect, it } from 'vitest'
import { context } from '../../shared/field/one-cell.ts'
import type { Field } from '../../shared/template.ts'
import { isSure } from '../../shared/template-proposal/inferred.ts'
import { proposeTemplate, type TemplateProposal } from '../../shared/template-proposal/propose-template.ts'
import { foreignForms, foreignWorkbooks } from '../testing/foreign-forms.ts'
import { canResave } from '../testing/resaved.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'

const said = ({ group = [], title, type, source }: Field): readonly [string, string] => [
  [...group, title].map(({ vi }) => vi).join(' > '),
  `${source === 'computed' ? '=' : ''}${type.kind}${type.kind === 'money' ? ` ${type.unit}` : ''}`,
]

/** Of each column that a person sees: what it was taken for, and whether she is asked. */
const judged = (name: string, proposal: TemplateProposal | null | undefined) =>
  foreignForms[name]!.flatMap((columns, table) =>
    columns.map(([title, expected]) => {
      const fields = proposal?.template.tables[table]?.fields ?? []
      const at = fields.findIndex((field) => said(field)[0] === title)
      const found = fields[at] ? said(fields[at])[1] : 'none'
      const marks = proposal?.inferred.filter(({ path }) => path.join('/') === `tables/${table}/fields/${at}`) ?? []
      return { form: name, title, expected, found, right: found === expected, asked: !marks.every(isSure) || marks.length === 0 }
    }),
  )

describe.skipIf(!canResave)('forms of other hands', () => {
  const proposals = new Map<string, TemplateProposal | null>()
  beforeAll(async () => {
    for (const [name, bytes] of foreignWorkbooks()) {
      const grid = await readWorkbook(bytes, new ReadBudget(READ_LIMITS), true)
      proposals.set(name, proposeTemplate(grid, 'THU', context))
    }
  }, 120_000)

  it.each(Object.keys(foreignForms))('%s has the columns of its table, also hidden ones, and no others', (name) => {
    const tables = proposals.get(name)?.template.tables.map(({ fields }) => fields.map((field) => said(field)[0]))
    expect(tables).toEqual(foreignForms[name]!.map((columns) => columns.map(([title]) => title)))
  })

  it('drop-downs, limits, notes and hidden columns are taken with what they say', () => {
    const [tasks, survey, things] = ['nhiem-vu', 'khao-sat', 'tai-san'].map((name) => proposals.get(name)!)
    const lists = tasks?.lists.map(({ id, entries }) => [id, entries.map(({ label }) => label.vi)])
    expect(lists).toEqual([
      ['nhom_nhiem_vu', ['Thường xuyên', 'Đột xuất', 'Theo kế hoạch']],
      ['tinh_trang', ['Chưa triển khai', 'Đang triển khai', 'Đã hoàn thành']],
    ])
    const field = (proposal: TemplateProposal | undefined, title: string) =>
      proposal?.template.tables[0]?.fields.find((one) => one.title.vi === title)
    expect(field(tasks, 'Đơn vị thực hiện')?.help?.vi).toBe('Chọn đơn vị trong danh mục, không gõ tay.')
    expect(field(survey, 'Điểm (1-5)')?.type).toEqual({ kind: 'integer', min: 1, max: 5 })
    expect(field(survey, 'Tỷ trọng')?.type).toEqual({ kind: 'percent', places: 2, min: 0, max: 100 })
    expect(things?.inferred.find(({ code }) => code === 'hidden-column')).toMatchObject({ cell: 'I4', found: 'Mã nội bộ' })
  })

  it('at least 98 columns in a hundred are right, and none is wrong in silence', () => {
    const all = Object.keys(foreignForms).flatMap((name) => judged(name, proposals.get(name)))
    expect(all.filter(({ right, asked }) => !right && !asked)).toEqual([])
    expect(all.filter(({ right }) => !right).length / all.length, JSON.stringify(all.filter(({ right }) => !right))).toBeLessThanOrEqual(
      0.02,
    )
  })
})
