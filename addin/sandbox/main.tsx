// Entry of the sandbox page: a spreadsheet with the real pane beside it, for
// people without Excel. Knows nothing of forms or filings: those are the pane's.
import './sandbox.css'
import { createRoot } from 'react-dom/client'
import { httpApi } from '../api/api.ts'
import { browserTokenStore } from '../api/token-store.ts'
import { Themed } from '../components/themed.tsx'
import { LanguageProvider } from '../text/language.tsx'
import { Sandbox } from './sandbox.tsx'

const api = httpApi('', browserTokenStore('sandbox'))

createRoot(document.getElementById('root')!).render(
  <LanguageProvider>
    <Themed officeIsDark={false}>
      <Sandbox api={api} />
    </Themed>
  </LanguageProvider>,
)
