import { expect, test } from 'vitest'
import { sections } from './excel-draw-page.ts'

test.each([
  ['Trang &P/&N', { left: '', center: 'Trang &P/&N', right: '' }],
  ['&LPhụ lục số&CTrang &P&RBản 2', { left: 'Phụ lục số', center: 'Trang &P', right: 'Bản 2' }],
  ['&RA &&C B', { left: '', center: '', right: 'A &&C B' }],
])('the footer %s is set in its parts', (text, parts) => {
  expect(sections(text)).toEqual(parts)
})
