// The door through which the pane's frame reaches the grid beside it: open from the
// start, though the grid comes later; what is asked before waits.
import type { Language } from '../../shared/bilingual.ts'
import type { SandboxDoor } from './office-sandbox.ts'
import { bridgeTo } from './wire/bridge.ts'
import type { WireHost } from './wire/wire-host.ts'

/** The newest requirement set that the client library beneath the sandbox knows. */
const EXCEL_API = '1.15'

/** Before the frame is made. `host` is what answers it, once it is there. */
export function openDoor(language: Language, host: Promise<WireHost>): void {
  const door: SandboxDoor = { bridge: bridgeTo(host), language: language === 'vi' ? 'vi-VN' : 'en-US', excelApi: EXCEL_API }
  Object.assign(window, { sandboxDoor: door })
}

const PATIENCE_MS = 3000

/** Resolves when the pane shows its first screen, or after a while: the grid must not stand in its way. */
export async function paneShown(frame: () => HTMLIFrameElement | null): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  const shows = () => frame()?.contentDocument?.querySelector('main:not([data-testid=stage-start])')
  while (!shows() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 30))
  // Once it is on the screen.
  await new Promise((resolve) => setTimeout(resolve, 50))
}
