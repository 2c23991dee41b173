// The workbook part: sheets in their order with the ids that lead to their
// parts, names, and the date system. Follows no pointer.
import type { GridName, GridSheet } from '../../shared/sheet/grid.ts'
import type { Attributes } from './xml-attributes.ts'
import { XmlFault } from './xml-fault.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

export interface NamedSheet {
  readonly name: string
  readonly visibility: GridSheet['visibility']
  readonly id: string
}

const VISIBILITY = new Map<string, GridSheet['visibility']>([
  ['hidden', 'hidden'],
  ['veryHidden', 'very-hidden'],
])

export class WorkbookScanner implements XmlHandler {
  listening = false
  root = ''
  date1904 = false
  readonly sheets: NamedSheet[] = []
  readonly names: GridName[] = []
  readonly #path: string[] = []
  readonly #seen = new Set<string>()
  #name = ''
  #ref = ''

  open(name: string, attributes: Attributes): void {
    const depth = this.#path.push(name)
    const parent = this.#path[1]
    if (depth === 1) this.root = name
    else if (depth === 2 && name === 'workbookPr') this.date1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
    else if (depth === 3 && parent === 'sheets' && name === 'sheet') this.#sheet(attributes)
    else if (depth === 3 && parent === 'definedNames' && name === 'definedName') {
      this.#name = attributes.get('name') ?? ''
      this.#ref = ''
      this.listening = true
    }
  }

  text(text: XmlText): void {
    this.#ref += text.read()
  }

  close(name: string): void {
    this.#path.pop()
    this.listening = false
    if (name !== 'definedName' || this.#path.length !== 2 || this.#name.startsWith('_xlnm.')) return
    this.names.push({ name: this.#name, ref: this.#ref })
  }

  #sheet(attributes: Attributes): void {
    const name = attributes.get('name') ?? ''
    const key = name.toLowerCase()
    // Excel refuses such a workbook; which of the two was meant nobody can know.
    if (name === '' || this.#seen.has(key)) throw new XmlFault()
    this.#seen.add(key)
    const visibility = VISIBILITY.get(attributes.get('state') ?? '') ?? 'visible'
    this.sheets.push({ name: name, visibility, id: attributes.prefixed('id') ?? '' })
  }
}
