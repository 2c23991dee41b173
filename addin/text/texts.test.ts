import { expect, test } from 'vitest'
import { adminEn } from './admin-en.ts'
import { adminVi } from './admin-vi.ts'
import { en } from './en.ts'
import { improveEn } from './improve-en.ts'
import { improveVi } from './improve-vi.ts'
import { matrixEn } from './matrix-en.ts'
import { matrixVi } from './matrix-vi.ts'
import { outgoingEn } from './outgoing-en.ts'
import { outgoingVi } from './outgoing-vi.ts'
import { provinceEn } from './province-en.ts'
import { provinceVi } from './province-vi.ts'
import { pullEn } from './pull-en.ts'
import { pullVi } from './pull-vi.ts'
import { quarterEn } from './quarter-en.ts'
import { quarterVi } from './quarter-vi.ts'
import { reviewEn } from './review-en.ts'
import { reviewVi } from './review-vi.ts'
import { takeoverEn } from './takeover-en.ts'
import { takeoverVi } from './takeover-vi.ts'
import { templateEn } from './template-en.ts'
import { templateVi } from './template-vi.ts'
import { vi } from './vi.ts'
import { workEn } from './work-en.ts'
import { workVi } from './work-vi.ts'

const vietnameseTexts = {
  ...vi,
  takeoverScreen: takeoverVi,
  work: workVi,
  reviewing: reviewVi,
  province: provinceVi,
  quarter: quarterVi,
  admin: adminVi,
  outgoing: outgoingVi,
  improve: improveVi,
  matrix: matrixVi,
  template: templateVi,
  pull: pullVi,
}
const englishTexts = {
  ...en,
  takeoverScreen: takeoverEn,
  work: workEn,
  reviewing: reviewEn,
  province: provinceEn,
  quarter: quarterEn,
  admin: adminEn,
  outgoing: outgoingEn,
  improve: improveEn,
  matrix: matrixEn,
  template: templateEn,
  pull: pullEn,
}

type Node = { readonly [key: string]: unknown }

const shape = (node: Node): string[] =>
  Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return shape(value as Node).map((below) => `${key}.${below}`)
    return [`${key}:${typeof value === 'function' ? value.length : 'text'}`]
  })

const leaves = (node: Node): [string, string][] =>
  Object.entries(node).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'object' && value !== null) return leaves(value as Node).map(([below, text]) => [`${key}.${below}`, text])
    return [[key, typeof value === 'function' ? String(value('7', '7')) : String(value)]]
  })

test('both languages have the same sentences with the same parameters', () => {
  expect(shape(englishTexts).sort()).toEqual(shape(vietnameseTexts).sort())
})

test('no sentence is empty or left in the other language', () => {
  const vietnamese = new Map(leaves(vietnameseTexts))
  const same = leaves(englishTexts).filter(([key, text]) => text.trim() === '' || (text === vietnamese.get(key) && /\p{L}{3}/u.test(text)))
  expect(same.map(([key]) => key)).toEqual([])
})

test('Vietnamese sentences are composed (NFC)', () => {
  expect(leaves(vietnameseTexts).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([])
})
