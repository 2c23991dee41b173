// Which language the person reads: Vietnamese unless they chose English, kept in
// the browser. Gives the sentences and the formats for days and times.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import { en } from './en.ts'
import type { Texts } from './texts.ts'
import { vi } from './vi.ts'

const KEY = 'phu-luc-so.language'
export const TEXTS: Readonly<Record<Language, Texts>> = { vi, en }

interface Spoken {
  readonly language: Language
  readonly t: Texts
  readonly switchLanguage: () => void
}

const Context = createContext<Spoken>({ language: 'vi', t: vi, switchLanguage: () => {} })

export const useText = (): Spoken => use(Context)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(chosen)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = TEXTS[language].product
  }, [language])
  const switchLanguage = useCallback(() => {
    setLanguage((before) => {
      const next = before === 'vi' ? 'en' : 'vi'
      keep(next)
      return next
    })
  }, [])
  const spoken = useMemo(() => ({ language, t: TEXTS[language], switchLanguage }), [language, switchLanguage])
  return <Context value={spoken}>{children}</Context>
}

function chosen(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage is forbidden here: the choice lasts until the page closes.
  }
}
