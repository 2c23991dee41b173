// The door through which the pane's frame reaches the grid beside it: open from the
// start, though the grid comes later; what is asked before waits.
import type { WireHost } from './wire/wire-host.ts'

/** The page that holds the pane's frame. Either may be there first: the page says when its door is open. */
export interface SandboxPage extends EventTarget {
  sandboxHost?: Promise<WireHost>
}
const OPEN = 'sandbox-door-open'

/** For the frame. */
export const hostOf = (page: SandboxPage): Promise<WireHost> =>
  new Promise((resolve) => {
    if (page.sandboxHost) resolve(page.sandboxHost)
    else page.addEventListener(OPEN, () => resolve(page.sandboxHost!), { once: true })
  })

/** What is returned takes what answers the frame, once that is there. */
export function openDoor(): (host: Promise<WireHost>) => void {
  let opened: (host: Promise<WireHost>) => void = () => {}
  const page: SandboxPage = window
  page.sandboxHost = new Promise<WireHost>((resolve) => {
    opened = resolve
  }).then(forOneFrame)
  page.dispatchEvent(new Event(OPEN))
  return opened
}

/** The frame is begun anew when the language changes: whoever listened before is not there any more. */
function forOneFrame(host: WireHost): WireHost {
  let tell: (text: string) => void = () => {}
  host.listen((text) => tell(text))
  return Object.create(host, {
    listen: {
      value: (send: typeof tell) => {
        tell = send
      },
    },
  })
}

export const paneFrame = (): HTMLIFrameElement => document.querySelector<HTMLIFrameElement>('#pane > iframe')!

const PATIENCE_MS = 3000

/** Resolves when the pane shows its first screen, or after a while: the grid must not stand in its way. */
export async function paneShown(): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  const shows = () => paneFrame().contentDocument?.querySelector('main[data-testid] :is(h1, h2)')
  while (!shows() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 30))
  // Once it is on the screen.
  await new Promise((resolve) => setTimeout(resolve, 50))
}
