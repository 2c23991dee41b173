// What the pane's page loads in the sandbox in place of Office.js: the bridge to
// the page around it, the genuine Excel client library, then the small common
// part of Office. A classic script: everything here has run before the pane does.
import { attachOfficeCommon, type OfficeScope } from './office-common.ts'
import type { NativeBridge } from './wire/bridge.ts'

/** What the sandbox page gives the frame it holds. */
export interface SandboxDoor {
  readonly bridge: NativeBridge
  readonly language: string
  readonly excelApi: string
}

const scope = window as unknown as OfficeScope & { _richApiNativeBridge?: NativeBridge }
const door = (window.parent as unknown as { sandboxDoor?: SandboxDoor }).sandboxDoor

// Runs twice: before the library (nothing of it is there yet) and after it.
if (door && scope.OfficeExtension) attachOfficeCommon(scope, { excelApi: door.excelApi, displayLanguage: door.language })
else if (door) {
  scope._richApiNativeBridge = door.bridge
  document.write('<script src="/office-js/excel-web-16.00.js"></script><script src="/sandbox/office-sandbox.js"></script>')
}
