// Marks at the cells of somebody's sheet: conditional formats of our own, and a
// pointer to the notes. Marks of a report before are taken away first; cells,
// formats and everything else of the sheet keep their bytes.
import { isMarkFormula, markFormula, SEVERITIES } from '../../shared/sheet/finding-marks.ts'
import type { FindingMark } from '../../shared/sheet/finding-report.ts'
import { insertAfter, prefixOf, xmlText } from './xml-splice.ts'

/** ECMA-376 part 1, 18.3.1.99: the order of a worksheet's elements. */
const BEFORE_FORMATS = [
  ...['sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate'],
  ...['customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
]
const BEFORE_NOTES = [
  ...BEFORE_FORMATS,
  ...['dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks'],
  ...['customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing'],
]

const text = (xml: string) => xml.replaceAll('&quot;', '"').replaceAll('&gt;', '>')

function withoutMarks(xml: string): string {
  const prefix = prefixOf(xml)
  const element = new RegExp(`<${prefix}conditionalFormatting[\\s>][^]*?</${prefix}conditionalFormatting>`, 'g')
  return xml.replace(element, (whole) => (isMarkFormula(text(whole)) ? '' : whole))
}

export function markedSheet(xml: string, marks: readonly FindingMark[], firstFormat: number): string {
  const prefix = prefixOf(xml)
  const clean = withoutMarks(xml)
  const formats = SEVERITIES.flatMap((severity, at) => {
    const cells = marks.filter((mark) => mark.severity === severity).map(({ cell }) => cell)
    if (cells.length === 0) return []
    const rule = `<${prefix}cfRule type="expression" dxfId="${firstFormat + at}" priority="${at + 1}"><${prefix}formula>${xmlText(markFormula(severity).slice(1))}</${prefix}formula></${prefix}cfRule>`
    return [`<${prefix}conditionalFormatting sqref="${cells.join(' ')}">${rule}</${prefix}conditionalFormatting>`]
  })
  if (formats.length === 0) return clean
  // Ours come first; those of the sheet keep their order behind them.
  const rule = new RegExp(`(<${prefix}cfRule\\s[^<>]*?\\bpriority=")(\\d+)"`, 'g')
  const later = clean.replace(rule, (_, before: string, priority: string) => `${before}${Number(priority) + SEVERITIES.length}"`)
  return insertAfter(later, BEFORE_FORMATS, formats.join(''))
}

/** `relationships` is the prefix that the pointer's namespace gets on the element itself. */
export function withNotes(xml: string, relationshipId: string, namespace: string): string {
  const pointer = `<${prefixOf(xml)}legacyDrawing xmlns:pls="${namespace}" pls:id="${relationshipId}"/>`
  return insertAfter(xml, BEFORE_NOTES, pointer)
}
