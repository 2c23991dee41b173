import { expect, it } from 'vitest'
import { codesOf, fileNameOf, fitting, keyOf, type Owing, type Scope, scopeOf } from './chosen-agencies.ts'

const OWING: Owing = {
  agencies: ['STC', 'SYT', 'SNV'].map((code) => ({ code, name: code })),
  groups: [{ code: 'GRP_A', name: 'A', codes: ['STC', 'SYT'] }],
}
const ALL: Scope = { kind: 'all' }

it.each<[string, Scope, Scope]>([
  ['all stay all', ALL, ALL],
  ['a group that some of them are in stays', { kind: 'group', code: 'GRP_A' }, { kind: 'group', code: 'GRP_A' }],
  ['another group is all', { kind: 'group', code: 'GRP_B' }, ALL],
  ['one who owes it stays', { kind: 'one', code: 'SNV' }, { kind: 'one', code: 'SNV' }],
  ['one who does not is all', { kind: 'one', code: 'GRP_A' }, ALL],
  ['of several those stay who owe it', { kind: 'some', codes: ['SDL', 'SYT'] }, { kind: 'some', codes: ['SYT'] }],
  ['of several none may be left, which is not all', { kind: 'some', codes: ['SDL'] }, { kind: 'some', codes: [] }],
])('%s when another report is looked at', (_, before, after) => expect(fitting(before, OWING)).toEqual(after))

it('nobody ticked is nobody asked for, and not everybody', () => {
  expect(codesOf({ kind: 'some', codes: [] })).toBeNull()
  expect(codesOf(ALL)).toEqual([])
})

it('a choice is found again by its key', () => {
  for (const scope of [ALL, { kind: 'group', code: 'GRP_A' }, { kind: 'one', code: 'STC' }] as const)
    expect(scopeOf(keyOf(scope))).toEqual(scope)
})

it('a file says what it is of', () => {
  expect(fileNameOf('PL3', '2025-05', ALL, '')).toBe('PL3_2025-05_tong-hop.xlsx')
  expect(fileNameOf('PL3', '2025-05', { kind: 'some', codes: ['STC', 'SYT'] }, '2025-05-15')).toBe(
    'PL3_2025-05_tong-hop_2-co-quan_den-2025-05-15.xlsx',
  )
})
