import { expect, test } from 'vitest'
import { check } from '../check.ts'
import { FINDING_CODES } from '../finding.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { asExpected, caseAtHand, failing, passing } from './case.ts'

const { templates } = khanhHoa2025
const judged = (one: (typeof failing)[number]) => {
  const { template, filing, context } = caseAtHand(one)
  return check(template, filing, context).findings.map(asExpected)
}

test.each(passing)('$name: nothing is found', (one) => {
  expect(judged(one)).toEqual([])
})

test.each(failing)('$name: exactly its findings', (one) => {
  expect(judged(one)).toEqual(one.findings)
})

/** What reading a sheet says of its structure, before anything is checked: held by the tests of shared/sheet. */
const OF_READING = [
  'form-unmarked',
  'column-missing',
  'column-twice',
  'row-copied',
  'row-moved',
  'row-outside',
  'row-hidden',
  'total-row',
  'cells-merged',
  'cells-shared',
  'formula-changed',
]
/** Said of columns such as no template of the pack has. */
const OF_OTHER_COLUMNS = ['not-yes-no', 'sequence-broken', 'clause-several']

test('every finding that check can make occurs', () => {
  const occurring = new Set<string>(failing.flatMap(({ findings }) => findings.map(({ code }) => code)))
  const absent = FINDING_CODES.filter((code) => !occurring.has(code))
  expect(absent.toSorted()).toEqual([...OF_READING, ...OF_OTHER_COLUMNS].toSorted())
  const columns = templates.flatMap(({ tables }) => tables.flatMap(({ fields }) => fields))
  expect(columns.filter(({ type }) => type.kind === 'yes-no' || (type.kind === 'clause' && !type.many))).toEqual([])
  expect(columns.filter(({ type, source }) => type.kind === 'sequence' && type.style === 'number' && source === 'input')).toEqual([])
})

test('every rule of every template occurs', () => {
  const rules = templates.flatMap(({ tables }) => tables.flatMap((table) => table.rules.map(({ id }) => id)))
  const occurring = new Set(failing.flatMap(({ findings }) => findings.flatMap(({ ruleId }) => ruleId ?? [])))
  expect(rules.filter((id) => !occurring.has(id))).toEqual([])
})

test('every template has a filing in which nothing is found', () => {
  const occurring = new Set(passing.map((one) => caseAtHand(one).template.code))
  expect(templates.map(({ code }) => code).filter((code) => !occurring.has(code))).toEqual([])
})
