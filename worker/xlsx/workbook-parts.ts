// The table of contents of a workbook: its sheets with the parts that hold
// them, its names, its date system, and where strings and styles lie.
import type { GridName, GridSheet } from '../../shared/sheet/grid.ts'
import { partText } from './inflate.ts'
import { WorkbookRefusal } from './refusal.ts'
import { scanXml } from './xml-scanner.ts'
import type { ZipEntry } from './zip-directory.ts'

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly visibility: GridSheet['visibility']; readonly part: string }[]
  readonly names: readonly GridName[]
  readonly date1904: boolean
  readonly strings: string | undefined
  readonly styles: string | undefined
}

type Entries = ReadonlyMap<string, ZipEntry>

interface Relationship {
  readonly kind: string
  readonly target: string
}

/** `../a/b.xml` seen from the folder of a part; part names are compared in lower case. */
function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/').toLowerCase()
}

export function relationships(entries: Entries, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1
  const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const found = new Map<string, Relationship>()
  const entry = entries.get(path)
  if (!entry) return found
  scanXml(partText(entry), path, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const kind = (attribute('Type') ?? '').split('/').at(-1) as string
      found.set(attribute('Id') ?? '', { kind, target: resolve(part, attribute('Target') ?? '') })
    },
  })
  return found
}

export function workbookParts(entries: Entries): WorkbookParts {
  const main = [...relationships(entries, '').values()].find((one) => one.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const entry = entries.get(main)
  if (!entry || !main.endsWith('.xml')) throw new WorkbookRefusal('not-xlsx')
  const related = relationships(entries, main)
  const sheets: WorkbookParts['sheets'][number][] = []
  const names: GridName[] = []
  let date1904 = false
  let root = ''
  let naming: { name: string; ref: string } | null = null
  scanXml(partText(entry), main, {
    open(name, attribute) {
      root ||= name
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      else if (name === 'sheet') {
        const relation = related.get(attribute('id') ?? '')
        if (!relation) throw new WorkbookRefusal('broken-xml', { part: main })
        const state = attribute('state')
        const visibility = state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible'
        // Chart sheets hold no cells.
        if (relation.kind === 'worksheet') sheets.push({ name: attribute('name') ?? '', visibility, part: relation.target })
      } else if (name === 'definedName') naming = { name: attribute('name') ?? '', ref: '' }
    },
    text(text) {
      if (naming) naming.ref += text
    },
    close(name) {
      if (name === 'definedName' && naming && !naming.name.startsWith('_xlnm.')) names.push(naming)
      if (name === 'definedName') naming = null
    },
  })
  if (root !== 'workbook') throw new WorkbookRefusal('not-xlsx')
  const target = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.target
  return { sheets, names, date1904, strings: target('sharedStrings'), styles: target('styles') }
}
