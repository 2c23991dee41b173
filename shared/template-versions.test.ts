import { expect, test } from 'vitest'
import { versionIn } from './template-versions.ts'

const version = (number: number, effectiveFrom: string | null) => ({ number, effectiveFrom })
const STANDING = [version(3, '2025-Q4'), version(2, '2025-04'), version(1, null)]
const used = (period: string) => versionIn(STANDING, period)?.number

test('a period is reported in the newest version that has taken effect by then', () => {
  expect(['2025-03', '2025-04', '2025-09', '2025-10', '2026-01'].map(used)).toEqual([1, 2, 2, 3, 3])
})

test('a longer period is reported in the version that stood when it began', () => {
  expect(['2025-Q1', '2025-Q2', '2025-H2', '2025'].map(used)).toEqual([1, 2, 2, 1])
})

test('where none has taken effect there is none', () => {
  expect(versionIn([version(1, '2025-04')], '2025-03')).toBeUndefined()
})
