import { expect, test } from 'vitest'
import { nearNames } from './near-names.ts'

const near = (...names: string[]) => nearNames(names).map(({ one, other, likeness }) => [one, other, likeness])

test('names that share most of their neighbouring words are near, with how near they are', () => {
  expect(near('Xây dựng trung tâm điều hành đô thị thông minh', 'Xây dựng Trung tâm điều hành đô thị thông minh Nha Trang')).toEqual([
    [0, 1, 90],
  ])
})

test('the same words in another order, and names of one word, are not near', () => {
  expect(near('Trung tâm dữ liệu', 'Dữ liệu trung tâm của tỉnh')).toEqual([])
  expect(near('Website', 'Website')).toEqual([])
})

test('many names with the same beginning take no time: a pair of words that all have says nothing', () => {
  const names = Array.from({ length: 3000 }, (_, at) => `Duy trì hệ thống số ${at}`)
  expect(nearNames(names)).toEqual([])
})
