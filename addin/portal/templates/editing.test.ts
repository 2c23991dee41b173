// Nothing an admin does is lost: every step can be taken back and done again, and typing is one step.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../../shared/check-template.ts'
import { khanhHoa2025 } from '../../../shared/packs/khanh-hoa-2025/pack.ts'
import { type Field, type FieldType, Template } from '../../../shared/template.ts'
import { templateDifference } from '../../../shared/template-edit/template-difference.ts'
import { sampleSheet } from '../../../shared/trial/sample-sheet.ts'
import { type Edit, type Editing, edited, opened } from './editing.ts'
import { type Place, placeIn, placeOf } from './place.ts'
import { shownSheet } from './sheet-table.ts'
import { added, changeField, changeGroup, copied, moved, type Part, removed } from './template-edits.ts'

const template = khanhHoa2025.templates.find(({ code }) => code === 'THANG')!
const after = (...edits: readonly Edit[]) => edits.reduce(edited, opened(template))
const typed = (state: Editing, title: string): Edit => ({
  ...{ do: 'change', typing: 'tables/0/fields/2/title' },
  template: changeField(state.template, 0, 2, { title: { vi: title, en: title } }),
})
const title = (state: Editing) => state.template.tables[0]!.fields[2]!.title.vi

describe('undo', () => {
  test('takes back what was typed into one box as one step', () => {
    let state = opened(template)
    for (const text of ['T', 'Tê', 'Tên']) state = edited(state, typed(state, text))
    expect([title(state), state.past.length]).toEqual(['Tên', 1])
    const undone = edited(state, { do: 'undo' })
    expect(undone.template).toBe(template)
    expect(title(edited(undone, { do: 'redo' }))).toBe('Tên')
    // Going elsewhere ends the step.
    const again = edited(edited(state, { do: 'go', place: ['regime'] }), typed(state, 'Khác'))
    expect(again.past).toHaveLength(2)
  })

  test('a new change ends what could be done again', () => {
    const state = after({ do: 'change', ...removed(template, ['tables', 0, 'fields', 1]) }, { do: 'undo' })
    expect(edited(edited(state, typed(state, 'Mới')), { do: 'redo' })).toEqual(edited(state, typed(state, 'Mới')))
  })

  test('leads back through any steps to what was there, and forward to what it became', () => {
    const anyPlace = fc.oneof(
      fc.tuple(fc.constant('tables'), fc.constant(0), fc.constantFrom('fields', 'rules'), fc.nat(6)),
      fc.tuple(fc.constant('header'), fc.nat(4)),
      fc.constantFrom<Place[]>([], ['regime'], ['tables', 0]),
    )
    const anyPart = fc.constantFrom<Part>('header', 'table', 'field', 'rule')
    const anyStep = fc.oneof(
      fc.tuple(fc.constant('add' as const), anyPart, anyPlace),
      fc.tuple(fc.constantFrom('remove', 'copy', 'up', 'down'), anyPart, anyPlace),
    )
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        let state = opened(template)
        for (const [what, part, wanted] of steps) {
          const place = placeIn(state.template, wanted as Place)
          const next =
            what === 'add'
              ? added(state.template, part, place)
              : what === 'remove'
                ? removed(state.template, place)
                : what === 'copy'
                  ? copied(state.template, place)
                  : moved(state.template, place, what === 'up' ? -1 : 1)
          state = edited(state, { do: 'change', ...next })
          // Whatever is done, what is there is a template, and one is at something that is there.
          expect(v.is(Template, state.template)).toBe(true)
          expect(placeIn(state.template, state.place)).toEqual(state.place)
        }
        const end = state.template
        const many = state.past.length
        for (let n = 0; n < many; n++) state = edited(state, { do: 'undo' })
        expect(state.template).toBe(template)
        for (let n = 0; n < many; n++) state = edited(state, { do: 'redo' })
        expect(state.template).toBe(end)
      }),
      { numRuns: 150 },
    )
  })
})

test('a way into a column leads to the column', () => {
  expect(placeOf(['tables', 0, 'fields', 3, 'aggregation', 'numerator'])).toEqual(['tables', 0, 'fields', 3])
  expect(placeOf(['regime', 'dates', 'dueDay'])).toEqual(['regime'])
  expect(placeOf(['tables', 1, 'rows', 'unique', 0])).toEqual(['tables', 1])
  expect(placeOf(['signature', 'signer'])).toEqual([])
  expect(placeIn(template, ['tables', 9, 'fields', 0])).toEqual([])
})

test('a heading that is worded otherwise is so above all columns side by side under it, and above no other', () => {
  const heading = (vi: string) => ({ vi, en: vi })
  const paths = [['A', 'a'], ['A', 'a'], ['A', 'b'], ['B'], ['A', 'a']]
  const [first] = template.tables
  const fields = paths.map((path, at) => ({ ...first!.fields[at]!, group: path.map(heading) }))
  const made = { ...template, tables: [{ ...first!, fields }] }
  const after = (at: number, group: readonly string[]) => {
    const before = fields[at]!.group
    const changed = group.map((title, level) => (before[level]?.vi === title ? before[level] : heading(title)))
    return changeGroup(made, 0, at, changed).tables[0]!.fields.map(({ group: now = [] }) => now.map(({ vi }) => vi).join(' > '))
  }
  expect(after(1, ['X', 'a'])).toEqual(['X > a', 'X > a', 'X > b', 'B', 'A > a'])
  expect(after(0, ['A', 'x'])).toEqual(['A > x', 'A > x', 'A > b', 'B', 'A > a'])
  // Another level is a matter of the one column.
  expect(after(2, ['A'])).toEqual(['A > a', 'A > a', 'A', 'B', 'A > a'])
  expect(after(3, [])).toEqual(['A > a', 'A > a', 'A > b', '', 'A > a'])
})

test('a copy stands after what it was made of, with a key and without a past of its own', () => {
  const before = template.tables[0]!.fields.findIndex(({ rowCode, was }) => rowCode === undefined && was === undefined)
  const { template: copy, place } = copied(template, ['tables', 0, 'fields', before])
  expect(place).toEqual(['tables', 0, 'fields', before + 1])
  const keys = copy.tables[0]!.fields.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

const { plan, register, templates } = khanhHoa2025
const surroundings = { plan, register, templates: [...templates] }
const anyNumber = fc.oneof(fc.integer({ min: -5, max: 400 }), fc.constantFrom(0, 0.5, 1e9))
const anyType: fc.Arbitrary<FieldType> = fc.oneof(
  fc.constantFrom<FieldType>(
    { kind: 'date' },
    { kind: 'period' },
    { kind: 'agency' },
    { kind: 'agencies' },
    { kind: 'yes-no' },
    { kind: 'url' },
  ),
  anyNumber.map((maxLength): FieldType => ({ kind: 'text', maxLength })),
  anyNumber.map((min): FieldType => ({ kind: 'money', unit: 'trieu', min, max: 3 })),
  anyNumber.map((places): FieldType => ({ kind: 'decimal', places })),
  fc.constantFrom('trang-thai', 'khong-co').map((list): FieldType => ({ kind: 'choice', list })),
)
const anyFormula = fc.constantFrom('', '=', '=[@ty_le', '=[@ty_le]+1', '=SUM([ty_le])', '=A1', '=[@khong_co]', 'x'.repeat(9000))
const anyChange: fc.Arbitrary<Partial<Field>> = fc.oneof(
  anyType.map((type) => ({ type })),
  anyNumber.map((width) => ({ width })),
  anyFormula.map((formula) => ({ source: 'computed' as const, formula })),
  anyFormula.map((requiredWhen) => ({ requiredWhen })),
  fc.constantFrom('ty_le', 'khong_co').map((carryFrom) => ({ carryFrom, placesIn: carryFrom })),
  fc.constant<Partial<Field>>({ aggregation: { by: 'rate' as const, numerator: 'ty_le', denominator: 'khong_co' } }),
  fc.constant<Partial<Field>>({
    group: [
      { vi: '', en: '' },
      { vi: 'Nhóm', en: 'Group' },
    ],
    title: { vi: '', en: '' },
  }),
  fc.constant<Partial<Field>>({ controlTotal: 'khong_co', rowCode: 'X', was: ['ty_le'] }),
)

test('whatever an admin makes of a template, it is judged, drawn or not drawn, and compared, and nothing breaks', () => {
  const anyOf = fc.constantFrom(...templates)
  const anyMutation = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constant('change' as const), fc.nat(12), anyChange) },
    fc.tuple(fc.constant('remove' as const), fc.nat(12), fc.constant({})),
    fc.tuple(fc.constant('days' as const), anyNumber, fc.constant({})),
  )
  fc.assert(
    fc.property(anyOf, fc.array(anyMutation, { minLength: 1, maxLength: 5 }), (of, mutations) => {
      let made = of
      for (const [what, at, change] of mutations) {
        if (what === 'change') made = changeField(made, 0, at, change)
        else if (what === 'remove') made = removed(made, placeIn(made, ['tables', 0, 'fields', at])).template
        else
          made = {
            ...made,
            regime: { ...made.regime, owedBy: [], dates: { cutOffDay: at, dueDay: at, dueInclusive: true, lockAfterDays: at } },
          }
      }
      const refusals = checkTemplate(made, plan, surroundings)
      const sheet = sampleSheet(made, surroundings, refusals)
      if (sheet) expect(shownSheet(sheet.sheet).rows.length).toBeGreaterThan(3)
      templateDifference(of, made)
    }),
    { numRuns: 100 },
  )
})
