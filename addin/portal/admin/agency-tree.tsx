// The agencies that exist on a day as a tree: by what they belong to, else by their kind;
// below them those that have ended, with who took over.
import { Button, Text, Title3 } from '@fluentui/react-components'
import { type Agency, existsOn } from '../../../shared/agency.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay } from '../../text/moment.ts'
import { useAdminStyles } from './admin-styles.ts'
import { Folded } from './folded.tsx'

/** `Map.groupBy` is younger than the browsers of old laptops. */
function inGroups(all: readonly Agency[], keyOf: (agency: Agency) => string): Map<string, Agency[]> {
  const groups = new Map<string, Agency[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

interface Props {
  readonly register: RegisterView
  readonly day: string
  readonly onEdit: (agency: Agency) => void
}

export function AgencyTree({ register, day, onEdit }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const there = register.agencies.filter((agency) => existsOn(agency, day))
  const codes = new Set(there.map(({ code }) => code))
  const children = inGroups(there, ({ parent }) => (parent && codes.has(parent) ? parent : ''))
  const roots = inGroups(children.get('') ?? [], ({ kind }) => kind)
  const ended = register.agencies.filter(({ validTo }) => validTo !== null && validTo < day)
  const names = new Map(register.agencies.map(({ code, name }) => [code, name]))
  const branch = (agency: Agency) => (
    <li key={agency.code}>
      <Button
        appearance="subtle"
        size="small"
        aria-label={a.agencies.editOf(agency.name)}
        onClick={() => onEdit(agency)}
        data-testid={`agency-${agency.code}`}
      >
        {agency.name}
      </Button>
      {agency.officialCode && <span className={styles.code}>{agency.officialCode}</span>}
      {children.has(agency.code) && <ul className={styles.values}>{children.get(agency.code)!.map(branch)}</ul>}
    </li>
  )
  return (
    <section className={styles.card}>
      <Title3 as="h2" className={styles.heading}>
        {a.agencies.tree}
      </Title3>
      <Text>{a.agencies.treeCount(String(there.length))}</Text>
      {[...roots].map(([kind, all]) => (
        <Folded
          key={kind}
          title={
            <>
              {kind} ({all.length})
            </>
          }
          open={all.length <= 25}
        >
          <ul className={styles.values}>{all.map(branch)}</ul>
        </Folded>
      ))}
      {ended.length > 0 && (
        <Folded
          title={
            <>
              {a.agencies.ended} ({ended.length})
            </>
          }
        >
          <ul className={styles.values}>
            {ended.map(({ code, name, validTo, successors }) => (
              <li key={code}>
                {a.agencies.endedOn(name, showDay(validTo!), successors.map((next) => names.get(next) ?? next).join('; ') || a.none)}
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </section>
  )
}
