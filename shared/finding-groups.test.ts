import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { findingGroups, groupFixes } from './finding-groups.ts'
import { cellList } from './text/cell-list.ts'

const at = (row: number, more: Partial<Finding> = {}): Finding => ({
  ...{ code: 'required', severity: 'error', params: { nilAllowed: 0 }, fixes: [] },
  label: { vi: 'Tình trạng', en: 'State' },
  place: { table: 'main', rowId: `r${row}`, field: 'trang_thai', row, cell: `G${row}` },
  ...more,
  id: `${more.code ?? 'required'}/r${row}`,
})
const ids = (findings: readonly Finding[]) => findingGroups(findings).map((group) => group.findings.map(({ id }) => id))

test('the same said of one column is one line with its cells, in the order of the list', () => {
  const all = [at(1), at(2, { code: 'nil-not-allowed' }), at(3), at(4)]
  expect(ids(all)).toEqual([['required/r1', 'required/r3', 'required/r4'], ['nil-not-allowed/r2']])
})

test('other columns, other severities and other sentences stay apart', () => {
  const other = at(2, { place: { table: 'main', rowId: 'r2', field: 'ty_le' }, label: { vi: 'Tỷ lệ', en: 'Rate' } })
  expect(ids([at(1), other, at(3, { severity: 'warning' }), at(4, { params: { nilAllowed: 1 } })])).toHaveLength(4)
})

test('a group keeps its identity while its cells come and go', () => {
  const [before] = findingGroups([at(1), at(2)])
  const [after] = findingGroups([at(2), at(3)])
  expect(after!.id).toBe(before!.id)
})

test('one reading accepted is written into all cells of the group', () => {
  const fix = (row: number, shown: string) => ({ rowId: `r${row}`, field: 'trang_thai', value: shown, shown })
  const [group] = findingGroups([at(1, { fixes: [fix(1, 'A'), fix(1, 'B')] }), at(2, { fixes: [fix(2, 'A'), fix(2, 'B')] })])
  expect(groupFixes(group!)).toEqual([
    { shown: 'A', confirms: false, fixes: [fix(1, 'A'), fix(2, 'A')] },
    { shown: 'B', confirms: false, fixes: [fix(1, 'B'), fix(2, 'B')] },
  ])
})

test.each([
  [['F12', 'F13', 'F14', 'F20'], 'F12–F14, F20'],
  [['F12', 'G13'], 'F12, G13'],
  [Array.from({ length: 20 }, (_, at) => `F${at * 2}`), 'F0, F2, F4, F6, F8, F10, F12, F14, …'],
])('%j is %s', (cells, list) => {
  expect(cellList(cells)).toBe(list)
})
