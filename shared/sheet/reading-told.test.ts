// What reading cannot mend it tells: a finding says what was done to the form.
import { describe, expect, it } from 'vitest'
import { address } from '../a1.ts'
import { COLUMN, cell, context, FIRST, fresh, reading, SHEET, said, spot, template, whole } from '../testing/drawn-form.ts'
import { chooseForm } from './choose-form.ts'
import * as person from './sample-grid.ts'

describe('what was done is told', () => {
  it('a column deleted', () => {
    expect(reading(person.deleteColumn(fresh, SHEET, COLUMN.gn)).findings).toMatchObject([
      { code: 'column-missing', place: { field: 'gn' } },
    ])
  })

  it('a column copied with its key', () => {
    const keys = spot(fresh, 'gn').row
    const twice = person.put(fresh, SHEET, address(keys, 20), { value: 'gn' })
    expect(reading(twice).findings).toMatchObject([{ code: 'column-twice', params: { columns: 'I, U' } }])
  })

  it('a carried row copied whole', () => {
    const copied = reading(person.copyRow(fresh, SHEET, FIRST, FIRST + 6))
    expect(copied.findings).toMatchObject([{ code: 'row-twice', severity: 'error', params: { row: FIRST + 7, first: FIRST + 1 } }])
    expect(said(copied)).toEqual(whole)
  })

  it('a carried row copied and made into another', () => {
    const copied = person.put(person.copyRow(fresh, SHEET, FIRST, FIRST + 6), SHEET, cell(FIRST + 6, 'ten'), { value: 'Việc khác' })
    const { filing, findings } = reading(copied)
    expect(findings).toMatchObject([{ code: 'row-copied', severity: 'info' }])
    expect(filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n2'])
  })

  it('the original is the row that still holds what the server brought, also where its copy stands above', () => {
    const above = person.copyRow(person.insertRow(fresh, SHEET, FIRST), SHEET, FIRST + 1, FIRST)
    const { filing } = reading(person.put(above, SHEET, cell(FIRST, 'ten'), { value: 'Việc khác' }))
    expect(filing.rows.map(({ id }) => id)).toEqual(['n2', 'T1', 'T2', 'T3', 'n1'])
  })

  it('a row the filer added copied: a row of its own', () => {
    const { filing, findings } = reading(person.copyRow(fresh, SHEET, FIRST + 3, FIRST + 5))
    expect(findings).toEqual([])
    expect(filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1', 'n2'])
  })

  it('content sorted away from its ids: each row is known by its content', () => {
    const order = [FIRST + 1, FIRST, FIRST + 2]
    const torn = person.reorderRows(fresh, SHEET, FIRST, order, (column) => column > 0)
    const { filing, findings } = reading(torn)
    expect(findings).toMatchObject([{ code: 'row-moved', params: { rows: `${FIRST + 1}–${FIRST + 2}` } }])
    expect(filing.rows.map(({ id, entries }) => [id, entries.von?.value])).toEqual([
      ['T2', '-'],
      ['T1', 1000],
      ['T3', 30],
      ['n1', 7],
    ])
  })

  it('ids wiped out', () => {
    const wiped = [0, 1, 2, 3].reduce((grid, offset) => person.put(grid, SHEET, `A${FIRST + offset + 1}`, null), fresh)
    expect(reading(wiped).filing.rows.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3', 'n1'])
  })

  it('rows hidden or filtered out: they count', () => {
    const hidden = reading(person.hideRows(fresh, SHEET, [FIRST + 1]))
    expect(hidden.findings).toMatchObject([{ code: 'row-hidden', severity: 'info', params: { rows: String(FIRST + 2) } }])
    expect(said(hidden)).toEqual(whole)
  })

  it('numbers merged: nobody knows whose they are', () => {
    const merged = reading(person.merge(fresh, SHEET, `${cell(FIRST, 'von')}:${cell(FIRST + 1, 'von')}`))
    expect(merged.findings).toMatchObject([{ code: 'cells-merged', severity: 'error', place: { cell: cell(FIRST, 'von') } }])
  })

  it('texts merged: they speak for every row', () => {
    const range = `${cell(FIRST, 'trang_thai')}:${cell(FIRST + 2, 'trang_thai')}`
    const { filing, findings } = reading(person.merge(fresh, SHEET, range))
    expect(findings).toMatchObject([{ code: 'cells-shared', severity: 'info', params: { range } }])
    expect(filing.rows.map(({ entries }) => entries.trang_thai?.value)).toEqual(['Hoàn thành', 'Hoàn thành', 'Hoàn thành', null])
  })

  it('a total of the filer’s own: no row', () => {
    const row = FIRST + 5
    const total = person.put(person.put(fresh, SHEET, cell(row, 'ten'), { value: 'Cộng:' }), SHEET, cell(row, 'gn'), {
      ...{ value: 256, formula: `=SUM(I${FIRST + 1}:I${FIRST + 4})` },
    })
    const { findings } = reading(total)
    expect(findings).toMatchObject([{ code: 'total-row', severity: 'info', params: { rows: String(row + 1) } }])
    expect(said(reading(total))).toEqual(whole)
  })

  it('rows typed below the table', () => {
    const row = spot(fresh, '#end|main').row + 1
    const below = (['ten', 'von', 'gn'] as const).reduce(
      (grid, key) => person.put(grid, SHEET, cell(row, key), { value: key === 'ten' ? 'Thêm' : 1 }),
      person.insertRow(fresh, SHEET, row),
    )
    expect(reading(below).findings).toMatchObject([{ code: 'row-outside', severity: 'warning', params: { rows: String(row + 1) } }])
  })

  it('a formula of the form changed', () => {
    const at = cell(FIRST, 'ty_le')
    const { findings } = reading(person.put(fresh, SHEET, at, { value: 99, formula: '=99' }))
    expect(findings).toMatchObject([{ code: 'formula-changed', severity: 'info', actual: '=99', place: { cell: at } }])
  })

  it('the sheet copied: copies that say the same do no harm, others cannot be told apart', () => {
    const copied = person.copySheet(fresh, SHEET, 'Bản sao')
    expect(chooseForm(copied, template, context).sheet).toBe(SHEET)
    expect(chooseForm(person.put(copied, 'Bản sao', cell(FIRST, 'gn'), { value: 9 }), template, context).sheet).toBe(null)
  })

  it('another agency’s, another period’s or another version’s form: the identity is read as it stands', () => {
    expect(chooseForm(fresh, template, { agency: 'B', period: '2025-03' })).toMatchObject({ sheet: null, found: [{ sheet: SHEET }] })
    const old = person.put(fresh, SHEET, `A${FIRST - 3}`, { value: '#keys|main|THU|2|A|2025-03|0' })
    expect(reading(old).filing.version).toBe(2)
  })
})
