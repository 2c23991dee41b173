import { expect, it } from 'vitest'
import { en } from '../text/en.ts'
import { vi } from '../text/vi.ts'
import { firstDrawing } from './first-drawing.tsx'

const pages = { pane: firstDrawing('pane'), portal: firstDrawing('portal') }
const drawn = (page: keyof typeof pages, language: string, stage: string): string =>
  new RegExp(`<template data-language="${language}" data-stage="${stage}">(.*?)</template>`, 's').exec(pages[page].body)?.[1] ?? ''

it.each([
  ['pane', 'vi', vi],
  ['pane', 'en', en],
  ['portal', 'vi', vi],
  ['portal', 'en', en],
] as const)('the page of the %s brings the whole sign-in form in %s', (page, language, t) => {
  const form = drawn(page, language, 'sign-in')
  for (const words of [t.product, t.tagline, t.email, t.password, t.remember, t.signIn]) expect(form).toContain(words)
  expect(form).toMatch(/<h1[^>]*>/)
  expect(form.match(/<input /g)).toHaveLength(3)
  expect(drawn(page, language, 'start')).toContain(t.loading)
  const missing = drawn(page, language, 'missing')
  for (const words of [t.screenMissing, t.reload]) expect(missing).toContain(words)
  expect(missing.match(/<button /g)).toHaveLength(1)
})

it.each(Object.values(pages))('nothing of it can be taken for the screen that answers, and none of it is a script', ({ body }) => {
  expect(body).not.toContain('data-testid')
  expect(body).not.toMatch(/<script| on[a-z]+=/)
})

it.each(Object.values(pages))('every colour and measure that it uses comes with it', ({ head }) => {
  const defined = new Set([...head.matchAll(/[{;](--[\w-]+):/g)].map(([, name]) => name))
  const used = new Set([...head.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!))
  expect(used.size).toBeGreaterThan(50)
  expect([...used].filter((name) => !defined.has(name) && !name.startsWith('--fui-'))).toEqual([])
})

it.each(Object.values(pages))('dark, its text and its ground are others than light', ({ head }) => {
  const of = (selector: string) => head.split('\n').find((line) => line.startsWith(`${selector}{`)) ?? ''
  for (const name of ['colorNeutralForeground1', 'colorNeutralBackground1']) {
    const value = (selector: string) => new RegExp(`--${name}:([^;}]+)`).exec(of(selector))?.[1]
    expect(value('#root')).toBeDefined()
    expect(value('#root[data-dark]')).toBeDefined()
    expect(value('#root[data-dark]')).not.toBe(value('#root'))
  }
})
