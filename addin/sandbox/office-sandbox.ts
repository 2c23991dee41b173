// What the pane's page loads in the sandbox in place of Office.js, around the genuine
// Excel client library: the bridge to the page around it, then the small common part
// of Office. A classic script: everything here has run before the pane does.
import { chosenLanguage } from '../text/chosen-language.ts'
import { attachOfficeCommon, type OfficeScope } from './office-common.ts'
import { hostOf, type SandboxPage } from './sandbox-door.ts'
import { bridgeTo, type NativeBridge } from './wire/bridge.ts'

/** The newest requirement set that the client library beneath the sandbox knows. */
const EXCEL_API = '1.15'

const scope = window as unknown as OfficeScope & { _richApiNativeBridge?: NativeBridge }
const page: SandboxPage = window.parent
const displayLanguage = chosenLanguage() === 'vi' ? 'vi-VN' : 'en-US'

// Runs before the library, when nothing of it is there yet, and once more after it: public/office-loader.js.
if (page !== window) {
  if (scope.OfficeExtension) attachOfficeCommon(scope, { excelApi: EXCEL_API, displayLanguage })
  else scope._richApiNativeBridge = bridgeTo(hostOf(page))
}
