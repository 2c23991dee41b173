// Puts the first screen that stands drawn in the page of pane or portal before the person
// while Office.js and our own code are still coming. A classic script of its own; it
// marks what is pressed for the page that takes over: carry-on.ts.
import { tokenKey } from '../api/token-store.ts'
import { chosenLanguage } from '../text/chosen-language.ts'
import { keptDarkness } from './kept-darkness.ts'

const place = document.getElementById('root')!
const isPortal = place.dataset.page === 'portal'

/** Whether a token is kept under any partition: Office alone knows which, and is not there yet. */
function isKnown(): boolean {
  const key = tokenKey(isPortal ? 'portal' : 'pane')
  try {
    return [sessionStorage, localStorage].some((storage) => Object.keys(storage).some((one) => one.endsWith(key)))
  } catch {
    return false
  }
}

/** Excel frames the pane or says in its address who it is; elsewhere there is nothing to sign in for. Who is invited does not sign in. */
const asksWho = isPortal ? !location.hash.startsWith('#invitation=') : window.parent !== window || /[?&]_host_Info=/.test(location.search)

const language = chosenLanguage()
const stage = asksWho && !isKnown() ? 'sign-in' : 'start'
const drawingOf = (wanted: string) =>
  document.querySelector<HTMLTemplateElement>(`template[data-language=${language}][data-stage=${wanted}]`)
const drawing = drawingOf(stage)
// Web views that are too old for the pane are told so: public/office-loader.js.
if (drawing && (isPortal || !/Edge\//.test(navigator.userAgent))) {
  document.documentElement.lang = language
  const kept = isPortal ? null : keptDarkness()
  if (kept ?? matchMedia('(prefers-color-scheme: dark)').matches) place.dataset.dark = ''
  place.append(drawing.content.cloneNode(true))
  const drawn = place.firstElementChild
  drawn?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) button.dataset.pressed = ''
  })
  drawn?.addEventListener('submit', (event) => event.preventDefault())
  // Without our own code nothing would ever answer: that is said, what was typed stays.
  const tellMissing = ({ target }: Event) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return
    place.prepend(drawingOf('missing')!.content.cloneNode(true))
    place.querySelector('button')?.addEventListener('click', () => location.reload())
  }
  addEventListener('error', tellMissing, true)
}
