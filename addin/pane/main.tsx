// Entry of the task pane: waits for Office, chooses the host and starts the
// session. The only place of the pane, besides addin/host, that names Office.
import '../components/page.css'
import { httpApi } from '../api/api.ts'
import { browserPaneStore } from '../api/pane-store.ts'
import { browserTokenStore } from '../api/token-store.ts'
import { keepDarkness } from '../first/kept-darkness.ts'
import { takeOver } from '../first/take-over.tsx'
import { excelHost } from '../host/excel.ts'
import { showInstant } from '../text/moment.ts'
import { vi } from '../text/vi.ts'
import { OutsideExcel } from './outside-excel.tsx'
import { Pane } from './pane.tsx'
import type { PullPorts } from './pull/pull-perform.ts'
import { createRunner } from './runner.ts'
import { loadList } from './screens.ts'
import type { Wish } from './session.ts'

/** What the ribbon's buttons put into the page's address: manifest.xml. */
const WISHES: readonly Wish['to'][] = ['form', 'check', 'send']

if ('Office' in globalThis) {
  Office.onReady((info) => (info.host === Office.HostType.Excel ? start() : outside('elsewhere')))
} else outside('no-library')

function start(): void {
  const partition = Office.context.partitionKey ?? ''
  const tokens = browserTokenStore('pane', partition)
  const api = httpApi('', tokens)
  if (api.signedIn()) loadList()
  // The sheet is a Vietnamese document whatever language its filer reads.
  const stampLine = (receipt: { number: string; submittedAt: string }) => vi.stamp(receipt.number, showInstant(receipt.submittedAt))
  const asked = new URLSearchParams(location.search).get('go')
  const to = WISHES.find((one) => one === asked)
  const wish = to ? { to, key: crypto.randomUUID() } : null
  const host = excelHost()
  const ports = {
    api,
    host,
    kept: browserPaneStore(partition),
    stampLine,
    asideName: vi.asideName,
    now: () => new Date().toISOString(),
  }
  const province: PullPorts = {
    api,
    host,
    // Few see the whole province: nobody else loads the shape of this answer.
    consolidation: async (...asked) => (await import('../api/quarter-api.ts')).quarterApi('', tokens).consolidation(...asked),
  }
  const runner = createRunner(ports, wish)
  for (const type of ['online', 'offline'] as const)
    addEventListener(type, () => runner.dispatch({ type: 'connection', online: type === 'online' }))
  runner.dispatch({ type: 'start-asked' })
  const dark = officeIsDark()
  keepDarkness(dark)
  void takeOver(dark, <Pane runner={runner} province={province} />)
}

function outside(why: 'elsewhere' | 'no-library'): void {
  void takeOver(null, <OutsideExcel why={why} />)
}

/** Old hosts give no theme: the system's then decides. */
function officeIsDark(): boolean | null {
  const background = Office.context.officeTheme?.bodyBackgroundColor
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? '')
  if (!channels) return null
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((hex) => Number.parseInt(hex, 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128
}
