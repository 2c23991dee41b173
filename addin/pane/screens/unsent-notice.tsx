// On the list: submissions of earlier sittings whose answer never came, each with
// the way to its obligation. Knows ids; the names come from the list.
import { Button } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { Event, Session } from '../session.ts'

export default function UnsentNotice({ session, dispatch }: { session: Session; dispatch: (event: Event) => void }) {
  const { language } = useText()
  const words = WORK_TEXTS[language]
  return session.unsent.map(({ obligation: id, at }) => {
    const known = session.list?.obligations.find((one) => one.id === id)
    return (
      <Notice
        key={id}
        tone="info"
        testId={`unsent-${id}`}
        actions={
          known && (
            <Button size="small" onClick={() => dispatch({ type: 'obligation-chosen', id })} data-testid="unsent-open">
              {words.unsentOpen}
            </Button>
          )
        }
      >
        {words.unsent(known ? `${known.templateTitle[language]} · ${showPeriod(known.period, language)}` : id, showInstant(at))}
      </Notice>
    )
  })
}
