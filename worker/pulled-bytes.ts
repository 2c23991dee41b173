// Bytes from a generator as a stream whose receiver sets the pace: nothing is made
// ahead of a slow one, and what the receiver leaves is not made at all.
import { letOthersIn } from './let-others-in.ts'

/** Pieces that are made in one go: some hundredths of a second where each is 64 kB to be deflated. */
const TURN = 6

export function pulledBytes(bytes: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  let made = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (++made % TURN === 0) await letOthersIn()
        const next = await bytes.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await bytes.return()
      },
    },
    { highWaterMark: 0 },
  )
}
