import { expect, test } from 'vitest'
import { FINDING_CODES } from '../finding.ts'
import { findingKind } from './finding-kind.ts'

const label = { vi: 'Tỷ lệ', en: 'Share' }

test('every kind of finding can be said without one at hand', () => {
  for (const code of FINDING_CODES) {
    const said = findingKind(code, 'error', label)!
    expect(`${said.vi} ${said.en}`, code).not.toMatch(/undefined|NaN|null|\[object/)
  }
  expect(findingKind('required', 'error', label)!.vi).toContain('Tỷ lệ')
  expect(findingKind('THANG-R1', 'error', label)).toBeNull()
})
