// Which language the person reads: Vietnamese unless they chose English, kept in
// the browser. English is loaded when it is chosen: few do, and everybody waits for less.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../shared/bilingual.ts'
import type { Texts } from './texts.ts'
import { vi } from './vi.ts'

const KEY = 'phu-luc-so.language'

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
  const [wanted, setWanted] = useState<Language>(chosen)
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
      keep(next)
      setWanted(next)
    }
    return { language, t: spoken?.t ?? vi, switchLanguage }
  }, [language, spoken])
  return spoken && <Context value={value}>{children}</Context>
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
