// The values of one change, before and after, a line each.
import { showPath } from '../../../shared/audit/audit-words.ts'
import type { AuditEntry } from '../../../shared/audit/change.ts'
import { valueChanges } from '../../../shared/audit/value-changes.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'

/** More values of one change are told by their number: the file of the log has them all. */
const VALUES_SHOWN = 12

export function ChangedValues({ entry }: { entry: AuditEntry }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const changes = valueChanges(entry.before, entry.after)
  if (changes.length === 0) return null
  return (
    <ul className={styles.values}>
      {changes.slice(0, VALUES_SHOWN).map(({ path, before, after }) => (
        <li key={path.join('/')}>
          {showPath(path, language)}: {a.audit.becomes(before ?? a.audit.empty, after ?? a.audit.empty)}
        </li>
      ))}
      {changes.length > VALUES_SHOWN && <li>{a.audit.moreValues(changes.length - VALUES_SHOWN)}</li>}
    </ul>
  )
}
