import { expect, test } from 'vitest'
import type { Content } from '../../shared/filing.ts'
import type { Finding, Severity } from '../../shared/finding.ts'
import { lookOf, valueAt } from './review-look.ts'

const content = (note: string, rows: Content['rows']): Content => ({
  ...{ template: 'THANG', version: 1, agency: 'STTTT', period: '2025-03', declaration: null, explanations: {} },
  header: { nguoi_ky: note },
  rows,
})
const row = (id: string, ty_le: number): Content['rows'][number] => ({ id, table: 'main', carried: false, values: { ty_le } })
const found = (severity: Severity, rowId: string): Finding => ({
  ...{ id: severity, code: 'rule', severity, params: {}, fixes: [] },
  place: { table: 'main', rowId, field: 'ty_le' },
})
const at = (rowId: string, field = 'ty_le') => ({ table: 'main', rowId, field })
const header = { table: null, rowId: null, field: 'nguoi_ky' }

test('a cell is changed only where its row was there before and said something else', () => {
  const look = lookOf(content('Nam', [row('a', 1), row('b', 2), row('c', 3)]), content('Bình', [row('a', 1), row('b', 9)]), [], [])
  expect([at('a'), at('b'), at('c'), header].map((place) => look(place).changed)).toEqual([false, true, false, true])
  expect(lookOf(content('Nam', [row('a', 1)]), null, [], [])(at('a')).changed).toBe(false)
})

test('of several findings the gravest is shown, and notes are counted at their place alone', () => {
  const whole = { table: null, rowId: null, field: null }
  const notes = [at('a'), at('a'), header, whole].map((place) => ({ place, text: 'x' }))
  const look = lookOf(content('', [row('a', 1)]), null, [found('info', 'a'), found('warning', 'a'), found('info', 'b')], notes)
  expect(look(at('a'))).toEqual({ severity: 'warning', notes: 2, changed: false })
  expect(look(at('b'))).toMatchObject({ severity: 'info', notes: 0 })
  expect(look(header)).toMatchObject({ severity: null, notes: 1 })
})

test('the value of a place is its cell, header cells too', () => {
  const one = content('Nam', [row('a', 1)])
  expect([valueAt(one, at('a')), valueAt(one, header), valueAt(one, at('z'))]).toEqual([1, 'Nam', null])
})
