// Findings that say the same of one column are one line with many cells: 37 times
// "required" is read once. The order of the list stays: a group stands where its first finding stood.
import type { Finding, Fix } from './finding.ts'
import { sentence } from './text/sentence.ts'

export interface FindingGroup {
  /** The same as long as the group says the same, whichever cells come and go. */
  readonly id: string
  readonly first: Finding
  readonly findings: readonly Finding[]
}

const keyOf = (finding: Finding): string => {
  const { code, severity, ruleId = '', place } = finding
  // What is not about a row says its thing once.
  if (place.rowId === undefined) return finding.id
  return [severity, code, ruleId, place.table ?? '', place.field ?? '', sentence(finding, 'vi')].join('\n')
}

export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups].map(([id, all]) => ({ id, first: all[0]!, findings: all }))
}

export interface GroupFix {
  readonly shown: string
  /** Nothing is written: the values stand, and are said to be right. */
  readonly confirms: boolean
  readonly fixes: readonly Fix[]
}

/** The readings that the group offers, each with the fixes that write it into all of its cells. */
export function groupFixes({ first, findings }: FindingGroup): GroupFix[] {
  return first.fixes.map(({ shown, confirms = false }) => ({
    ...{ shown, confirms },
    fixes: findings.flatMap(({ fixes }) => fixes.find((fix) => fix.shown === shown) ?? []),
  }))
}
