// The look of the sheets of an .xlsx file, from its raw XML.
import { columnLetter } from '../../shared/a1.ts'
import { columnPoints } from './excel-sizes.ts'
import type { BookLook, FormatLook, SheetLook } from './sheet-look.contract.ts'
import { childOf, childrenOf, packageParts, type XmlNode, xmlTree } from './xml-tree.contract.ts'

const isOn = (value: string | undefined) => value === '1' || value === 'true'
const BUILT_IN: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  49: '@',
}
const hex = (node: XmlNode | undefined) => (node ? `#${node.attributes.rgb?.slice(-6)}` : '')

function formatsOf(styles: XmlNode | undefined): FormatLook[] {
  const formats = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  )
  const fonts = childrenOf(childOf(styles, 'fonts'), 'font')
  const fills = childrenOf(childOf(styles, 'fills'), 'fill')
  const borders = childrenOf(childOf(styles, 'borders'), 'border')
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => {
    const { numFmtId = '0', fontId, fillId, borderId } = xf.attributes
    const font = fonts[Number(fontId)]
    const pattern = childOf(fills[Number(fillId)], 'patternFill')
    const alignment = childOf(xf, 'alignment')?.attributes ?? {}
    const sides = ['left', 'right', 'top', 'bottom'].map((side) => childOf(borders[Number(borderId)], side)?.attributes.style)
    return {
      font: childOf(font, 'name')?.attributes.val ?? '',
      size: Number(childOf(font, 'sz')?.attributes.val),
      bold: childOf(font, 'b') !== undefined,
      italic: childOf(font, 'i') !== undefined,
      underline: childOf(font, 'u') !== undefined,
      color: hex(childOf(font, 'color')) || '#000000',
      fill: pattern?.attributes.patternType === 'solid' ? hex(childOf(pattern, 'fgColor')) : '',
      horizontal: alignment.horizontal ?? 'general',
      vertical: alignment.vertical ?? 'bottom',
      wrap: isOn(alignment.wrapText),
      border: sides.every((style) => style === 'thin'),
      format: formats.get(numFmtId) ?? BUILT_IN[numFmtId] ?? numFmtId,
      locked: childOf(xf, 'protection')?.attributes.locked === undefined || isOn(childOf(xf, 'protection')?.attributes.locked),
    }
  })
}

const textOf = (node: XmlNode | undefined): string => (node?.name === 't' ? node.text : (node?.children.map(textOf).join('') ?? ''))

/** `_x0041_` is how a file writes a character; a text that reads like that is written with its first underscore escaped. */
const unescaped = (text: string) => text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function storedIn(cell: XmlNode, strings: readonly string[]): string | number | boolean | undefined {
  const formula = childOf(cell, 'f')
  if (formula) return `=${formula.text}`
  const text = childOf(cell, 'v')?.text
  const { t: type = 'n' } = cell.attributes
  if (type === 'inlineStr') return textOf(childOf(cell, 'is'))
  if (text === undefined) return undefined
  return type === 's' ? strings[Number(text)] : type === 'n' ? Number(text) : type === 'b' ? text === '1' : text
}

const validation = ({ attributes, children }: XmlNode) => ({
  type: attributes.type ?? '',
  operator: attributes.operator ?? (attributes.type === 'list' || attributes.type === 'custom' ? '' : 'between'),
  first: children.find(({ name }) => name === 'formula1')?.text ?? '',
  second: children.find(({ name }) => name === 'formula2')?.text ?? '',
  alert: `${attributes.errorStyle ?? 'stop'}|${attributes.errorTitle ?? ''}|${attributes.error ?? ''}`,
  prompt: attributes.prompt === undefined ? '' : `${attributes.promptTitle ?? ''}|${attributes.prompt}`,
})

function conditionals(sheet: XmlNode, styles: XmlNode | undefined): SheetLook['conditionals'] {
  const looks = childrenOf(childOf(styles, 'dxfs'), 'dxf')
  return childrenOf(sheet, 'conditionalFormatting')
    .flatMap(({ attributes: { sqref }, children }) => children.map((rule) => ({ sqref: sqref!, rule })))
    .sort((a, b) => Number(a.rule.attributes.priority) - Number(b.rule.attributes.priority))
    .map(({ sqref, rule }) => {
      const look = looks[Number(rule.attributes.dxfId)]
      const font = childOf(look, 'font')
      return {
        range: sqref,
        formula: childOf(rule, 'formula')?.text ?? '',
        color: hex(childOf(font, 'color')),
        fill: hex(childOf(look, 'fill', 'patternFill', 'bgColor')),
        bold: String(childOf(font, 'b') !== undefined),
      }
    })
}

const millimetres = (inches: string) => Math.round(Number(inches) * 254) / 10

function pageOf(sheet: XmlNode, defined: ReadonlyMap<string, string>): SheetLook['page'] {
  const setUp = childOf(sheet, 'pageSetup')?.attributes
  if (!setUp) return {}
  const headerFooter = childOf(sheet, 'headerFooter')
  const local = (name: string) => defined.get(name)?.replace(/^.*!/, '') ?? ''
  const titles = (defined.get('_xlnm.Print_Titles') ?? '').split(/,(?=')/).map((one) => one.replace(/^.*!/, ''))
  return {
    ...{ orientation: setUp.orientation ?? '', paper: setUp.paperSize === '9' ? 'A4' : (setUp.paperSize ?? '') },
    pagesWide:
      isOn(childOf(sheet, 'sheetPr', 'pageSetUpPr')?.attributes.fitToPage) && setUp.fitToHeight === '0' ? Number(setUp.fitToWidth ?? 1) : 0,
    ...{
      titleRows: titles.find((one) => /\d/.test(one)) ?? '',
      titleColumns: titles.find((one) => /[A-Z]/.test(one)) ?? '',
      breaks: childrenOf(childOf(sheet, 'rowBreaks'), 'brk')
        .map(({ attributes }) => attributes.id)
        .join(),
      area: local('_xlnm.Print_Area').replaceAll('$', ''),
    },
    headerText: childOf(headerFooter, 'oddHeader')?.text.replace(/^&C/, '') ?? '',
    centred: isOn(childOf(sheet, 'printOptions')?.attributes.horizontalCentered),
    differentFirst: isOn(headerFooter?.attributes.differentFirst),
    ...Object.fromEntries(
      Object.entries(childOf(sheet, 'pageMargins')?.attributes ?? {}).map(([side, value]) => [side, millimetres(value)]),
    ),
  }
}

function sheetLook(
  sheet: XmlNode,
  state: string,
  styles: XmlNode | undefined,
  strings: readonly string[],
  defined: ReadonlyMap<string, string>,
): SheetLook {
  const looks = formatsOf(styles)
  const rows = childrenOf(childOf(sheet, 'sheetData'), 'row')
  const cells = rows.flatMap((row) => childrenOf(row, 'c'))
  const columns = childrenOf(childOf(sheet, 'cols'), 'col').map(({ attributes }) => ({
    first: Number(attributes.min) - 1,
    ...{ width: Number(attributes.width), hidden: isOn(attributes.hidden), last: Number(attributes.max) - Number(attributes.min) },
  }))
  const letters = columns.flatMap(({ first, last, ...rest }) =>
    Array.from({ length: last + 1 }, (_, at) => ({ ...rest, letter: columnLetter(first + at) })),
  )
  const protection = childOf(sheet, 'sheetProtection')?.attributes ?? {}
  const pane = childOf(sheet, 'sheetViews', 'sheetView', 'pane')?.attributes
  return {
    visibility: state,
    gridlines: childOf(sheet, 'sheetViews', 'sheetView')?.attributes.showGridLines !== '0',
    // A password would make it another kind of protection.
    protected: Object.keys(protection).every((key) => !/password|hash/i.test(key)) && isOn(protection.sheet),
    freeze: `${pane?.ySplit ?? 0} ${pane?.xSplit ?? 0}`,
    cells: Object.fromEntries(
      cells.flatMap((cell) => {
        const value = storedIn(cell, strings)
        return value === undefined || value === '' ? [] : [[cell.attributes.r, value]]
      }),
    ),
    formats: Object.fromEntries(cells.map(({ attributes }) => [attributes.r, looks[Number(attributes.s ?? 0)]!])),
    merges: childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell')
      .map(({ attributes }) => attributes.ref!)
      .sort(),
    widths: Object.fromEntries(letters.map(({ letter, width }) => [letter, columnPoints(width)])),
    hiddenColumns: letters.filter(({ hidden }) => hidden).map(({ letter }) => letter),
    heights: Object.fromEntries(
      rows.flatMap(({ attributes }) => (attributes.ht === undefined ? [] : [[attributes.r, Number(attributes.ht)]])),
    ),
    hiddenRows: rows.flatMap(({ attributes }) => (isOn(attributes.hidden) ? [Number(attributes.r)] : [])),
    validations: Object.fromEntries(
      childrenOf(childOf(sheet, 'dataValidations'), 'dataValidation').map((one) => [one.attributes.sqref!, validation(one)]),
    ),
    conditionals: conditionals(sheet, styles),
    page: pageOf(sheet, defined),
  }
}

export function fileLook(bytes: Uint8Array): BookLook {
  const parts = packageParts(bytes)
  const part = (path: string) => xmlTree(parts.get(path) ?? '').children[0]
  const book = part('xl/workbook.xml')
  const styles = part('xl/styles.xml')
  const strings = childrenOf(part('xl/sharedStrings.xml'), 'si').map((one) => unescaped(textOf(one)))
  const relations = new Map(
    childrenOf(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target]),
  )
  const names = childrenOf(childOf(book, 'definedNames'), 'definedName')
  const sheets = childrenOf(childOf(book, 'sheets'), 'sheet').map(({ attributes }, at) => {
    const defined = new Map(
      names.filter((one) => one.attributes.localSheetId === String(at)).map((one) => [one.attributes.name!, one.text]),
    )
    const sheet = part(`xl/${relations.get(attributes['r:id'])}`)!
    return [attributes.name, sheetLook(sheet, attributes.state ?? 'visible', styles, strings, defined)] as const
  })
  return {
    sheets: Object.fromEntries(sheets),
    names: Object.fromEntries(
      names
        .filter(({ attributes }) => !attributes.name!.startsWith('_xlnm.'))
        .map(({ attributes, text }) => [attributes.name, `${text} ${isOn(attributes.hidden) ? 'hidden' : 'shown'}`]),
    ),
  }
}
