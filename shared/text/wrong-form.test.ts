import { expect, it } from 'vitest'
import { wrongFormSentence } from './wrong-form.ts'

const expected = { template: 'THANG', agency: 'A', period: '2025-03' }
const form = (change: Partial<typeof expected>, sheet: string) => ({ identity: { ...expected, version: 1, columns: '', ...change }, sheet })
const say = (...found: ReturnType<typeof form>[]) => wrongFormSentence(expected, found, (code) => ({ A: 'Sở A', B: 'Sở B' })[code] ?? code)

it('names the report that the file holds and the one that is due', () => {
  const { vi, en } = say(form({ agency: 'B', period: '2025-02' }, 'x'))
  expect(vi).toContain('THANG, Tháng 02/2025, Sở B')
  expect(vi).toContain('THANG, Tháng 3/2025, Sở A')
  expect(en).toContain('Sở B')
})

it('names the sheets among which one must be chosen', () => {
  expect(say(form({}, 'Một'), form({}, 'Hai')).vi).toContain('"Một", "Hai"')
})

it('says what to do where nothing is left of the form', () => {
  expect(say().vi).toMatch(/tải lại biểu mẫu/)
  expect(say().en).toMatch(/Download the form again/)
})
