// What the person reads: Vietnamese unless they chose English. English is loaded
// when it is chosen: few do, and everybody waits for less.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import { chosenLanguage, keepLanguage } from './chosen-language.ts'
import type { Texts } from './texts.ts'
import { vi } from './vi.ts'

interface Speech {
  readonly language: Language
  readonly t: Texts
}

const vietnamese: Speech = { language: 'vi', t: vi }

/** What cannot be loaded now is said in Vietnamese. */
export async function speechIn(language: Language): Promise<Speech> {
  return language === 'vi' ? vietnamese : import('./en.ts').then(({ en }) => ({ language, t: en })).catch(() => vietnamese)
}

interface Spoken extends Speech {
  readonly switchLanguage: () => void
}

const Context = createContext<Spoken>({ ...vietnamese, switchLanguage: () => {} })

export const useText = (): Spoken => use(Context)

/** `first` is what the page begins with, where it is at hand: without it English shows nothing until it has come. */
export function LanguageProvider({ first, children }: { first?: Speech; children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(first?.language ?? chosenLanguage)
  const [spoken, setSpoken] = useState<Speech | null>(first ?? (wanted === 'vi' ? vietnamese : null))
  useEffect(() => {
    let stale = false
    const speak = (next: Speech) => {
      if (!stale) setSpoken((now) => (now?.language === next.language ? now : next))
    }
    void speechIn(wanted).then(speak)
    return () => {
      stale = true
    }
  }, [wanted])
  useEffect(() => {
    if (!spoken) return
    document.documentElement.lang = spoken.language
    document.title = spoken.t.product
  }, [spoken])
  const language = spoken?.language ?? 'vi'
  const value = useMemo(() => {
    const next: Language = language === 'vi' ? 'en' : 'vi'
    const switchLanguage = () => {
      keepLanguage(next)
      setWanted(next)
    }
    return { language, t: spoken?.t ?? vi, switchLanguage }
  }, [language, spoken])
  return spoken && <Context value={value}>{children}</Context>
}
