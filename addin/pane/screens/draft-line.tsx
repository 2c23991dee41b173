// One line about the draft on the server; a conflict with a colleague offers the choice.
import { Button, Caption1 } from '@fluentui/react-components'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant, showTime } from '../../text/moment.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { Event, Work } from '../session.ts'

export function DraftLine({ work, dispatch }: { work: Work; dispatch: (event: Event) => void }) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  if (work.draftState === 'conflict' && work.theirs)
    return (
      <Notice
        tone="warning"
        testId="draft-conflict"
        actions={
          <Button size="small" onClick={() => dispatch({ type: 'conflict-asked' })} data-testid="conflict-look">
            {words.conflictLook}
          </Button>
        }
      >
        {words.draftConflict(work.theirs.savedBy, showInstant(work.theirs.savedAt))}
      </Notice>
    )
  if (work.draftState === 'unsaved') return <Caption1 role="status">{t.draftUnsaved}</Caption1>
  if (work.draftState === 'saved' && work.draft)
    return (
      <Caption1 role="status" data-testid="draft-saved">
        {t.draftSaved(showTime(work.draft.savedAt))}
      </Caption1>
    )
  return null
}
