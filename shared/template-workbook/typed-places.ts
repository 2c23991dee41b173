// Where each place of a template was typed, and for a place that was not typed the cell
// that comes nearest. Knows no template.
import type { Typed, Way } from './read-part-sheet.ts'

const text = (way: Way): string => way.map((step) => `${step}`).join('/')

export class TypedPlaces {
  readonly #typed = new Map<string, Typed>()

  /** Of the thing that stands at `way`. The first that is said of a place counts. */
  add(way: Way, places: readonly { readonly path: Way; readonly typed: Typed }[]): void {
    for (const { path, typed } of places) {
      const key = text([...way, ...path])
      if (!this.#typed.has(key)) this.#typed.set(key, typed)
    }
  }

  has(way: Way): boolean {
    return this.#typed.has(text(way))
  }

  /** The cell itself, else the first of what stands within, else of what stands around. */
  of(way: Way): Typed | null {
    const exact = this.#typed.get(text(way))
    if (exact) return exact
    const within = [...this.#typed].find(([key]) => key.startsWith(`${text(way)}/`))
    if (within) return within[1]
    return way.length > 1 ? this.of(way.slice(0, -1)) : null
  }
}
