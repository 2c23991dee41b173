import { expect, test } from 'vitest'
import { showPath, showValue } from './audit-words.ts'
import { valueChanges } from './value-changes.ts'

test('only what differs is told, with the way to it', () => {
  const before = { name: 'Sở cũ', aliases: ['a'], dates: { dueDay: 20, cutOffDay: 14 } }
  const after = { name: 'Sở mới', aliases: ['a', 'b'], dates: { dueDay: 25, cutOffDay: 14 } }
  expect(valueChanges(before, after)).toEqual([
    { path: ['name'], before: 'Sở cũ', after: 'Sở mới' },
    { path: ['aliases'], before: 'a', after: 'a; b' },
    { path: ['dates', 'dueDay'], before: '20', after: '25' },
  ])
})

test('things of a list are followed by their code, not by their place', () => {
  const [one, two, three] = [
    { code: 'A', label: 'một' },
    { code: 'B', label: 'hai' },
    { code: 'C', label: 'ba' },
  ]
  expect(valueChanges([one, two], [three, { ...one, label: '1' }])).toEqual([
    { path: ['A', 'label'], before: 'một', after: '1' },
    { path: ['B', 'code'], before: 'B', after: null },
    { path: ['B', 'label'], before: 'hai', after: null },
    { path: ['C', 'code'], before: null, after: 'C' },
    { path: ['C', 'label'], before: null, after: 'ba' },
  ])
})

test('what is new is told as a whole, what is the same not at all', () => {
  expect(valueChanges(null, { a: 1, b: { c: false } })).toEqual([
    { path: ['a'], before: null, after: '1' },
    { path: ['b', 'c'], before: null, after: 'false' },
  ])
  expect(valueChanges({ a: null, b: [] }, { b: null })).toEqual([])
  expect(valueChanges({ a: [1, [2]] }, { a: [1, [2]] })).toEqual([])
})

test('people read instants by their clock, yes, no and roles in words, and small things beside each other', () => {
  const held = [
    { role: 'filer', agency: 'STTTT' },
    { role: 'admin', agency: null },
  ]
  const changes = valueChanges({ memberships: [] }, { memberships: held, expiresAt: '2025-03-24T02:03:46.966Z', again: false })
  expect(changes.map(({ path, after }) => `${showPath(path, 'vi')}: ${showValue(after ?? '', 'vi')}`)).toEqual([
    'Vai trò: người lập báo cáo · STTTT; quản trị',
    'Hết hạn: 24/03/2025 09:03',
    'Đặt lại mật khẩu: không',
  ])
})

test('what ends at a midnight ends with the day before, what begins there begins on that day', () => {
  const midnight = '2025-11-19T17:00:00.000Z'
  const said = (key: string, language: 'vi' | 'en', at = midnight) => showValue(at, language, key)
  expect(said('dueAt', 'vi')).toBe('hết ngày 19/11/2025')
  expect(said('locksAt', 'en')).toBe('end of 19/11/2025')
  expect(said('opensAt', 'vi')).toBe('20/11/2025')
  expect(said('dueAt', 'vi', '2025-11-19T09:30:00.000Z')).toBe('19/11/2025 16:30')
})
