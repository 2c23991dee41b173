// The loader runs in web views from before 2015: one arrow function would leave them a blank page.
import { readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { expect, it } from 'vitest'

const source = readFileSync(new URL('./public/office-loader.js', import.meta.url), 'utf8')

it('the loader of Office.js is plain ES5', () => {
  expect(() => parse(source, { ecmaVersion: 5 })).not.toThrow()
})

it('the test would see newer syntax', () => {
  expect(() => parse('(() => 1)()', { ecmaVersion: 5 })).toThrow()
})
