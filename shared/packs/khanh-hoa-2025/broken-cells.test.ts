import { describe, expect, test } from 'vitest'
import { asExpected, caseAtHand, passing } from '../../cases/case.ts'
import { check } from '../../check.ts'
import type { Entry } from '../../filing.ts'
import type { FieldType } from '../../template.ts'

const longer = (length: number) => 'Kế hoạch '.repeat(Math.ceil(length / 9)).slice(0, length - 1)

/** What the limits of a type forbid, each with what is said of it. */
function breaking(type: FieldType): readonly (readonly [typed: Entry['value'], code: string])[] {
  const below = 'min' in type && type.min !== undefined ? ([[type.min - 1, 'below-minimum']] as const) : []
  const above = 'max' in type && type.max !== undefined ? ([[type.max + 1, 'above-maximum']] as const) : []
  switch (type.kind) {
    case 'text':
      return [
        [`${longer(type.maxLength)}xx`, 'text-too-long'],
        ...(type.minLength === undefined ? [] : ([['ngắn', 'text-too-short']] as const)),
      ]
    case 'integer':
      return [...below, ...above, [1.5, 'not-whole']]
    case 'percent':
    case 'decimal':
      return [...below, ...above, [12 + 1.5 / 10 ** (type.places + 1), 'too-many-places']]
    case 'money':
      return [...below, [12.3456, 'too-many-places']]
    case 'date':
      return [['31/02/2025', 'not-a-date']]
    case 'period':
      return [['Quý V/2025', 'not-a-period']]
    case 'year-range':
      return [['2027-2025', 'not-a-year-range']]
    case 'choice':
      return [['Không có trong danh mục', 'not-in-list']]
    case 'agency':
      return [
        ['Các sở, ban, ngành', 'agency-several'],
        ['Công ty ABC', 'agency-unknown'],
      ]
    case 'agencies':
      return [['Công ty ABC', 'agency-unknown']]
    case 'clause':
      return [['III.7.f', 'clause-unknown']]
    case 'document-number':
      return [['Quyết định đã ký', 'not-a-document-number']]
    case 'url':
      return [['vanban', 'not-a-url']]
    case 'sequence':
      return [['mười', 'not-a-sequence']]
    case 'yes-no':
      return []
  }
}

/** A right filing for each table, with the row into which is typed: the one that was added, else the first that the server brings. */
const ROWS = [
  ['pl1-one-added', 'main/n1'],
  ['pl2-one-project', 'main/n1'],
  ['pl3-one-task', 'main/n1'],
  ['chitieu-one-rate', 'main/ATTT_CAPDO'],
  ['thang-one-task-added', 'main/n1'],
  ['raquet-one-system', 'main/n1'],
  ['vuongmac-one-obstacle', 'main/n1'],
  ['quy-first-quarter', 'a'],
  ['quy-first-quarter', 'b'],
  ['quy-first-quarter', 'c'],
  ['quy-first-quarter', 'd'],
  ['quy-first-quarter', 'e'],
] as const

describe.each(ROWS)('%s %s', (on, path) => {
  const { template, context } = caseAtHand(passing.find(({ name }) => name === on)!)
  const [tableKey, named] = path.split('/')
  const rowId = named ?? context.prefill.rows.find(({ table }) => table === tableKey)!.id
  const row = `${tableKey}/${rowId}`
  const table = template.tables.find(({ key }) => key === tableKey)!
  const isGiven = context.prefill.rows.some(({ id }) => id === rowId)
  // What the server brings is not the filer's to break.
  const open = table.fields.filter(
    ({ source, carryFrom }) => source === 'input' || (source === 'carried' && !isGiven && carryFrom === undefined),
  )

  const told = (field: string, typed: Entry['value']) => {
    const { template, filing, context } = caseAtHand({ name: on, why: '', on, cells: { [`${row}/${field}`]: typed }, findings: [] })
    return check(template, filing, context).findings.map(asExpected)
  }

  test('a column that must be filled is missed, and "-" is no answer where it is not allowed', () => {
    for (const { key, required, requiredWhen, nilAllowed } of open) {
      if (required && requiredWhen === undefined)
        expect(told(key, null)).toContainEqual({ code: 'required', severity: 'error', at: `${row}/${key}` })
      if (!nilAllowed) expect(told(key, '-')).toContainEqual({ code: 'nil-not-allowed', severity: 'error', at: `${row}/${key}` })
    }
  })

  test('what a column does not take is told at that cell', () => {
    for (const { key, type } of open)
      for (const [typed, code] of breaking(type))
        expect(
          told(key, typed)
            .filter(({ at }) => at === `${row}/${key}`)
            .map((one) => one.code),
          `${key}: ${String(typed).slice(0, 40)}`,
        ).toContain(code)
  })
})
