// The number printed on a receipt: initials of the province, year of the plan,
// running number. `KH25-000123`.
import type { Plan } from '../../shared/plan.ts'

const initials = (province: string) =>
  province
    .normalize('NFC')
    .replace(/^\s*(tỉnh|thành phố)\s+/iu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .trim()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

export const receiptNumber = (plan: Pick<Plan, 'province' | 'year'>, running: number): string =>
  `${initials(plan.province)}${String(plan.year).slice(-2)}-${String(running).padStart(6, '0')}`
