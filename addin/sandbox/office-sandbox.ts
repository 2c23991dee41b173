// What the pane's page loads in the sandbox in place of Office.js, around the genuine
// Excel client library: the bridge to the page around it, then the small common part
// of Office. A classic script: everything here has run before the pane does.
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

// Runs before the library, when nothing of it is there yet, and once more after it: public/office-loader.js.
if (door && scope.OfficeExtension) attachOfficeCommon(scope, { excelApi: door.excelApi, displayLanguage: door.language })
else if (door) scope._richApiNativeBridge = door.bridge
