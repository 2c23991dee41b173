// A template is saved only where every formula of it can be kept; each reason is
// held by a formula that it stops and one beside it that just passes.
import { describe, expect, test } from 'vitest'
import { checkTemplate, type TemplateRefusalCode } from './check-template.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { LONGEST_FORMULA } from './rule/compile.ts'
import { samplePlan, sampleRegister, sampleTable, sampleTemplate } from './sheet/sample.ts'
import type { Field, Rule, Template } from './template.ts'
import { refusalSentence } from './text/template-refusal.ts'

const withRule = (formula: string, scope: Rule['scope'] = 'row', field = 'gn'): Template =>
  sampleTemplate({
    tables: [
      sampleTable({
        rules: [{ id: 'THU-1', scope, formula, severity: 'error', field, message: { vi: 'Kiểm tra lại.', en: 'Check it.' } }],
      }),
    ],
  })

const withFields = (change: Readonly<Record<string, Partial<Field>>>): Template =>
  sampleTemplate({ tables: [sampleTable({ fields: sampleTable().fields.map((field) => ({ ...field, ...change[field.key] })) })] })

const refusals = (template: Template) => checkTemplate(template, samplePlan, { register: sampleRegister, templates: [] })
const codes = (template: Template) => refusals(template).map(({ code }) => code)

const nested = (depth: number) => `=${'ABS('.repeat(depth)}1${')'.repeat(depth)}=1`

/** The code, a rule that it stops with the stretch that is named, and one beside it that is taken. */
const RULES: readonly (readonly [TemplateRefusalCode, Rule['scope'], refused: string, named: string, taken: string])[] = [
  ['syntax', 'row', '=SUM(1,', '', '=SUM(1,2)=3'],
  ['unknown-field', 'row', '=[@thieu]>0', '[@thieu]', '=[@gn]>0'],
  ['unknown-function', 'row', '=TODAY()>[@ngay]', 'TODAY()', '=DATE(2025,3,1)>[@ngay]'],
  ['unknown-function', 'table', '=COUNTA(UNIQUE([ten]))>1', 'UNIQUE([ten])', '=COUNTUNIQUE([ten])>1'],
  ['unknown-name', 'table', '=SUM([gn])<=plan.khong', 'plan.khong', '=SUM([gn])<=plan.tong'],
  ['unknown-name', 'row', '=[@gn]<=tong', 'tong', '=[@gn]<=plan.tong'],
  [
    'unknown-list',
    'row',
    '=ISNUMBER(MATCH([@trang_thai],list.tinh_trang.label,0))',
    'list.tinh_trang.label',
    '=ISNUMBER(MATCH([@trang_thai],list.trang_thai.label,0))',
  ],
  ['wrong-arity', 'row', '=ROUND([@gn])>0', 'ROUND([@gn])', '=ROUND([@gn],0)>0'],
  ['wrong-arity', 'row', '=ROUND([@gn],)>0', 'ROUND([@gn],)', '=IF([@gn]>0,TRUE,)'],
  ['text-in-arithmetic', 'row', '=[@gn]+[@ghi_chu]>0', '[@ghi_chu]', '=[@gn]+VALUE([@ghi_chu])>0'],
  ['text-in-arithmetic', 'row', '=-[@ghi_chu]>0', '[@ghi_chu]', '=-[@gn]>0'],
  ['date-against-text', 'row', '=[@ngay]>="01/01/2025"', '[@ngay]>="01/01/2025"', '=[@ngay]>=DATE(2025,1,1)'],
  ['date-against-text', 'row', '=[@ngay]<>[@ten]', '[@ngay]<>[@ten]', '=[@ngay]<>""'],
  ['column-outside-aggregate', 'table', '=[gn]>0', '[gn]', '=SUM([gn])>0'],
  ['column-not-allowed', 'row', '=[@gn]<=SUM([von])', '[von]', '=[@gn]<=SUM([@von])'],
  ['field-not-allowed', 'table', '=SUM([gn])>=[@gn]', '[@gn]', '=SUM([gn])>=MAX([gn])'],
  [
    'list-outside-lookup',
    'row',
    '=[@trang_thai]=list.trang_thai.label',
    'list.trang_thai.label',
    '=[@trang_thai]=XLOOKUP("xong",list.trang_thai.code,list.trang_thai.label)',
  ],
  ['list-wanted', 'row', '=MATCH([@trang_thai],list.trang_thai,0)=1', 'list.trang_thai', '=MATCH([@trang_thai],list.trang_thai.label,0)=1'],
  [
    'list-wanted',
    'row',
    '=VLOOKUP([@trang_thai],[@ten],2,FALSE)="xong"',
    '[@ten]',
    '=VLOOKUP([@trang_thai],list.trang_thai,2,FALSE)="xong"',
  ],
  ['number-in-list', 'row', '=MATCH([@gn],list.trang_thai.label,0)=1', '[@gn]', '=MATCH([@gn]&"",list.trang_thai.label,0)=1'],
  [
    'lookup-not-exact',
    'row',
    '=MATCH([@trang_thai],list.trang_thai.label)=1',
    'MATCH([@trang_thai],list.trang_thai.label)',
    '=MATCH([@trang_thai],list.trang_thai.label,0)=1',
  ],
  [
    'lookup-not-exact',
    'row',
    '=VLOOKUP([@trang_thai],list.trang_thai,2,TRUE)="xong"',
    'VLOOKUP([@trang_thai],list.trang_thai,2,TRUE)',
    '=VLOOKUP([@trang_thai],list.trang_thai,2,0)="xong"',
  ],
  ['counts-blank-rows', 'table', '=COUNTBLANK([gn])=0', 'COUNTBLANK([gn])', '=COUNTA([gn])>0'],
  ['counts-blank-rows', 'table', '=COUNTIF([ten],"<>a")=0', 'COUNTIF([ten],"<>a")', '=COUNTIF([ten],"<>")>0'],
  ['counts-blank-rows', 'table', '=COUNTIF([ten],"<>"&"a")=0', 'COUNTIF([ten],"<>"&"a")', '=COUNTIFS([ten],"<>a",[gn],">0")=0'],
  ['not-expressible', 'row', '=A1>0', 'A1', '=[@gn]>0'],
  ['not-expressible', 'row', '=TEXT([@gn],"0.00")="1"', 'TEXT([@gn],"0.00")', '=TEXT([@gn],"00")="01"'],
  ['not-expressible', 'row', '=SUM({1,2})>0', '{1,2}', '=SUM(1,2)>0'],
  ['too-deep', 'row', nested(65), 'ABS(1)', nested(64)],
  ['not-a-condition', 'row', '=[@gn]+1', '=[@gn]+1', '=[@gn]+1>0'],
  ['not-a-condition', 'row', '=IF([@gn]>0,"a","b")', '=IF([@gn]>0,"a","b")', '=IF([@gn]>0,TRUE,FALSE)'],
]

describe('a template is refused', () => {
  test.each(RULES)('as %s for a %s rule %s, at %j, and taken with %s', (code, scope, refused, named, taken) => {
    const [first] = refusals(withRule(refused, scope))
    expect(first).toMatchObject({ code, table: 'main', part: 'rule', of: 'THU-1', source: refused })
    expect(refused.slice(first!.from, first!.to)).toBe(named)
    expect(refusals(withRule(taken, scope))).toEqual([])
  })

  test('for a formula longer than Excel takes, as it is written and as it stands in the sheet', () => {
    const terms = (length: number) => `=${'123456789012345+'.repeat(Math.floor((length - 4) / 16))}`
    const sum = (length: number) => `${terms(length)}${'1'.repeat(length - 2 - terms(length).length)}>0`
    expect(sum(LONGEST_FORMULA)).toHaveLength(LONGEST_FORMULA)
    expect(codes(withRule(sum(LONGEST_FORMULA + 1)))).toEqual(['too-long'])
    // The sheet asks besides whether anybody uses the row.
    expect(codes(withRule(sum(LONGEST_FORMULA)))).toEqual(['too-long-in-sheet'])
    expect(codes(withRule(sum(LONGEST_FORMULA - 200)))).toEqual([])
    const cells = (count: number) => `=${Array.from({ length: count }, () => '[@von]').join('+')}>0`
    expect(cells(900).length).toBeLessThan(LONGEST_FORMULA)
    expect(codes(withRule(cells(900)))).toEqual(['too-long-in-sheet'])
    expect(codes(withRule(cells(750)))).toEqual([])
  })

  test('for a text longer than Excel takes between quotes', () => {
    expect(codes(withRule(`=[@ten]<>"${'a'.repeat(256)}"`))).toEqual(['too-long'])
    expect(codes(withRule(`=[@ten]<>"${'a'.repeat(255)}"`))).toEqual([])
  })

  test('for computed fields that wait for each other, with the circle named', () => {
    const formula = (text: string): Partial<Field> => ({ source: 'computed', formula: text })
    const circle = withFields({ von: formula('=[@gn]+1'), gn: formula('=[@von]*2') })
    expect(refusals(circle)).toMatchObject([{ code: 'cycle', part: 'formula', of: 'von', params: { keys: 'von → gn → von' } }])
    expect(codes(withFields({ von: formula('=[@gn]+1') }))).toEqual([])
  })

  test('for a computed field without formula, or with one whose result the column cannot keep', () => {
    expect(codes(withFields({ gn: { source: 'computed' } }))).toEqual(['formula-missing'])
    expect(codes(withFields({ ty_le: { formula: '=[@ten]&"x"' } }))).toEqual(['result-kind'])
    expect(codes(withFields({ ty_le: { formula: '=[@ngay]+1' } }))).toEqual(['result-kind'])
    expect(codes(withFields({ ty_le: { formula: '=IF([@gn]=0,"",[@gn])' } }))).toEqual([])
  })

  test('for a condition of requiredness that is none, or that asks for another row', () => {
    expect(refusals(withFields({ gn: { requiredWhen: '=[@von]' } }))).toMatchObject([
      { code: 'not-a-condition', part: 'required-when', of: 'gn' },
    ])
    expect(codes(withFields({ gn: { requiredWhen: '=SUM([von])>0' } }))).toEqual(['column-not-allowed'])
    expect(codes(withFields({ gn: { requiredWhen: '=[@von]>0' } }))).toEqual([])
  })

  test('for a rule that is shown at no column', () => {
    expect(codes(withRule('=[@gn]>0', 'row', 'khac'))).toEqual(['rule-field-missing'])
  })
})

test('all refusals of all formulas are told at once', () => {
  const template = withFields({ gn: { requiredWhen: '=[@a]>0' }, ty_le: { formula: '=[@b]' } })
  expect(refusals(template).map(({ part, of, params }) => [part, of, params.key])).toEqual([
    ['required-when', 'gn', 'a'],
    ['formula', 'ty_le', 'b'],
  ])
})

test.each(khanhHoa2025.templates.map((template) => [template.code, template] as const))('%s of the pack is taken', (_, template) => {
  expect(checkTemplate(template, khanhHoa2025.plan, khanhHoa2025)).toEqual([])
})

describe('the sentence', () => {
  test('says which formula, where, what is wrong and what to do, in both languages', () => {
    const template = withRule('=[@gn]+[@ghi_chu]>0')
    const [refusal] = refusals(template)
    expect(refusalSentence(refusal!, template, 'vi')).toBe(
      'Quy tắc THU-1, ký tự 8–17: “[@ghi_chu]” là chữ nên không tính toán được. Hãy dùng cột số, hoặc đổi bằng VALUE.',
    )
    expect(refusalSentence(refusal!, template, 'en')).toBe(
      'Rule THU-1, characters 8–17: “[@ghi_chu]” is text, which cannot be calculated with. Use a column of numbers, or VALUE.',
    )
  })

  test('names a column by its title', () => {
    const template = withFields({ ty_le: { formula: '=[@b]' } })
    expect(refusalSentence(refusals(template)[0]!, template, 'vi')).toMatch(/^Công thức của cột "Tỷ lệ giải ngân \(%\)", ký tự 2–5: /)
  })

  test.each(RULES)('for %s of a %s rule %s leaves nothing out', (_, scope, refused) => {
    const template = withRule(refused, scope)
    for (const refusal of refusals(template))
      for (const lang of ['vi', 'en'] as const) expect(refusalSentence(refusal, template, lang)).not.toMatch(/undefined|NaN|""/)
  })
})
