// Draws a page in the place of the screen that it brought with it: at once, so that
// nothing is seen of it and no key is lost.
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Themed } from '../components/themed.tsx'
import { chosenLanguage } from '../text/chosen-language.ts'
import { LanguageProvider, speechIn } from '../text/language.tsx'
import { doneSoFar } from './carry-on.ts'

/** `officeIsDark` as for Themed. */
export async function takeOver(officeIsDark: boolean | null, page: ReactNode): Promise<void> {
  const place = document.getElementById('root')!
  const speech = await speechIn(chosenLanguage())
  const carryOn = doneSoFar(place)
  flushSync(() =>
    createRoot(place).render(
      <LanguageProvider first={speech}>
        <Themed officeIsDark={officeIsDark}>{page}</Themed>
      </LanguageProvider>,
    ),
  )
  document.getElementById('first-style')?.remove()
  carryOn()
}
