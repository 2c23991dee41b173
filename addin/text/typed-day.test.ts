import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

test('days of the calendar are taken as people write them, others are not', () => {
  expect(['02/9/2025', ' 2/9/2025 ', '31-12-2025', '31.12.2025', '2025-12-31'].map(typedDay)).toEqual([
    ...['2025-09-02', '2025-09-02', '2025-12-31', '2025-12-31', '2025-12-31'],
  ])
  expect(['31/02/2025', '2025-02-30', '9/13/2025', '1/2-2025', '', '1/1/25'].map(typedDay)).toEqual([null, null, null, null, null, null])
})
