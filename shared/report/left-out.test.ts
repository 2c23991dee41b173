import { expect, test } from 'vitest'
import { type LeftOut, leftOutOfMoney, leftOutOfTasks, ofWhichPending } from './left-out.ts'

const outside = { unreported: 0, ungrouped: 0, repeated: 0, unsourced: 0, unsourcedPaidSoFar: 0 }
const whole: LeftOut = { unreported: [], pending: 0, outside }

test('nothing is said where the tables hold everything', () => {
  expect([...leftOutOfTasks(whole), ...leftOutOfMoney(whole), ofWhichPending(whole)]).toEqual([''])
})

test('whoever is missing in a total is named, and beyond the twentieth counted', () => {
  const unreported = Array.from({ length: 22 }, (_, at) => `Xã ${at + 1}`)
  const [said] = leftOutOfTasks({ ...whole, unreported })
  expect(said).toContain('22 cơ quan')
  expect(said).toMatch(/: Xã 1; Xã 2; .*; Xã 20 và 2 cơ quan khác\.$/)
})

test('tasks of no group, money of no source and reports that may still come are said with their number', () => {
  const some = { ...whole, pending: 4, outside: { ...outside, ungrouped: 3, unsourcedPaidSoFar: -2_500_000 } }
  expect(leftOutOfTasks(some)).toEqual(['Ngoài ra có 3 nhiệm vụ không thuộc nhóm hoặc tình trạng nào, không tính trong báo cáo này.'])
  expect(leftOutOfMoney(some)[0]).toContain('-2,5 triệu đồng')
  expect(ofWhichPending(some)).toBe(' (trong đó 4 chưa đến hạn)')
})
