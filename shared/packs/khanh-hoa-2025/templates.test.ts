import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { CheckContext } from '../../check-context.ts'
import { datesFor } from '../../deadline.ts'
import { cellValue, readEntry } from '../../field/field.ts'
import { columnOf } from '../../sheet/geometry.ts'
import { hasTotals, totalFormulas } from '../../sheet/total-row.ts'
import { type Field, fieldOf, Regime, Template, tableOf } from '../../template.ts'
import { khanhHoa2025 } from './pack.ts'

const { templates, plan, register, reorganisations } = khanhHoa2025

const tables = templates.flatMap((template) => template.tables.map((table) => ({ name: `${template.code}.${table.key}`, template, table })))
const templateOf = (code: string) => templates.find((one) => one.code === code)!
const titlesOf = (field: Field) => [...(field.group ?? []).map((group) => group.vi), field.title.vi]

test('the eight templates of the plan are there, each once', () => {
  expect(templates.map((template) => template.code).toSorted()).toEqual('CHITIEU PL1 PL2 PL3 QUY RAQUET THANG VUONGMAC'.split(' '))
})

test.each(templates.map((template) => [template.code, template] as const))('%s is a template', (_, template) => {
  expect(v.safeParse(Template, template).issues).toBeUndefined()
})

test('money is asked for under its heading, exact to the source', () => {
  expect(titlesOf(fieldOf(tableOf(templateOf('PL2'), 'main')!, 'nc_dtc')!)).toEqual(['Nhu cầu vốn năm 2025', 'NSĐP', 'Đầu tư công'])
})

describe.each(tables)('$name', ({ table, template }) => {
  const keys = table.fields.map((field) => field.key)

  test('keys are there once, also under headings', () => {
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a choice in a formula is compared with a label that its list has', () => {
    const formulas = [
      ...table.fields.flatMap((field) => [field.formula ?? '', field.requiredWhen ?? '']),
      ...table.rules.map((rule) => rule.formula),
    ]
    for (const formula of formulas) {
      for (const [, key, label] of formula.matchAll(/\[@([a-z0-9_]+)\](?:=|<>)"([^"]*)"/g)) {
        const type = fieldOf(table, key!)!.type
        if (type.kind !== 'choice' || label === '') continue
        expect(
          plan.lists.find((list) => list.id === type.list)!.entries.map((entry) => entry.label.vi),
          formula,
        ).toContain(label)
      }
    }
  })

  test('exactly the computed columns have a formula', () => {
    for (const field of table.fields) expect(field.formula !== undefined, field.key).toBe(field.source === 'computed')
  })

  test('lists, carried columns, rates, rules and row keys lead somewhere', () => {
    for (const field of table.fields) {
      if (field.type.kind === 'choice') expect(plan.lists.map((list) => list.id)).toContain(field.type.list)
      if (field.carryFrom) expect(keys).toContain(field.carryFrom)
      if (field.aggregation?.by === 'rate')
        expect(keys).toEqual(expect.arrayContaining([field.aggregation.numerator, field.aggregation.denominator]))
    }
    for (const rule of table.rules) expect(keys).toContain(rule.field)
    for (const set of table.rows.unique) expect(keys).toEqual(expect.arrayContaining(set))
  })

  test('everything that is shown is said in both languages', () => {
    const said = [
      ...table.fields.flatMap((field) => [field.title, ...(field.group ?? []), field.help ?? []].flat()),
      ...table.rules.map((rule) => rule.message),
      ...Object.values(template.regime).filter((part) => typeof part === 'object' && 'vi' in part),
    ]
    for (const one of said) expect([one.vi, one.en].every((text) => text.trim() !== '')).toBe(true)
  })
})

const context: CheckContext = {
  ...{ today: '2025-03-17', agency: 'STTTT', period: '2025-03', register, plan, previous: null },
  prefill: { header: {}, rows: [] },
}

test('the example of a column is an answer that the column takes as it stands', () => {
  for (const { name, table, template } of tables) {
    for (const field of [...table.fields, ...template.header]) {
      if (field.example === undefined) continue
      const { value, findings } = readEntry(field.type, { value: field.example }, context)
      expect([value === null, findings.filter((one) => one.severity !== 'info')], `${name} ${field.key}: ${field.example}`).toEqual([
        false,
        [],
      ])
    }
  }
})

test('every column that is typed says what to write and shows an example', () => {
  const silent = tables.flatMap(({ name, table }) =>
    table.fields
      .filter(({ source, help, example }) => source === 'input' && (help === undefined || example === undefined))
      .map(({ key, help, example }) => [name, key, help?.vi, example]),
  )
  expect(silent).toEqual([])
})

test('what the pack brings into a form is read back from its cells as the same value', () => {
  for (const { template, table, values } of khanhHoa2025.assignments) {
    for (const [key, value] of Object.entries(values)) {
      const { type } = fieldOf(tableOf(templateOf(template), table)!, key)!
      const reading = readEntry(type, { value: cellValue(type, value, context) }, context)
      expect(
        [reading.value, reading.findings.filter((one) => one.severity !== 'info')],
        `${template} ${key} ${JSON.stringify(value)}`,
      ).toEqual([value, []])
    }
  }
})

test('rule ids are there once in the pack', () => {
  const ids = tables.flatMap(({ table }) => table.rules.map((rule) => rule.id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('columns are given labels that differ within a table', () => {
  for (const { name, table } of tables) {
    const labels = table.fields.map((field) => titlesOf(field).join(' > '))
    expect(new Set(labels).size, name).toBe(labels.length)
  }
})

test('every regime names who owes the report, by codes that exist', () => {
  const codes = [...register.agencies, ...register.groups].map((one) => one.code)
  for (const { regime } of templates) {
    expect(regime.owedBy.length).toBeGreaterThan(0)
    expect(codes).toEqual(expect.arrayContaining(regime.owedBy))
  }
})

test('the yearly reports are there as regimes, the check of data due before 31 December', () => {
  const { regimesWithoutForm } = khanhHoa2025
  for (const regime of regimesWithoutForm) expect(v.safeParse(Regime, regime).issues).toBeUndefined()
  expect(regimesWithoutForm.map((regime) => [regime.basis, datesFor(regime, '2025').dueAt])).toEqual([
    ['III.6.d', '2025-12-19T17:00:00.000Z'],
    ['III.5.e; NĐ 47/2020/NĐ-CP Đ16.4', '2025-12-30T17:00:00.000Z'],
    ['III.1.b; VII.1.c; VII.7.b', '2025-12-19T17:00:00.000Z'],
  ])
})

test('the carried amounts of a month come from the month before', () => {
  const thang = tableOf(templateOf('THANG'), 'main')!
  expect(fieldOf(thang, 'gn_lk_truoc')!.carryFrom).toBe('gn_lk')
  expect(fieldOf(thang, 'ty_le_truoc')!.carryFrom).toBe('ty_le')
  expect(fieldOf(tableOf(templateOf('CHITIEU'), 'main')!, 'ky_truoc')!.carryFrom).toBe('ket_qua')
})

test('codes of lists are there once, and no label twice in a list', () => {
  for (const list of plan.lists) {
    expect(new Set(list.entries.map((entry) => entry.code)).size, list.id).toBe(list.entries.length)
    expect(new Set(list.entries.map((entry) => entry.label.vi)).size, list.id).toBe(list.entries.length)
    for (const { code } of list.entries) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  }
})

test('reorganisations are dated, lead to agencies that exist then, and none is applied', () => {
  expect(reorganisations.map((one) => one.date)).toEqual(['2025-03-01', '2025-07-01'])
  expect(register.agencies.every((agency) => agency.validTo === null && agency.successors.length === 0)).toBe(true)
  const known = new Set(register.agencies.map((agency) => agency.code))
  for (const { ends, begins, date } of reorganisations) {
    for (const agency of begins) {
      expect(known.has(agency.code), agency.code).toBe(false)
      expect(agency.validFrom).toBe(date)
    }
    for (const agency of begins) known.add(agency.code)
    for (const { agency, successors } of ends) {
      expect(known.has(agency), agency).toBe(true)
      expect(successors.length).toBeGreaterThan(0)
      for (const successor of successors) expect(known.has(successor), successor).toBe(true)
    }
  }
  const districts = reorganisations[1]!
  expect([districts.ends.length, districts.begins.length]).toEqual([9, 65])
})

test('tables of numbers in the quarterly report end with totals, that of indicators with none', () => {
  const totals = templateOf('QUY').tables.map((table) => [table.key, hasTotals(table)])
  expect(totals).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
    ['d', true],
    ['e', false],
  ])
  const money = tableOf(templateOf('QUY'), 'd')!
  const cells = totalFormulas(money, 20, { sum: (letter) => `SUM(${letter}2:${letter}5)` })
  // Σ disbursed / Σ planned, never a mean of rates.
  expect(cells.get(columnOf(money, 'ty_le'))?.formula).toBe('IF(N(C21)=0,"",ROUND(F21/C21*100,2))')
})
