// One worksheet part as cells, merges and hidden rows. Strict: a number that is
// none, or a string that is not in the table, refuses the file instead of reading on.
import { address, parseAddress } from '../../shared/a1.ts'
import type { GridCell } from '../../shared/sheet/grid.ts'
import type { ReadLimits } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { unescapeText } from './shared-strings.ts'
import type { ReadStyle } from './styles.ts'
import { scanXml } from './xml-scanner.ts'

export interface SheetParts {
  readonly name: string
  readonly part: string
  readonly strings: readonly string[]
  readonly styles: readonly ReadStyle[]
  readonly limits: ReadLimits
}

export interface ParsedSheet {
  readonly cells: Map<string, GridCell>
  readonly merges: string[]
  readonly hiddenRows: Set<number>
}

export function parseSheet(xml: string, { name: sheet, part, strings, styles, limits }: SheetParts): ParsedSheet {
  const broken = () => new WorkbookRefusal('broken-xml', { part })
  const cells = new Map<string, GridCell>()
  const merges: string[] = []
  const hiddenRows = new Set<number>()
  const sharedFormulas = new Map<string, string>()
  let rows = 0
  let row = -1
  let column = -1
  let rowCounted = false
  let type = 'n'
  let style: ReadStyle = {}
  let formula: string | undefined
  let sharedIndex: string | undefined
  let value: string | undefined
  let collecting: 'v' | 'f' | 't' | null = null
  let phonetic = false

  const finishCell = () => {
    if (sharedIndex !== undefined) {
      if (formula) sharedFormulas.set(sharedIndex, formula)
      else formula = sharedFormulas.get(sharedIndex) ?? formula
    }
    const read = value === undefined ? undefined : stored(value)
    if (read === undefined && formula === undefined) return
    if (!rowCounted && ++rows > limits.rowsPerSheet) throw new WorkbookRefusal('too-many-rows', { sheet, limit: limits.rowsPerSheet })
    rowCounted = true
    if (cells.size >= limits.cells) throw new WorkbookRefusal('too-many-rows', { sheet, limit: limits.rowsPerSheet })
    const cell: GridCell = {
      value: read ?? '',
      ...(type === 'e' ? { error: true as const } : {}),
      ...(formula === undefined ? {} : { formula: `=${formula}` }),
      ...style,
    }
    cells.set(address(row, column), cell)
  }

  const stored = (text: string): string | number | boolean | undefined => {
    if (type === 's') {
      const found = /^\d{1,9}$/.test(text.trim()) ? strings[Number(text)] : undefined
      if (found === undefined) throw broken()
      return found === '' ? undefined : found
    }
    if (type === 'str' || type === 'inlineStr') return text === '' ? undefined : unescapeText(text)
    if (type === 'e' || type === 'd') return text
    if (type === 'b') return text.trim() === '1' || text.trim() === 'true'
    if (text.trim() === '') return undefined
    const number = Number(text)
    if (!Number.isFinite(number) || !/^[\s\d.eE+-]+$/.test(text)) throw broken()
    return number
  }

  scanXml(xml, part, {
    open(name, attribute) {
      if (name === 'row') {
        const at = attribute('r')
        row = at === undefined ? row + 1 : Number(at) - 1
        if (!Number.isInteger(row) || row < 0) throw broken()
        if (row > 1_048_575) throw new WorkbookRefusal('too-many-rows', { sheet, limit: limits.rowsPerSheet })
        column = -1
        rowCounted = false
        const hidden = attribute('hidden')
        if (hidden === '1' || hidden === 'true') hiddenRows.add(row + 1)
      } else if (name === 'c') {
        const at = attribute('r')
        const spot = at === undefined ? { row, column: column + 1 } : parseAddress(at)
        if (spot?.row !== row || row < 0) throw broken()
        column = spot.column
        type = attribute('t') ?? 'n'
        style = styles[Number(attribute('s') ?? 0)] ?? {}
        formula = undefined
        sharedIndex = undefined
        value = undefined
      } else if (name === 'f') {
        collecting = 'f'
        formula = ''
        sharedIndex = attribute('t') === 'shared' ? attribute('si') : undefined
      } else if (name === 'v') {
        collecting = 'v'
        value = ''
      } else if (name === 'rPh') {
        phonetic = true
      } else if (name === 't' && !phonetic) {
        collecting = 't'
        value ??= ''
      } else if (name === 'mergeCell') {
        const range = attribute('ref')
        if (!range || merges.push(range) > limits.merges) throw new WorkbookRefusal('too-many-rows', { sheet, limit: limits.rowsPerSheet })
      }
    },
    text(text) {
      if (collecting === 'f') formula = (formula ?? '') + text
      else if (collecting) value = (value ?? '') + text
    },
    close(name) {
      if (name === 'c') finishCell()
      else if (name === 'rPh') phonetic = false
      else if (name === 'v' || name === 'f' || name === 't') collecting = null
    },
  })
  return { cells, merges, hiddenRows }
}
