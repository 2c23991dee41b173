import { describe, expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { mended } from './mended.ts'

describe('syllables torn by recognition software', () => {
  // As they stand in the plan's text.
  test.each([
    ['ch ỉ đạo', 'chỉ đạo'],
    ['phát tri ể n', 'phát triển'],
    ['vi ễ n thông', 'viễn thông'],
    ['s ố của', 'số của'],
    ['một l ầ n', 'một lần'],
    ['thu ộ c', 'thuộc'],
    ['s ố ng', 'sống'],
    ['lao đ ộ ng', 'lao động'],
    ['kết n ố i, chia sẻ', 'kết nối, chia sẻ'],
    ['kiến trúc ứ ng dụng', 'kiến trúc ứng dụng'],
    ['n ề n tảng s ố chuyển', 'nền tảng số chuyển'],
    ['c ô ng nghệ', 'công nghệ'],
    ['khu ph ố không', 'khu phố không'],
    ['C ổ ng', 'Cổng'],
    ['hư ở ng ứng', 'hưởng ứng'],
    ['kinh nghi ệ m', 'kinh nghiệm'],
    ['ng u ồn', 'nguồn'],
    ['trực tuy ế n', 'trực tuyến'],
    ['chuyển đ ổ i số', 'chuyển đổi số'],
    ['Th á ng 8/2025', 'Tháng 8/2025'],
  ])('%s', (torn, whole) => expect(mended(torn)).toBe(whole))
  test.each(['ở tỉnh', 'có ý kiến', 'y tế', 'à', 'điểm à', 'khu A và B', '5 m', 'UBND TP', 'Wi-Fi 6 ở xã', 'hộ ý thức', 'đ/c Ổn'])(
    'whole words stay: %s',
    (text) => expect(mended(text)).toBeNull(),
  )
})

test('no text of the plan is taken for torn', () => {
  const texts = khanhHoa2025.assignments.flatMap(({ values }) => Object.values(values).filter((value) => typeof value === 'string'))
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => mended(text) !== null)).toEqual([])
})
