// Shares and averages as they are read: one digit after the decimal sign of the language.
import type { Language } from '../../../shared/bilingual.ts'

export function tenths(value: number, language: Language): string {
  const text = String(Math.round(value * 10) / 10)
  return language === 'vi' ? text.replace('.', ',') : text
}

export const shareText = (share: number, language: Language): string => `${tenths(share * 100, language)}%`
