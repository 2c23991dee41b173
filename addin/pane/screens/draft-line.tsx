// One line about the draft on the server; a conflict with a colleague offers the choice.
import { Button, Caption1, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useText } from '../../text/language.tsx'
import { showTime } from '../../text/moment.ts'
import type { Event, Work } from '../session.ts'

export function DraftLine({ work, dispatch }: { work: Work; dispatch: (event: Event) => void }) {
  const { t } = useText()
  if (work.draftState === 'conflict')
    return (
      <MessageBar intent="warning" layout="multiline" data-testid="draft-conflict">
        <MessageBarBody>{t.draftConflict}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => dispatch({ type: 'draft-overwrite-asked' })}>
            {t.draftOverwrite}
          </Button>
        </MessageBarActions>
      </MessageBar>
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
