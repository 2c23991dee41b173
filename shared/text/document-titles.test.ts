import { describe, expect, test } from 'vitest'
import documents from '../packs/khanh-hoa-2025/appendix-1.json' with { type: 'json' }
import { tasks } from '../packs/khanh-hoa-2025/tasks.ts'
import { ALIKE, documentTitles, titleLikeness } from './document-titles.ts'

describe('titles in running text', () => {
  test('end with their quotation, at a semicolon or with the sentence', () => {
    expect(tasks.filter(({ clause }) => ['III.3.a', 'III.7.a'].includes(clause)).map(({ text }) => documentTitles(text))).toEqual([
      [
        'Quy hoạch hạ tầng kỹ thuật viễn thông thụ động tỉnh Khánh Hòa giai đoạn 2025 - 2030, tầm nhìn đến năm 2040',
        'Kế hoạch phát triển hạ tầng số tỉnh Khánh Hòa giai đoạn 2026 - 2030',
      ],
      [
        'Kế hoạch triển khai dịch vụ công trực tuyến tỉnh Khánh Hòa',
        'Đề án “Phát triển chính quyền số tỉnh Khánh Hòa phục vụ người dân, doanh nghiệp”',
      ],
    ])
  })
  test('are not the numbers of documents, nor common nouns', () => {
    expect(documentTitles('triển khai Đề án 06 và các kế hoạch, đề án của tỉnh theo Kế hoạch số 5225/KH-UBND')).toEqual([])
  })
})

describe('likeness', () => {
  test.each([
    ['Kế hoạch A của tỉnh Khánh Hòa', 'KẾ HOẠCH “A” của tỉnh Khánh Hoà', 1],
    ['Xây dựng Chiến lược dữ liệu tỉnh', 'Chiến lược dữ liệu tỉnh', 1],
    ['Kế hoạch A B C D', 'Kế hoạch D C B A', 0],
  ])('%j and %j', (one, other, least) => {
    if (least === 1) expect(titleLikeness(one, other)).toBe(1)
    else expect(titleLikeness(one, other)).toBeLessThan(ALIKE)
  })

  test('the line lies in a gap: nothing of the plan is near to it on either side', () => {
    const named = tasks.flatMap(({ clause, text }) => documentTitles(text).map((title) => ({ clause, title })))
    const pairs = documents.flatMap(({ number, title }) =>
      named.map((one) => ({ pair: `PL1-${number} ${one.clause}`, alike: titleLikeness(title, one.title) })),
    )
    const same = pairs.filter(({ alike }) => alike >= ALIKE)
    expect(same.map(({ pair }) => pair)).toEqual(['PL1-1 III.7.a', 'PL1-2 III.7.a', 'PL1-10 III.3.a', 'PL1-13 III.5.a', 'PL1-14 III.3.a'])
    expect(Math.min(...same.map(({ alike }) => alike))).toBeGreaterThan(ALIKE + 0.05)
    expect(Math.max(...pairs.filter(({ alike }) => alike < ALIKE).map(({ alike }) => alike))).toBeLessThan(ALIKE - 0.03)
  })
})
