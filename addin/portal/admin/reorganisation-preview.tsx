// What a reorganisation would do, before it is done, and the button that does exactly that.
import { Button, Text } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import type { Reorganising } from '../../../shared/reorganise.ts'
import type { Concerned, RegisterView, ReorganisationEffect } from '../../../shared/wire-admin.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay } from '../../text/moment.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { Folded } from './folded.tsx'
import { OpenedCard } from './opened-card.tsx'
import { useDoing } from './use-doing.ts'

interface Props extends AdminViewProps {
  readonly register: RegisterView
  readonly change: Reorganising
  readonly effect: ReorganisationEffect
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function ReorganisationPreview({ api, register, change, effect, onDone, onCancel, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useDoing()
  const words = a.agencies
  const report = ({ templateTitle, period }: Concerned) => `${templateTitle[language]}, ${showPeriod(period, language)}`
  const line = (one: Concerned) => `${words.line(report(one), one.agencyName)}${one.touched ? ` (${words.begun})` : ''}`
  const sections: readonly (readonly [(n: string) => string, readonly string[]])[] = [
    [words.passedOn, effect.passedOn.map((one) => a.audit.becomes(line(one), one.toName))],
    [words.left, effect.left.map(line)],
    [words.removed, effect.removed.map(line)],
    [words.opened, effect.opened.map(line)],
    [words.people, effect.people.map(({ name, from, to }) => `${name}: ${a.audit.becomes(from, to)}`)],
    [words.groupsChange, effect.groups.map(({ name, before, after }) => `${name}: ${a.audit.becomes(String(before), String(after))}`)],
  ]
  const names = new Map([...register.agencies, ...change.begins].map(({ code, name }) => [code, name]))
  const named = (code: string) => names.get(code) ?? code
  const filled = sections.filter(([, lines]) => lines.length > 0)
  const isHindered = effect.hindrances.length > 0
  return (
    <OpenedCard title={words.effectTitle} testId="reorganisation-preview">
      <ul className={styles.values} data-testid="reorganisation-says">
        {change.ends.map(({ agency, successors }) => (
          <li key={agency}>{words.endsOn(named(agency), showDay(change.date), successors.map(named).join('; ') || a.none)}</li>
        ))}
        {change.begins.map(({ code, name }) => (
          <li key={code}>{words.beginsOn(name, code, showDay(change.date))}</li>
        ))}
      </ul>
      {isHindered && (
        <Notice tone="error" testId="reorganisation-hindered">
          {words.cannot}
          <ul className={styles.values}>
            {effect.hindrances.map((sentence) => (
              <li key={sentence.en}>{sentence[language]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!isHindered && filled.length === 0 && <Text>{words.nothing}</Text>}
      {filled.map(([title, lines]) => (
        <Folded key={title('')} title={title(String(lines.length))} open={lines.length <= 12}>
          <ul className={styles.values}>
            {lines.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Folded>
      ))}
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabled={doing.busy || isHindered}
          onClick={() => void doing.act(() => api.reorganise(change, effect.etag)).then((done) => done && onDone())}
          data-testid="reorganisation-apply"
        >
          {words.apply}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
