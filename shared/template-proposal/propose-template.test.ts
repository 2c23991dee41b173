// Forms that nobody tuned to are read as drafts: nearly all columns and types are right, and
// what is not right is marked for a person, never wrong in silence.
import { describe, expect, test } from 'vitest'
import { context } from '../field/one-cell.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { Field } from '../template.ts'
import { appendixForms } from '../testing/appendix-forms.ts'
import { oldSheet } from '../testing/old-sheet.ts'
import { oldTables } from '../testing/old-tables.ts'
import { isSure } from './inferred.ts'
import { proposeTemplate } from './propose-template.ts'

const proposed = (sheet: Parameters<typeof oldSheet>[0] | (typeof appendixForms)[number]['sheet']) =>
  proposeTemplate({ sheets: ['cells' in sheet ? sheet : oldSheet(sheet)], names: [], date1904: false }, 'THU', context)

const said = ({ group = [], title, type, source }: Field): readonly [string, string] => [
  [...group, title].map(({ vi }) => vi).join(' > '),
  `${source === 'computed' ? '=' : ''}${type.kind}${type.kind === 'money' ? ` ${type.unit}` : ''}`,
]

/** Of each column that is expected: right, and whether a person is asked. */
function judged({ sheet, tables }: (typeof appendixForms)[number]) {
  const proposal = proposed(sheet)
  return tables.flatMap((columns, table) =>
    columns.map(([title, kind]) => {
      const fields = proposal?.template.tables[table]?.fields ?? []
      const at = fields.findIndex((field) => said(field)[0] === title)
      const found = fields[at] ? said(fields[at])[1] : 'none'
      const marks = proposal?.inferred.filter(({ path }) => path.join('/') === `tables/${table}/fields/${at}`) ?? []
      return { title, expected: kind, found, right: found === kind, marked: !marks.every(isSure) || marks.length === 0 }
    }),
  )
}

describe.each(appendixForms)('$shape', (form) => {
  const proposal = proposed(form.sheet)
  test('nothing is wrong in silence', () => expect(judged(form).filter(({ right, marked }) => !right && !marked)).toEqual([]))
  test('the tables have the columns that a person sees, and no others', () =>
    expect(proposal?.template.tables.map(({ fields }) => fields.map((field) => said(field)[0]))).toEqual(
      form.tables.map((columns) => columns.map(([title]) => title)),
    ))
  test('title lines, rules and signer are found', () => {
    expect(proposal?.template.titleLines.map(({ vi }) => vi)).toEqual(form.titles)
    expect(proposal?.template.tables.flatMap(({ rules }) => rules.map(({ formula }) => formula))).toEqual(form.rules ?? [])
    if (form.signer) expect(proposal?.template.signature.signer.vi).toBe(form.signer)
  })
})

test('of all columns at least 95 in a hundred are right', () => {
  const all = appendixForms.flatMap(judged)
  expect(all.filter(({ right }) => !right).length / all.length).toBeLessThanOrEqual(0.05)
})

test('what is computed is computed from the same columns', () => {
  const formulas = appendixForms.flatMap(({ sheet }) =>
    (proposed(sheet)?.template.tables ?? []).flatMap(({ fields }) => fields.flatMap(({ formula }) => formula ?? [])),
  )
  expect(formulas).toEqual([
    '=SUM([@nstw],[@nsdp],[@von_khac])',
    '=[@so_ho_so_truc_tuyen]/[@so_ho_so_tiep_nhan]*100',
    '=[@du_toan_duoc_giao]-[@kinh_phi_ky_truoc]-[@kinh_phi_ky_nay]',
    '=[@sl]*[@don_gia]',
  ])
})

test('thousands of đồng, formulas over other rows and headings between rows are asked about', () => {
  const codes = appendixForms.map(({ sheet }) =>
    proposed(sheet)!
      .inferred.filter((one) => !isSure(one))
      .map(({ code }) => code),
  )
  for (const code of ['unit-thousand', 'formula-left', 'row-headings'] as const) expect(codes.some((one) => one.includes(code))).toBe(true)
})

test('a workbook without a table gives no draft', () => {
  expect(proposed([['Kính gửi: Sở Nội vụ'], ['Đề nghị báo cáo trước ngày 20.']])).toBeNull()
})

test('also in tables that were made for another purpose, what is not right is marked', () => {
  const columns = oldTables.flatMap(({ template, sheet, expected }) => {
    const { tables } = khanhHoa2025.templates.find(({ code }) => code === template)!
    const proposal = proposed(sheet)
    return expected.flatMap(({ table, columns }, at) =>
      Object.entries(columns).flatMap(([letter, key]) => {
        const field = tables.find((one) => one.key === table)?.fields.find((one) => one.key === key)
        const mark = proposal?.inferred.find(
          ({ code, cell, path }) => code === 'type' && path[1] === at && cell.replace(/\d/g, '') === letter,
        )
        const found = proposal?.template.tables[at]?.fields[mark?.path[3] as number]?.type.kind
        // Where the file does not say that there is a list, text takes all that the list holds.
        const right = found === field?.type.kind || (found === 'text' && field?.type.kind === 'choice')
        return field ? [{ key, right, silent: !mark || isSure(mark) }] : []
      }),
    )
  })
  expect(columns.filter(({ right, silent }) => !right && silent)).toEqual([])
  expect(columns.filter(({ right }) => right).length / columns.length).toBeGreaterThan(0.9)
})
