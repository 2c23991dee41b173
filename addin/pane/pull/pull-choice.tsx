// What to pull: a report with its period, which agencies, and as of which day; how many of them have sent.
import { Button, Caption1, Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { foldBare } from '../../../shared/text/fold.ts'
import { DayField } from '../../components/day-field.tsx'
import { useText } from '../../text/language.tsx'
import { dueOf, showDay } from '../../text/moment.ts'
import { usePullText } from '../../text/pull-texts.ts'
import { choicesOf, dayWrong, groupsOf, obligationsIn } from './pull-scope.ts'
import type { AsOf, Counted, PullEvent, PullSession, Scope } from './pull-session.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  some: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    maxHeight: '16rem',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
  },
  summary: { padding: `${tokens.spacingVerticalSNudge} 0` },
  missing: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly session: PullSession
  readonly dispatch: (event: PullEvent) => void
}

const keyOf = (scope: Scope): string => (scope.kind === 'group' ? `group ${scope.code}` : scope.kind)

function scopeOf(value: string): Scope {
  if (value.startsWith('group ')) return { kind: 'group', code: value.slice('group '.length) }
  return value === 'some' ? { kind: 'some', codes: [] } : { kind: 'all' }
}

const dayOf = (asOf: AsOf): string => (asOf.kind === 'day' ? asOf.day : '')

export function PullChoice({ session, dispatch }: Props) {
  const { language, p } = usePullText()
  const styles = useStyles()
  const { busy, choices, chosen, counted, scope, asOf, progress } = session
  const all = choices ? choicesOf(choices) : []
  const working = busy === 'pulling' || busy === 'refreshing' || busy === 'looking'
  if (!choices || !chosen) return null
  const day = dayOf(asOf)
  const empty = counted !== null && obligationsIn(counted, scope).length === 0
  return (
    <div className={styles.part}>
      <Field label={p.which}>
        <Select
          value={`${chosen.template} ${chosen.period}`}
          disabled={working}
          onChange={(_, { value }) => {
            const [template = '', period = ''] = value.split(' ')
            dispatch({ type: 'chosen', which: { template, period } })
          }}
          data-testid="pull-which"
        >
          {all.map(({ template, period, title, periodTitle, dueAt }) => (
            <option key={`${template} ${period}`} value={`${template} ${period}`} title={title[language]}>
              {p.whichOption(template, periodTitle[language], showDay(dueOf(dueAt, choices.day).lastDay))}
            </option>
          ))}
        </Select>
      </Field>
      {counted && <ScopeChoice counted={counted} scope={scope} disabled={working} dispatch={dispatch} />}
      <DayChoice asOf={asOf} today={choices.day} disabled={working} dispatch={dispatch} />
      {counted && <Received counted={counted} scope={scope} ofNow={asOf.kind !== 'now' && day !== choices.day} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy !== null || !counted || empty || dayWrong(asOf, choices.day) !== null}
          onClick={() => dispatch({ type: 'pull-asked' })}
          data-testid="pull"
        >
          {busy === 'pulling' ? p.pulling : p.pull}
        </Button>
        {busy === 'pulling' && (
          <Button onClick={() => dispatch({ type: 'stop-asked' })} data-testid="pull-stop">
            {p.stop}
          </Button>
        )}
      </div>
      {busy === 'pulling' && progress && (
        <Caption1 role="status" data-testid="pull-progress">
          {p.rowsDrawn(progress.done, progress.of)}
        </Caption1>
      )}
    </div>
  )
}

/** A list that is seen at a glance needs no search; of a longer one so many are drawn. */
const [GLANCE, MOST] = [10, 100]

interface ScopeProps {
  readonly counted: Counted
  readonly scope: Scope
  readonly disabled: boolean
  readonly dispatch: (event: PullEvent) => void
}

function ScopeChoice({ counted, scope, disabled, dispatch }: ScopeProps) {
  const { p } = usePullText()
  const styles = useStyles()
  const { obligations } = counted.status
  const [wanted, setWanted] = useState('')
  const found = obligations.filter(({ agencyName }) => foldBare(agencyName).includes(foldBare(wanted)))
  const codes = scope.kind === 'some' ? scope.codes : []
  const toggle = (code: string, on: boolean) =>
    dispatch({ type: 'scoped', scope: { kind: 'some', codes: on ? [...codes, code] : codes.filter((one) => one !== code) } })
  return (
    <>
      <Field label={p.scope}>
        <Select
          value={keyOf(scope)}
          disabled={disabled}
          onChange={(_, { value }) => dispatch({ type: 'scoped', scope: scopeOf(value) })}
          data-testid="pull-scope"
        >
          <option value="all">{p.scopeAll(obligations.length)}</option>
          {groupsOf(counted).map(({ code, name, codes: own }) => (
            <option key={code} value={`group ${code}`}>
              {p.scopeGroup(name, own.length)}
            </option>
          ))}
          <option value="some">{p.scopeSome}</option>
        </Select>
      </Field>
      {scope.kind === 'some' && (
        <>
          {obligations.length > GLANCE && (
            <Field label={p.find}>
              <Input type="search" value={wanted} onChange={(_, { value }) => setWanted(value)} data-testid="pull-find" />
            </Field>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
          <fieldset className={styles.some} tabIndex={0} aria-label={p.someLegend}>
            {found.slice(0, MOST).map(({ agency, agencyName }) => (
              <Checkbox
                key={agency}
                label={agencyName}
                checked={codes.includes(agency)}
                disabled={disabled}
                onChange={(_, { checked }) => toggle(agency, checked === true)}
                data-testid={`pull-agency-${agency}`}
              />
            ))}
          </fieldset>
          {found.length === 0 && <Caption1 role="status">{p.findNone}</Caption1>}
          {found.length > MOST && <Caption1>{p.findMore(found.length - MOST)}</Caption1>}
        </>
      )}
    </>
  )
}

interface DayProps {
  readonly asOf: AsOf
  /** The clock's day. */
  readonly today: string
  readonly disabled: boolean
  readonly dispatch: (event: PullEvent) => void
}

function DayChoice({ asOf, today, disabled, dispatch }: DayProps) {
  const { p } = usePullText()
  const day = dayOf(asOf)
  return (
    <DayField
      label={p.day}
      hint={day === today ? p.dayToday : p.dayHint}
      problem={dayWrong(asOf, today) === 'later' ? p.dayLater(showDay(today)) : undefined}
      max={today}
      readOnly={disabled}
      value={day}
      onChange={(typed, isDay) =>
        dispatch({ type: 'dated', asOf: !isDay ? { kind: 'unread' } : typed === '' ? { kind: 'now' } : { kind: 'day', day: typed } })
      }
      testId="pull-day"
    />
  )
}

interface ReceivedProps {
  readonly counted: Counted
  readonly scope: Scope
  /** Said, where something else is pulled. */
  readonly ofNow: boolean
}

function Received({ counted, scope, ofNow }: ReceivedProps) {
  const { p } = usePullText()
  const { t } = useText()
  const styles = useStyles()
  const obligations = obligationsIn(counted, scope)
  const missing = obligations.filter(({ lastReceipt }) => lastReceipt === null)
  return (
    <div data-testid="pull-received">
      <Text size={200}>{(ofNow ? p.receivedNow : p.received)(obligations.length - missing.length, obligations.length)}</Text>
      {missing.length > 0 && (
        <details>
          <summary className={styles.summary}>{p.missing(missing.length)}</summary>
          <ul className={styles.missing}>
            {missing.map(({ agency, agencyName, state }) => (
              <li key={agency}>
                <Caption1>
                  {agencyName}: {t.states[state]}
                </Caption1>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
