import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Assignment } from './assignment.ts'
import { checkTemplate } from './check-template.ts'
import { nextPlan } from './next-plan.ts'
import { PackFile } from './pack.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { reorganised } from './reorganise.ts'

const next = { number: '15/KH-UBND', issuedOn: '2026-01-20' }
const made = nextPlan(khanhHoa2025, next)
const text = (value: unknown) => JSON.stringify(value)

test('the new plan is a plan of its own: year, number, day, and every form passes the check', () => {
  expect(made.plan).toMatchObject({ id: 'khanh-hoa-2026', number: '15/KH-UBND', year: 2026, issuedOn: '2026-01-20' })
  expect(made.plan.title.vi).toBe('Kế hoạch chuyển đổi số tỉnh Khánh Hòa năm 2026')
  expect(made.templates.flatMap((template) => checkTemplate(template, made.plan, made))).toEqual([])
  expect(v.parse(PackFile, JSON.parse(text(made)))).toEqual(JSON.parse(text(made)))
})

test('number and day of the old plan stand nowhere any more, numbers of laws stay', () => {
  expect(text(made)).not.toMatch(/2044|20\/02\/2025|20 February 2025/)
  const law = { ...khanhHoa2025.plan, title: { vi: 'Nghị quyết 202/2025/QH15, năm 2025', en: '' } }
  expect(nextPlan({ ...khanhHoa2025, plan: law }, next).plan.title.vi).toBe('Nghị quyết 202/2025/QH15, năm 2026')
})

test('tasks are due a year later, and their targets, groups and order stay', () => {
  const one = (all: readonly Assignment[], id: string) => all.find(({ rowId, template }) => rowId === id && template === 'PL1')!
  expect(one(made.assignments, 'PL1-1').values.thoi_gian_trinh).toBe('2026-03')
  expect(one(khanhHoa2025.assignments, 'PL1-1').values.thoi_gian_trinh).toBe('2025-03')
  expect(made.assignments).toHaveLength(khanhHoa2025.assignments.length)
  const rank = made.assignments.find(({ rowId, template }) => rowId === 'DTI_XEPHANG' && template === 'CHITIEU')!
  expect(rank.values.muc_tieu).toBe(25)
})

test('tasks of agencies that ended are given to their heirs', () => {
  const [march] = khanhHoa2025.reorganisations
  const known = new Set(khanhHoa2025.register.agencies.map(({ code }) => code))
  const ends = march!.ends.filter(({ agency }) => known.has(agency)).map((end) => ({ ...end, successors: [...end.successors] }))
  const register = reorganised(khanhHoa2025.register, {
    ...{ kind: 'applied', date: march!.date, reason: 'Theo nghị quyết', ends, begins: [...march!.begins] },
  })
  const later = nextPlan({ ...khanhHoa2025, register }, next)
  expect(later.assignments.find(({ rowId }) => rowId === 'III.1.a')!.assignedTo).toEqual(['SKHCN'])
  expect(later.assignments.some(({ assignedTo }) => assignedTo.includes('STTTT'))).toBe(false)
})
