import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { context, manyRows, roomy } from './many-rows.ts'

test.each(['THANG', 'PL2'])('the rows with which checking %s is measured are right by all of its rules', (code) => {
  const template = roomy(code)
  expect(check(template, manyRows(template, 400), context).findings).toEqual([])
})
