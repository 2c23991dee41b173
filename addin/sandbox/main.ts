// Entry of the sandbox page: a spreadsheet with the real pane beside it, for people
// without Excel. The pane is what they came for: its frame is asked for before
// anything else of this page is even loaded.
import './sandbox.css'
import { chosenLanguage } from '../text/chosen-language.ts'
import { framePane, openDoor } from './sandbox-door.ts'

const gridOpened = openDoor(chosenLanguage())
framePane()
void import('./page.tsx').then(({ showPage }) => showPage(gridOpened))
