// Workbooks changed at random, in their bytes and in their parts, are read or
// refused, and nothing else: no other throw, no limit passed. The same in every run.
import { expect, it } from 'vitest'
import { type RawEntry, rawZip } from '../testing/raw-zip.ts'
import { sheetXml, stringsXml, stylesXml, workbookFile } from '../testing/workbook-file.ts'
import { inflatePart } from './inflate.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefusal } from './refusal.ts'
import { zipDirectory } from './zip-directory.ts'

const ROUNDS = 1_500
const SEED = 2044

const sheet = sheetXml(
  `<row r="1" spans="1:9"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>một &amp; hai</t></r></is></c><c r="C1" s="2"><f t="shared" si="0" ref="C1:C2">A1*2</f><v>1.5</v></c></row><row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f t="shared" si="0"/><v>3E-2</v></c><c r="AB2" t="d"><v>2025-03-20</v></c></row>`,
  '<mergeCells count="1"><mergeCell ref="A5:C6"/></mergeCells>',
)
const BASE = workbookFile({
  sheets: { Biểu: sheet, 'Biểu 2': sheet },
  strings: stringsXml('<si><t>Đã gửi_x000D_</t></si><si><r><t>x</t></r><rPh sb="0" eb="1"><t>y</t></rPh></si>'),
  styles: stylesXml('<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>', '<xf/><xf numFmtId="164"/><xf numFmtId="9" fontId="0"/>'),
  after: '<definedNames><definedName name="_pls_x" hidden="1">\'Biểu\'!$A$1</definedName></definedNames>',
})

class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }
  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }
}

const tokensOf = (xml: string): string[] => xml.match(/<[^>]*>|[^<]+/g) ?? []
const ODD = [
  '&#0;',
  '&x;',
  '<',
  '>',
  '"',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<c/>',
  '</row>',
  '-1',
  '1e400',
  'r="A9"',
  '\0',
  '\ud83d',
  '__proto__',
  '99999999999',
]

function changedText(xml: string, dice: Dice): string {
  const tokens = tokensOf(xml)
  if (tokens.length === 0) return dice.of(ODD)
  const at = dice.below(tokens.length)
  const other = dice.below(tokens.length)
  switch (dice.below(5)) {
    case 0:
      ;[tokens[at], tokens[other]] = [tokens[other] as string, tokens[at] as string]
      break
    case 1:
      tokens.splice(at, 1 + dice.below(3))
      break
    case 2:
      tokens.splice(at, 0, ...tokens.slice(other, other + 1 + dice.below(8)))
      break
    case 3:
      tokens[at] = (tokens[at] as string).replace(/"[^"]*"/, `"${dice.of(ODD)}"`)
      break
    default: {
      const place = dice.below(xml.length)
      return xml.slice(0, place) + dice.of(ODD) + xml.slice(place + dice.below(3))
    }
  }
  return tokens.join('')
}

async function outcome(bytes: Uint8Array): Promise<'read' | 'refused'> {
  const budget = new ReadBudget(READ_LIMITS)
  try {
    const grid = await readWorkbook(bytes, budget)
    expect(grid.sheets.length).toBeGreaterThan(0)
    return 'read'
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error
    return 'refused'
  } finally {
    expect(budget.produced).toBeLessThan(READ_LIMITS.producedBytes)
  }
}

it('parts with tags swapped, dropped, repeated and filled with oddities', { timeout: 120_000 }, async () => {
  const dice = new Dice(SEED)
  const parts: { path: string; text: string }[] = []
  for (const entry of zipDirectory(BASE, READ_LIMITS).values()) {
    const pieces: Uint8Array[] = []
    await inflatePart(entry, new ReadBudget(READ_LIMITS), (bytes) => pieces.push(bytes))
    parts.push({ path: entry.path, text: new TextDecoder().decode(Buffer.concat(pieces)) })
  }
  const outcomes = { read: 0, refused: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const target = dice.of(parts)
    let text = target.text
    for (let change = dice.below(3); change >= 0; change--) text = changedText(text, dice)
    const entries = parts.map((part): RawEntry => ({ path: part.path, content: part === target ? text : part.text, deflated: false }))
    outcomes[await outcome(rawZip(entries))]++
  }
  // Both happen, or the changes change nothing or break everything.
  expect(outcomes.read).toBeGreaterThan(ROUNDS / 20)
  expect(outcomes.refused).toBeGreaterThan(ROUNDS / 20)
})

it('bytes of the file changed, cut, doubled and filled with zeros', { timeout: 120_000 }, async () => {
  const dice = new Dice(SEED)
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = BASE.slice()
    const at = dice.below(bytes.length)
    const length = dice.below(40)
    if (dice.below(3) === 0) bytes.fill(dice.below(256), at, at + length)
    else if (dice.below(2) === 0) bytes.copyWithin(at, dice.below(bytes.length), dice.below(bytes.length))
    else for (let flip = 0; flip <= length; flip++) bytes[dice.below(bytes.length)] = dice.below(256)
    await outcome(dice.below(4) === 0 ? bytes.slice(0, at) : bytes)
  }
})
