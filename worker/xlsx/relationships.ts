// Which parts a part points to, and where a pointer leads: inside the package, or
// out of it. Knows only the packaging of Office files (ECMA-376 part 2).
import type { ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { scanPart } from './scan-part.ts'
import type { Attributes } from './xml-attributes.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { ZipEntry } from './zip-directory.ts'

export type Entries = ReadonlyMap<string, ZipEntry>

export interface Relationship {
  /** The last step of the type, which the transitional and the strict form share: `worksheet`. */
  readonly kind: string
  /** Path of a part in lower case, as entries have it; null where it leads out of the package. */
  readonly target: string | null
}

/** `../a/b.xml` seen from the folder of a part. What climbs out of the package leads to no part. */
function resolve(from: string, target: string): string {
  const steps = target.replaceAll('\\', '/')
  const path = steps.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of steps.split('/')) {
    if (step === '..' && path.pop() === undefined) return ''
    if (step !== '' && step !== '.' && step !== '..') path.push(step)
  }
  return unescaped(path.join('/')).toLowerCase()
}

/** Part names in pointers are parts of addresses: a space is `%20`. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

class RelationshipsScanner implements XmlHandler {
  readonly listening = false
  readonly found = new Map<string, Relationship>()
  readonly #from: string

  constructor(from: string) {
    this.#from = from
  }

  open(name: string, attributes: Attributes): void {
    if (name !== 'Relationship') return
    const kind = (attributes.get('Type') ?? '').split('/').at(-1) as string
    const external = attributes.get('TargetMode') === 'External'
    this.found.set(attributes.get('Id') ?? '', { kind, target: external ? null : resolve(this.#from, attributes.get('Target') ?? '') })
  }

  text(): void {}
  close(): void {}
}

/** By id. `part` is "" for the package itself. */
export async function relationships(entries: Entries, part: string, budget: ReadBudget): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1
  const entry = entries.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
  if (!entry) return new Map()
  if (entry.size > budget.limits.heldBytes) throw new WorkbookRefusal('zip-bomb', { part: entry.path })
  const scanner = new RelationshipsScanner(part)
  await scanPart(entry, budget, scanner)
  return scanner.found
}
