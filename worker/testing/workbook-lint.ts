// Everything that is wrong with a written workbook, in words: its package, its
// relationships, names, styles and strings, and each sheet (sheet-lint.ts). Empty where nothing is.
import { parseAddress, parseRange, parseReference } from '../../shared/a1.ts'
import { partText } from '../xlsx/inflate.ts'
import { READ_LIMITS } from '../xlsx/limits.ts'
import { zipDirectory } from '../xlsx/zip-directory.ts'
import { type Book, lintSheet } from './sheet-lint.ts'
import { childOf, childrenOf, type Element, parseXml } from './xml-tree.ts'

type PartsByPath = ReadonlyMap<string, Element>

const RELATIONSHIPS = /(^|\/)_rels\/[^/]*\.rels$/

async function partsOf(bytes: Uint8Array): Promise<Map<string, Element>> {
  const parts = new Map<string, Element>()
  for (const entry of zipDirectory(bytes, READ_LIMITS).values()) parts.set(entry.path, parseXml(await partText(entry)))
  return parts
}

function* lintTypes(parts: PartsByPath): Generator<string> {
  const types = parts.get('[Content_Types].xml')
  const overrides = new Set(childrenOf(types, 'Override').map(({ attributes }) => attributes.PartName))
  const defaults = new Set(childrenOf(types, 'Default').map(({ attributes }) => attributes.Extension))
  for (const path of parts.keys())
    if (path !== '[Content_Types].xml' && !overrides.has(`/${path}`) && !defaults.has(path.split('.').at(-1)))
      yield `${path} has no content type`
  for (const name of overrides) if (!parts.has(name!.slice(1))) yield `content type for ${name}, which is not there`
}

/** Relationships of a part: id to path. */
function targets(parts: PartsByPath, path: string): Map<string, string> {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const rels = parts.get(`${folder}_rels/${path.slice(slash)}.rels`)
  const resolve = (target: string) => (target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1))
  return new Map(childrenOf(rels, 'Relationship').map(({ attributes }) => [attributes.Id!, resolve(attributes.Target!)]))
}

function* lintRelationships(parts: PartsByPath): Generator<string> {
  const reached = new Set<string>(['[Content_Types].xml'])
  for (const [path, rels] of parts) {
    if (!RELATIONSHIPS.test(path)) continue
    reached.add(path)
    const owner =
      path.replace(RELATIONSHIPS, '$1') +
      path
        .split('/')
        .at(-1)!
        .replace(/\.rels$/, '')
    const found = targets(parts, owner)
    if (found.size !== rels.children.length) yield `${path}: an id twice`
    for (const target of found.values()) {
      reached.add(target)
      if (!parts.has(target)) yield `${path}: ${target} is not there`
    }
  }
  for (const path of parts.keys()) if (!reached.has(path)) yield `${path} is reached by nothing`
}

const SHEET_NAME = /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/
const DEFINED_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u

function* lintNames(workbook: Element): Generator<string> {
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet')
  const names = sheets.map(({ attributes }) => attributes.name!)
  for (const name of names) if (!SHEET_NAME.test(name)) yield `sheet name "${name}"`
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) yield `sheet names ${names}`
  if (new Set(sheets.map(({ attributes }) => attributes.sheetId)).size !== names.length) yield 'sheet ids'
  const active = Number(childOf(childOf(workbook, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0)
  if (sheets[active]?.attributes.state !== undefined) yield 'the active sheet is hidden'
  const seen = new Set<string>()
  for (const { attributes, text } of childrenOf(childOf(workbook, 'definedNames'), 'definedName')) {
    const { name = '', localSheetId } = attributes
    const key = `${localSheetId}!${name.toLowerCase()}`
    if (seen.has(key)) yield `name ${name} twice`
    seen.add(key)
    if (!DEFINED_NAME.test(name) || parseAddress(name.toUpperCase())) yield `defined name "${name}"`
    if (localSheetId !== undefined && !(Number(localSheetId) < names.length)) yield `${name} belongs to sheet ${localSheetId}`
    if (/^"(?:[^"]|"")*"$/.test(text)) continue
    // Print titles may be columns and rows: several references in one.
    const references = text.match(/(?:'(?:[^']|'')+'|[^',])+/g) ?? ['']
    const good = references.every((one) => {
      const reference = parseReference(one)
      const quoted = one.startsWith("'") || /^[A-Za-z_][A-Za-z0-9_.]*!/.test(one)
      return reference && quoted && names.includes(reference.sheet) && parseRange(reference.range)
    })
    if (!good || (references.length > 1 && !name.startsWith('_xlnm.'))) yield `${name} means ${text}`
  }
}

function* lintStyles(styles: Element): Generator<string> {
  const list = (name: string) => childOf(styles, name)?.children ?? []
  for (const { name, attributes, children } of styles.children)
    if (attributes.count !== undefined && Number(attributes.count) !== children.length) yield `count of ${name}`
  const formats = list('numFmts').map(({ attributes }) => Number(attributes.numFmtId))
  if (new Set(formats).size !== formats.length || formats.some((id) => id < 164)) yield `number formats ${formats}`
  const limits = {
    fontId: list('fonts').length,
    fillId: list('fills').length,
    borderId: list('borders').length,
    xfId: list('cellStyleXfs').length,
  }
  for (const { attributes } of [...list('cellXfs'), ...list('cellStyleXfs')]) {
    for (const [key, limit] of Object.entries(limits))
      if (attributes[key] !== undefined && !(Number(attributes[key]) < limit)) yield `${key} ${attributes[key]} of ${limit}`
    const format = Number(attributes.numFmtId ?? 0)
    if (format >= 164 && !formats.includes(format)) yield `number format ${format} is not there`
  }
  // The first two fills are what Excel takes them for, whatever they say.
  const patterns = list('fills')
    .slice(0, 2)
    .map((fill) => childOf(fill, 'patternFill')?.attributes.patternType)
  if (patterns.join() !== 'none,gray125') yield `first fills: ${patterns}`
}

export async function lintWorkbook(bytes: Uint8Array): Promise<string[]> {
  const parts = await partsOf(bytes)
  const workbook = parts.get('xl/workbook.xml')!
  const styles = parts.get('xl/styles.xml')!
  const items = childrenOf(parts.get('xl/sharedStrings.xml'), 'si')
  const textOf = (item: Element): string =>
    [...childrenOf(item, 't'), ...childrenOf(item, 'r').flatMap((run) => childrenOf(run, 't'))].map(({ text }) => text).join('')
  const book: Book = {
    styles: childOf(styles, 'cellXfs')!.children.length,
    differentials: childOf(styles, 'dxfs')?.children.length ?? 0,
    strings: items.map(textOf),
  }
  const related = targets(parts, 'xl/workbook.xml')
  const faults = [...lintTypes(parts), ...lintRelationships(parts), ...lintNames(workbook), ...lintStyles(styles)]
  const declared = Number(parts.get('xl/sharedStrings.xml')?.attributes.uniqueCount ?? items.length)
  if (declared !== items.length) faults.push(`${declared} strings declared, ${items.length} there`)
  for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const part = parts.get(related.get(attributes['r:id'] ?? '') ?? '')
    if (!part) faults.push(`sheet ${attributes.name} has no part`)
    else for (const fault of lintSheet(part, book)) faults.push(`${attributes.name}: ${fault}`)
  }
  return faults
}
