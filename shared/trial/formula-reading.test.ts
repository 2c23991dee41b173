import { expect, test } from 'vitest'
import { samplePlan, sampleTemplate } from '../sheet/sample.ts'
import { inSheet, inTitles } from './formula-reading.ts'

const template = sampleTemplate()
const data = new Map([['main', '$B$12:$M$61']])
const read = (source: string, about: 'row' | 'table' = 'row') => [
  inTitles(template, 0, source, 'vi'),
  inSheet(template, 0, source, about, samplePlan, data),
]

test('a rule of a row is read by titles, and as Excel has it in the first row', () => {
  expect(read('=[@gn]<=[@von]')).toEqual(['=«Giải ngân»<=«Kế hoạch»', '=$I12<=$H12'])
})

test('a rule of the table names whole columns; totals of the plan stand as numbers', () => {
  expect(read('=SUM([gn])<=plan.tong', 'table')).toEqual(['=SUM(«Giải ngân»…)<=plan.tong', '=SUM($I$12:$I$61)<=477330'])
})

test('what cannot be kept is read as far as it goes', () => {
  expect(read('=[@gn]+[@khac')).toEqual(['=«Giải ngân»+[@khac', null])
  expect(read('=[@khac]>0')).toEqual(['=[@khac]>0', null])
})
