// Shows findings and notes at their cells by conditional formats of our own, so that the
// person's formatting is never touched; they are known again by their formula.
// Words for the colours are in the pane's list: nothing is said by colour alone.
import type { Finding } from '../../shared/finding.ts'
import { isMarkFormula, MARK_LOOKS, markFormula, NOTE_LOOK, SEVERITIES } from '../../shared/sheet/finding-marks.ts'
import { withoutProtection } from './excel-protection.ts'

/** Excel cuts a longer list of addresses without a word at 8192. */
const LONGEST = 8000

const chunks = (cells: readonly string[]): string[] => {
  const lists: string[] = []
  for (const cell of cells) {
    const last = lists.at(-1)
    if (last === undefined || last.length + 1 + cell.length > LONGEST) lists.push(cell)
    else lists[lists.length - 1] = `${last},${cell}`
  }
  return lists
}

interface Mark {
  readonly formula: string
  readonly look: { readonly fill: string; readonly color: string }
  readonly list: string
}

/** The gravest severity of each cell as address lists, then the cells that are noted and have no finding. */
const marksOf = (findings: readonly Finding[], noted: readonly string[]): Mark[] => {
  const seen = new Set<string>()
  const marks = (kind: Parameters<typeof markFormula>[0], look: Mark['look'], cells: readonly string[]): Mark[] => {
    const fresh = [...new Set(cells)].filter((cell) => !seen.has(cell))
    for (const cell of fresh) seen.add(cell)
    return chunks(fresh).map((list) => ({ formula: markFormula(kind), look, list }))
  }
  const found = SEVERITIES.flatMap((severity) =>
    marks(
      severity,
      MARK_LOOKS[severity],
      findings.flatMap(({ place, severity: one }) => (one === severity && place.cell ? [place.cell] : [])),
    ),
  )
  return [...found, ...marks('note', NOTE_LOOK, noted)]
}

const ours = async (context: Excel.RequestContext, all: Excel.ConditionalFormatCollection): Promise<Excel.ConditionalFormat[]> => {
  const custom = all.items.filter(({ type }) => type === 'Custom').map((format) => ({ format, rule: format.custom.rule.load('formula') }))
  if (custom.length > 0) await context.sync()
  return custom.filter(({ rule }) => isMarkFormula(rule.formula)).map(({ format }) => format)
}

/** Replaces all marks of ours on a sheet; without findings and notes it only takes them away. */
export const mark = async (
  context: Excel.RequestContext,
  name: string,
  findings: readonly Finding[],
  noted: readonly string[],
): Promise<void> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const protection = sheet.protection.load('protected,options')
  const formats = sheet.getRange().conditionalFormats.load('items/id,items/type')
  await context.sync()
  const old = await ours(context, formats)
  const fresh = marksOf(findings, noted)
  if (old.length === 0 && fresh.length === 0) return

  // A file of another origin may be protected without the right to format.
  const lift = protection.protected && !protection.options.allowFormatCells
  await withoutProtection(context, protection, lift, () => {
    for (const format of old) format.delete()
    for (const { formula, look, list } of fresh) {
      const { custom } = sheet.getRanges(list).conditionalFormats.add('Custom')
      custom.rule.formula = formula
      custom.format.fill.color = look.fill
      custom.format.font.color = look.color
    }
  })
}
