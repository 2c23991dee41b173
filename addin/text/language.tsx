// What the person reads: Vietnamese unless they chose English. English is loaded
// when it is chosen: few do, and everybody waits for less.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import { chosenLanguage, keepLanguage } from './chosen-language.ts'
import type { Texts } from './texts.ts'
import { vi } from './vi.ts'

async function textsIn(language: Language): Promise<Texts> {
  return language === 'vi' ? vi : (await import('./en.ts')).en
}

interface Spoken {
  readonly language: Language
  readonly t: Texts
  readonly switchLanguage: () => void
}

const Context = createContext<Spoken>({ language: 'vi', t: vi, switchLanguage: () => {} })

export const useText = (): Spoken => use(Context)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(chosenLanguage)
  const [spoken, setSpoken] = useState<{ language: Language; t: Texts } | null>(wanted === 'vi' ? { language: 'vi', t: vi } : null)
  useEffect(() => {
    let stale = false
    const speak = (language: Language, t: Texts) => {
      if (!stale) setSpoken({ language, t })
    }
    // What cannot be loaded now is said in Vietnamese.
    textsIn(wanted).then(
      (t) => speak(wanted, t),
      () => speak('vi', vi),
    )
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
