import { expect, test } from 'vitest'
import { byObligation } from './perform.ts'

const form = (sheet: string, version: number) => ({ sheet, identity: { template: 'THANG', version, agency: 'STTTT', period: '2025-03' } })
const found = (sheets: ReturnType<typeof form>[], inUse?: number) => byObligation(sheets as never, inUse).get('THANG.2025-03.STTTT')

test('of several versions in a workbook the one in use is the form, also where a later one was withdrawn', () => {
  const both = [form('Bản thu hồi', 2), form('Bản đang dùng', 1)]
  expect(found(both, 1)?.sheet).toBe('Bản đang dùng')
  expect(found(both, 2)?.sheet).toBe('Bản thu hồi')
})

test('without one in use the newest is, and of one version the first', () => {
  expect(found([form('Một', 1), form('Hai', 2)])?.sheet).toBe('Hai')
  expect(found([form('Đầu', 1), form('Sau', 1)], 1)?.sheet).toBe('Đầu')
})
