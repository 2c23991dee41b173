import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/wire.ts'
import { receiptPage } from './receipt-page.ts'

const receipt = { number: 'KH25-000123' } as Receipt
const HASH = 'ab'.repeat(32)

test.each(['vi', 'en'] as const)('%s: the page stands alone, on A4, with every fact as text', (language) => {
  const page = receiptPage(language, null, receipt, [
    ['Cơ quan', 'Sở <Thông tin> & Truyền thông'],
    ['Mã', HASH],
  ])
  expect(page).toContain(`<html lang="${language}">`)
  expect(page).toContain('size:A4 portrait')
  expect(page).toContain('KH25-000123')
  expect(page).toContain('Sở &lt;Thông tin&gt; &amp; Truyền thông')
  expect(page).toContain(`class="hash">${HASH}`)
  expect(page).not.toMatch(/src=|href=|@import|url\(/)
})

test('what the receipt does not prove yet is said on it', () => {
  expect(receiptPage('vi', 'Chờ ký', receipt, [])).toContain('<p class="notice">Chờ ký</p>')
})
