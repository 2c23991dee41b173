// The door through which the pane's frame reaches the grid beside it: open from the
// start, though the grid comes later; what is asked before waits.
import type { Language } from '../../shared/bilingual.ts'
import type { SandboxDoor } from './office-sandbox.ts'
import { bridgeTo } from './wire/bridge.ts'
import type { WireHost } from './wire/wire-host.ts'

/** The newest requirement set that the client library beneath the sandbox knows. */
const EXCEL_API = '1.15'

/** Before the frame is made. What is returned takes what answers the frame, once that is there. */
export function openDoor(language: Language): (host: Promise<WireHost>) => void {
  let opened: (host: Promise<WireHost>) => void = () => {}
  const host = new Promise<WireHost>((resolve) => {
    opened = resolve
  })
  const door: SandboxDoor = { bridge: bridgeTo(host), language: language === 'vi' ? 'vi-VN' : 'en-US', excelApi: EXCEL_API }
  Object.assign(window, { sandboxDoor: door })
  return opened
}

/** The pane in a frame of its own, begun anew where there is one already. */
export function framePane(): void {
  const place = document.getElementById('pane')!
  const frame = document.createElement('iframe')
  frame.src = '/pane.html?host=sandbox'
  frame.dataset.testid = 'pane'
  place.querySelector('iframe')?.remove()
  place.append(frame)
}

export const paneFrame = (): HTMLIFrameElement => document.querySelector<HTMLIFrameElement>('#pane > iframe')!

const PATIENCE_MS = 3000

/** Resolves when the pane shows its first screen, or after a while: the grid must not stand in its way. */
export async function paneShown(): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  const shows = () => paneFrame().contentDocument?.querySelector('main :is(h1, h2)')
  while (!shows() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 30))
  // Once it is on the screen.
  await new Promise((resolve) => setTimeout(resolve, 50))
}
