// Text gathered as UTF-8 bytes in chunks of 256 KB that are used again. Halves of
// a surrogate pair become U+FFFD, as the encoder has it.

const CHUNK = 262_144

export class Utf8Chunks {
  readonly #encoder = new TextEncoder()
  readonly #spare: Uint8Array[] = []
  #chunk: Uint8Array = new Uint8Array(CHUNK)
  #at = 0
  #full: Uint8Array[] = []

  /** Whether there are full chunks to be taken. */
  get ready(): boolean {
    return this.#full.length > 0
  }

  add(text: string): void {
    let rest = text
    for (;;) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#chunk.subarray(this.#at))
      this.#at += written
      if (read === rest.length) return
      this.#turn()
      rest = rest.slice(read)
    }
  }

  /** The full chunks, and with `all` what is begun too; each is given back when it is no longer needed. */
  take(all = false): Uint8Array[] {
    if (all && this.#at > 0) this.#turn()
    const full = this.#full
    this.#full = []
    return full
  }

  giveBack(chunk: Uint8Array): void {
    this.#spare.push(new Uint8Array(chunk.buffer))
  }

  #turn(): void {
    this.#full.push(this.#chunk.subarray(0, this.#at))
    this.#chunk = this.#spare.pop() ?? new Uint8Array(CHUNK)
    this.#at = 0
  }
}
