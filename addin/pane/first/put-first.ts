// Puts the first screen that stands drawn in the pane's page before the person while
// Office.js and the pane's own code are still coming. A classic script of its own;
// it keeps what is pressed for the pane, which takes over: carry-on.ts.
import { tokenKey } from '../../api/token-store.ts'
import { chosenLanguage } from '../../text/chosen-language.ts'
import { keptDarkness } from './kept-darkness.ts'

/** Whether a token is kept under any partition: Office alone knows which, and is not there yet. */
function isKnown(): boolean {
  try {
    return [sessionStorage, localStorage].some((storage) => Object.keys(storage).some((key) => key.endsWith(tokenKey('pane'))))
  } catch {
    return false
  }
}

/** Excel frames the page or says in its address who it is; elsewhere there is nothing to sign in for. */
const isInOffice = window.parent !== window || /[?&]_host_Info=/.test(location.search)

const language = chosenLanguage()
const stage = isInOffice && !isKnown() ? 'sign-in' : 'start'
const drawing = document.querySelector<HTMLTemplateElement>(`template[data-language=${language}][data-stage=${stage}]`)
const place = document.getElementById('root')
// Web views that are too old for the pane are told so: public/office-loader.js.
if (drawing && place && !/Edge\//.test(navigator.userAgent)) {
  document.documentElement.lang = language
  if (keptDarkness() ?? matchMedia('(prefers-color-scheme: dark)').matches) place.dataset.dark = ''
  place.append(drawing.content.cloneNode(true))
  const drawn = place.firstElementChild
  drawn?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) button.dataset.pressed = ''
  })
  drawn?.addEventListener('submit', (event) => event.preventDefault())
}
