// Draws what stands around the pane. Knows nothing of forms or filings: those are the pane's.
import { createRoot } from 'react-dom/client'
import { httpApi } from '../api/api.ts'
import { browserTokenStore } from '../api/token-store.ts'
import { LanguageProvider } from '../text/language.tsx'
import { Sandbox } from './sandbox.tsx'
import type { WireHost } from './wire/wire-host.ts'

/** `gridOpened` hands the grid's wire host, or what is still to become one, to the pane that waits for it. */
export function showPage(gridOpened: (host: Promise<WireHost>) => void): void {
  createRoot(document.getElementById('root')!).render(
    <LanguageProvider>
      <Sandbox api={httpApi('', browserTokenStore('sandbox'))} gridOpened={gridOpened} />
    </LanguageProvider>,
  )
}
