// Values before and after a change, a line each.
import { showPath, showValue } from '../../../shared/audit/audit-words.ts'
import type { AuditEntry } from '../../../shared/audit/change.ts'
import { valueChanges } from '../../../shared/audit/value-changes.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'

/** More values of one change are told by their number: the file of the log has them all. */
const VALUES_SHOWN = 12

export function ChangedValues({ entry }: { entry: Pick<AuditEntry, 'before' | 'after'> }) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const changes = valueChanges(entry.before, entry.after)
  if (changes.length === 0) return null
  const shown = (value: string | null, key: string | undefined) => (value === null ? a.audit.empty : showValue(value, language, key))
  return (
    <ul className={styles.values}>
      {changes.slice(0, VALUES_SHOWN).map(({ path, before, after }) => (
        <li key={path.join('/')}>
          {showPath(path, language)}: {a.audit.becomes(shown(before, path.at(-1)), shown(after, path.at(-1)))}
        </li>
      ))}
      {changes.length > VALUES_SHOWN && <li>{a.audit.moreValues(changes.length - VALUES_SHOWN)}</li>}
    </ul>
  )
}
