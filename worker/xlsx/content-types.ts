// What [Content_Types].xml says a part is: by its name, else by its ending.
// Knows nothing of what the part holds.
import type { Attributes } from './xml-attributes.ts'
import type { XmlHandler } from './xml-scanner.ts'

export class ContentTypesScanner implements XmlHandler {
  readonly listening = false
  readonly #byName = new Map<string, string>()
  readonly #byEnding = new Map<string, string>()

  open(name: string, attributes: Attributes): void {
    const type = attributes.get('ContentType') ?? ''
    if (name === 'Override') this.#byName.set((attributes.get('PartName') ?? '').replace(/^\//, '').toLowerCase(), type)
    if (name === 'Default') this.#byEnding.set((attributes.get('Extension') ?? '').toLowerCase(), type)
  }

  text(): void {}
  close(): void {}

  /** Part names in lower case. */
  typeOf(part: string): string | undefined {
    return this.#byName.get(part) ?? this.#byEnding.get(part.slice(part.lastIndexOf('.') + 1))
  }
}
