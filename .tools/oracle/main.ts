// The long comparison with LibreOffice: `npm run oracle -- --n 100000 --seed 2044`.
// Prints what it has done and every disagreement; ends with 1 where there is one.
import { parseArgs } from 'node:util'
import { isError, type Result } from '../../shared/rule/scalar.ts'
import { asksForBlanks, type Disagreement, disagreements, formulasOf, NIL_KEYS } from './compare.ts'

/** Formulas in one workbook: LibreOffice takes some seconds to start. */
const BATCH = 2500
/** In every fourth table "-" stands where numbers are blank. */
const hasNil = (batch: number) => batch % 4 === 3

const { values } = parseArgs({ options: { n: { type: 'string', default: '10000' }, seed: { type: 'string', default: '2044' } } })
const [wanted, first] = [Number(values.n), Number(values.seed)]
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(first)) {
  console.error('Usage: npm run oracle -- --n <how many formulas> --seed <whole number>')
  process.exit(1)
}

const shown = (value: Result | undefined) => (isError(value) ? value.text : JSON.stringify(value ?? null))

function tell({ formula, row, ours, theirs, seed }: Disagreement): void {
  const read = Object.entries(row).filter(([key]) => formula.includes(`[@${key}]`))
  console.log(`\n${formula}`)
  console.log(`  row    ${read.map(([key, value]) => `${key} = ${shown(value)}`).join(', ') || '(reads none)'}`)
  console.log(`  ours   ${shown(ours)}`)
  console.log(`  theirs ${theirs ? `${theirs.shown} (${theirs.kind})` : 'no answer'}`)
  console.log(`  seed   ${seed}`)
}

const soffice = process.env.LIBREOFFICE ?? 'soffice'
let [done, wrong, last] = [0, 0, first]
for (let batch = 0; done < wanted; batch++) {
  const seed = first + batch
  last = seed
  const all = formulasOf(seed, Math.min(BATCH, wanted - done))
  const sources = hasNil(batch) ? all.filter((source) => !asksForBlanks(source)) : all
  const found = await disagreements(soffice, seed, sources, hasNil(batch) ? NIL_KEYS : [])
  for (const one of found) tell(one)
  done += sources.length
  wrong += found.length
  console.log(`${done} of ${wanted} formulas, ${wrong} disagreements`)
}
console.log(`\n${done} formulas over random rows, seeds ${first} to ${last}: ${wrong} disagreements`)
process.exit(wrong === 0 ? 0 : 1)
