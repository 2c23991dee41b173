// Entry of the sandbox page: a spreadsheet with the real pane beside it, for people
// without Excel. The pane is what they came for: its frame stands in
// the page itself, and what is around it, which would take the same processor, comes once it is shown.
import './sandbox.css'
import { openDoor, paneShown } from './sandbox-door.ts'

const gridOpened = openDoor()
void paneShown()
  .then(() => import('./page.tsx'))
  .then(({ showPage }) => showPage(gridOpened))
