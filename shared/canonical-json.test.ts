// What a hash of a filing rests on.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

it('the order in which members were set does not show', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, 'x'], c: null } })).toBe('{"a":{"c":null,"d":[2,"x"]},"b":1}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
})

it('an undefined member is as if it were not there', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

it('says the same as JSON, and reads back to the same value', async () => {
  await fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
