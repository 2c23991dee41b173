// No template enters the store that the check of templates refuses.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import type { Template } from '../../shared/template.ts'
import { isLoaded, readTemplates } from '../store/plan.ts'
import { loadPack } from './load-pack.ts'

const parts = { db: env.DB, clock: { now: () => new Date('2025-03-01T00:00:00Z') } }

const withFormula = (template: Template, formula: string): Template => ({
  ...template,
  tables: template.tables.map((table) => ({ ...table, rules: table.rules.map((rule) => ({ ...rule, formula })) })),
})

it('a pack with a rule that cannot be kept is not loaded, and the reason is told', async () => {
  const [first, ...others] = khanhHoa2025.templates
  const broken = { ...khanhHoa2025, templates: [withFormula(first!, '=[@thieu]>0'), ...others] }
  await expect(loadPack(parts, broken)).rejects.toThrow(/THANG: Rule THANG-100, characters 2–9: the table has no column "thieu"/)
  expect(await isLoaded(env.DB)).toBe(false)
})

it('the pack as it is goes in, once', async () => {
  expect(await loadPack(parts, khanhHoa2025)).toBe(true)
  expect((await readTemplates(env.DB)).map(({ code }) => code)).toEqual(khanhHoa2025.templates.map(({ code }) => code))
  expect(await loadPack(parts, khanhHoa2025)).toBe(false)
})
