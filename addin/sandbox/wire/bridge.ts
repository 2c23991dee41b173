// The object that the Excel client library looks for under the global name
// `_richApiNativeBridge` when its script runs: carries messages as text between
// the library and a wire host. Knows nothing about what they say.
import type { WireHost } from './wire-host.ts'

export interface NativeBridge {
  sendMessageToHost(text: string): void
  /** Set by the library. */
  onMessageFromHost: ((text: string) => void) | null
}

/** A host that is still being made is waited for. Set the result as `globalThis._richApiNativeBridge` before the library's script is loaded. */
export const bridgeTo = (host: WireHost | Promise<WireHost>): NativeBridge => {
  const made = Promise.resolve(host)
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      void made
        .then((one) => one.answer(text))
        .then((answer) => {
          if (answer !== null) bridge.onMessageFromHost?.(answer)
        })
    },
    onMessageFromHost: null,
  }
  void made.then((one) => one.listen((text) => bridge.onMessageFromHost?.(text)))
  return bridge
}
