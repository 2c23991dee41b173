// Runs the genuine Excel client library in Node over a wire host: a vm context
// with the little of a browser that the library touches while it starts.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, Script } from 'node:vm'
import { attachOfficeCommon, type OfficeScope } from './office-common.ts'
import { bridgeTo } from './wire/bridge.ts'
import type { WireHost } from './wire/wire-host.ts'

const FILE = '@microsoft/office-js/dist/excel-web-16.00.js'

let script: Script | undefined
/** Compiled once, run once per host: the library keeps its state in its globals. */
const library = (): Script => {
  const path = createRequire(import.meta.url).resolve(FILE)
  script ??= new Script(readFileSync(path, 'utf8'), { filename: FILE })
  return script
}

interface Scope extends OfficeScope {
  Excel: typeof Excel
  Office: typeof Office
}

const browserLike = (wire: WireHost): Record<string, unknown> => {
  const location = { href: 'https://localhost/', hash: '', search: '', protocol: 'https:', host: 'localhost', origin: 'https://localhost' }
  const scope: Record<string, unknown> = {
    console: { log: () => {}, warn: () => {}, error: () => {} },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    navigator: { userAgent: 'Node', platform: 'Node' },
    location,
    document: {
      URL: location.href,
      cookie: '',
      location,
      createElement: () => ({ setAttribute: () => {}, style: {} }),
      getElementsByTagName: () => [],
      addEventListener: () => {},
    },
    name: '',
    addEventListener: () => {},
    _richApiNativeBridge: bridgeTo(wire),
  }
  return Object.assign(scope, { window: scope, self: scope })
}

export const EXCEL_VERSIONS = ['1.9', '1.14', '1.21'] as const

/** `Excel` and `Office` of an Excel that has requirement sets up to `excelApi`. */
export const openExcel = (wire: WireHost, excelApi: string): Scope => {
  const scope = createContext(browserLike(wire))
  library().runInContext(scope)
  attachOfficeCommon(scope as OfficeScope, { excelApi })
  return scope as unknown as Scope
}
