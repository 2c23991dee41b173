// One cell of the plan's forms in March 2025, read as check reads it: what the tests
// of the fields stand on.
import type { CheckContext } from '../check-context.ts'
import type { Entry } from '../filing.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { FieldType } from '../template.ts'
import { type Reading, readEntry } from './field.ts'

export const context: CheckContext = {
  today: '2025-03-17',
  agency: 'STTTT',
  period: '2025-03',
  register: khanhHoa2025.register,
  plan: khanhHoa2025.plan,
  prefill: { header: {}, rows: [] },
  previous: null,
}

export const readCell = (type: FieldType, value: Entry['value'], more: Omit<Entry, 'value'> & { nilAllowed?: boolean } = {}): Reading => {
  const { nilAllowed = false, ...entry } = more
  return readEntry(type, { value, ...entry }, context, nilAllowed)
}

/** The value and what was said, as short as a table wants it: `[12.5, 'number-english']`. */
export const brief = ({ value, findings }: Reading) => [value, ...findings.map(({ code }) => code)]

/** What is offered, by how it looks. */
export const offers = ({ findings }: Reading): string[] => findings.flatMap(({ fixes }) => fixes.map(({ shown }) => shown))
