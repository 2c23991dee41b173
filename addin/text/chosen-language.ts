// Which language the person chose, kept in the browser: Vietnamese until then.
import type { Language } from '../../shared/bilingual.ts'

const KEY = 'phu-luc-so.language'

export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage is forbidden here: the choice lasts until the page closes.
  }
}
