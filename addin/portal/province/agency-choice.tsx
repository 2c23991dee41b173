// Whose rows are looked at: all who owe the report, a group of them, one, or several that are ticked.
import { Button, Caption1, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { foldBare } from '../../../shared/text/fold.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { keyOf, type Owing, type Scope, scopeOf } from './chosen-agencies.ts'

/** A list that is seen at a glance needs no search. */
const GLANCE = 10
/** Of a longer one so many are drawn; the others are found by their names. */
const MOST = 100

const useStyles = makeStyles({
  agency: { minWidth: 'min(20rem, 100%)', maxWidth: '100%' },
  some: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
    alignItems: 'start',
    maxHeight: '14rem',
    overflowY: 'auto',
  },
})

interface Props {
  readonly owing: Owing
  readonly scope: Scope
  readonly onChange: (scope: Scope) => void
}

export function AgencyChoice({ owing: { agencies, groups }, scope, onChange }: Props) {
  const { p } = useQuarterText()
  const styles = useStyles()
  return (
    <Field label={p.chooseAgency} className={styles.agency}>
      <Select value={keyOf(scope)} onChange={(_, { value }) => onChange(scopeOf(value))} data-testid="choose-agency">
        <option value="all">{p.allAgencies(agencies.length)}</option>
        <option value="some">{p.someAgencies}</option>
        {groups.length > 0 && (
          <optgroup label={p.groupsOfAgencies}>
            {groups.map(({ code, name, codes }) => (
              <option key={code} value={`group ${code}`}>
                {p.groupOf(name, codes.length)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={p.oneAgency}>
          {agencies.map(({ code, name }) => (
            <option key={code} value={`one ${code}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  )
}

interface TickedProps {
  readonly agencies: Owing['agencies']
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

export function TickedAgencies({ agencies, codes, onChange }: TickedProps) {
  const { p } = useQuarterText()
  const styles = useStyles()
  const [wanted, setWanted] = useState('')
  const found = agencies.filter(({ name }) => foldBare(name).includes(foldBare(wanted)))
  const toggle = (code: string, on: boolean) => onChange(on ? [...codes, code] : codes.filter((one) => one !== code))
  return (
    <fieldset className={styles.some} aria-label={p.tickAgencies} data-testid="ticked-agencies">
      <div className={styles.line}>
        {agencies.length > GLANCE && (
          <Field label={p.findAgency}>
            <Input type="search" value={wanted} onChange={(_, data) => setWanted(data.value)} data-testid="agency-find" />
          </Field>
        )}
        <Caption1 role="status" data-testid="agencies-ticked">
          {codes.length === 0 ? p.tickedNone : p.ticked(codes.length, agencies.length)}
        </Caption1>
        {codes.length > 0 && (
          <Button size="small" onClick={() => onChange([])}>
            {p.untickAll}
          </Button>
        )}
      </div>
      {found.length === 0 && <Caption1 role="status">{p.findAgencyNone}</Caption1>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={styles.list} tabIndex={0} aria-label={p.tickAgencies}>
        {found.slice(0, MOST).map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={codes.includes(code)}
            onChange={(_, { checked }) => toggle(code, checked === true)}
            data-testid={`tick-${code}`}
          />
        ))}
      </section>
      {found.length > MOST && <Caption1 data-testid="agencies-more">{p.findAgencyMore(found.length - MOST)}</Caption1>}
    </fieldset>
  )
}
