// Changes to a package that keep every part they do not touch as its bytes are:
// parts replaced or added, relationships and content types told. Knows only
// packaging (ECMA-376 part 2).
import { partText } from './inflate.ts'
import { CONTENT_TYPES } from './sniff.ts'
import { insertAfter, prefixOf, xmlText } from './xml-splice.ts'
import type { ZipEntry } from './zip-directory.ts'
import { deflatedEntry, zipBytes } from './zip-write.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

export class PackageEdit {
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #changed = new Map<string, { readonly path: string; readonly xml: string }>()

  /** Entries by path in lower case, as the directory gives them. */
  constructor(entries: ReadonlyMap<string, ZipEntry>) {
    this.#entries = entries
  }

  /** The part as it stands after the changes so far; null where there is none. */
  async text(path: string): Promise<string | null> {
    const changed = this.#changed.get(path.toLowerCase())
    if (changed) return changed.xml
    const entry = this.#entries.get(path.toLowerCase())
    return entry ? partText(entry) : null
  }

  write(path: string, xml: string): void {
    const key = path.toLowerCase()
    this.#changed.set(key, { path: this.#entries.get(key)?.path ?? path, xml })
  }

  /** A path that no part has: `xl/notes.xml`, `xl/notes2.xml` … */
  freePath(wanted: string): string {
    const taken = (path: string) => this.#entries.has(path.toLowerCase()) || this.#changed.has(path.toLowerCase())
    let path = wanted
    for (let number = 2; taken(path); number++) path = wanted.replace(/\.(\w+)$/, `${number}.$1`)
    return path
  }

  /** Adds a part that another one points to; answers the id of the pointer. */
  async add(
    from: string,
    { path, xml, contentType, type }: { path: string; xml: string; contentType: string; type: string },
  ): Promise<string> {
    this.write(path, xml)
    await this.#tellType(path, contentType)
    const slash = from.lastIndexOf('/') + 1
    const relations = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`
    const before = (await this.text(relations)) ?? `<Relationships xmlns="${RELATIONSHIPS}"/>`
    const ids = new Set([...before.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id))
    let id = 'rIdPls1'
    for (let number = 2; ids.has(id); number++) id = `rIdPls${number}`
    this.write(relations, appended(before, 'Relationships', `Relationship Id="${id}" Type="${type}" Target="/${xmlText(path)}"`))
    return id
  }

  async #tellType(path: string, contentType: string): Promise<void> {
    const types = (await this.text(CONTENT_TYPES)) as string
    const ending = path.slice(path.lastIndexOf('.') + 1)
    const said = ending === 'xml' ? `Override PartName="/${xmlText(path)}"` : `Default Extension="${ending}"`
    if (!types.includes(said)) this.write(CONTENT_TYPES, appended(types, 'Types', `${said} ContentType="${contentType}"`))
  }

  async bytes(): Promise<Uint8Array> {
    const changed = [...this.#changed.values()].map(({ path, xml }) => deflatedEntry(path, new TextEncoder().encode(xml)))
    const kept = [...this.#entries].flatMap(([key, entry]) => (this.#changed.has(key) ? [] : [entry]))
    const chunks: Uint8Array[] = []
    for await (const chunk of zipBytes([...changed, ...kept])) chunks.push(chunk)
    return new Uint8Array(Buffer.concat(chunks))
  }
}

/** The root with one more child, also where it had none. */
function appended(xml: string, root: string, child: string): string {
  const prefix = prefixOf(xml)
  const closing = `</${prefix}${root}>`
  if (xml.includes(closing)) return xml.replace(closing, `<${prefix}${child}/>${closing}`)
  return insertAfter(xml, [root], '').replace(
    new RegExp(`<${prefix}${root}(\\s[^<>]*)?/>`),
    `<${prefix}${root}$1><${prefix}${child}/>${closing}`,
  )
}
