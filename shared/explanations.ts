// Sentences with which a filer explains warnings. Each belongs to what was found,
// not only to its cell: a sentence about −5 says nothing about −500.
import type { Finding } from './finding.ts'

export type Explanations = Readonly<Record<string, string>>

/** The key under which the explanation of a warning travels. */
export const explanationKey = ({ id, substance }: Finding): string => (substance === undefined ? id : `${id}#${substance}`)

/** One sentence for all warnings of these keys. */
export const sameText = (keys: readonly string[], text: string): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, text]))

/** The explanations that are of warnings in the list, without blank ones. */
export function explained(findings: readonly Finding[], explanations: Explanations): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const finding of findings) {
    if (finding.severity !== 'warning') continue
    const key = explanationKey(finding)
    const text = Object.hasOwn(explanations, key) ? explanations[key]?.trim() : undefined
    if (text) kept[key] = text
  }
  return kept
}

/** Whether the filing cannot be sent because of the finding: an error, or a warning that nobody explained. */
export const blocks = (finding: Finding, explanations: Explanations): boolean =>
  finding.severity === 'error' || (finding.severity === 'warning' && !explanations[explanationKey(finding)]?.trim())
