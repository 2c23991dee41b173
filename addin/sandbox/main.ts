// Entry of the sandbox page: a spreadsheet with the real pane beside it, for people
// without Excel. The pane is what they came for: its frame is asked for first, and
// what stands around it, which would take the same processor, comes once it is shown.
import './sandbox.css'
import { chosenLanguage } from '../text/chosen-language.ts'
import { framePane, openDoor, paneShown } from './sandbox-door.ts'

const gridOpened = openDoor(chosenLanguage())
framePane()
void paneShown()
  .then(() => import('./page.tsx'))
  .then(({ showPage }) => showPage(gridOpened))
