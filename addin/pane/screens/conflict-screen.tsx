// Two versions of one report: who saved the other and when, where they differ, and
// which goes on. Whichever is chosen, the other stays on a sheet of the workbook.
import { Button, Caption1, Subtitle1, Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import { difference, isSame } from '../../../shared/difference.ts'
import { DifferenceList } from '../../components/difference-list.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { contentOf } from '../judge.ts'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

export default function ConflictScreen({ session, dispatch }: ScreenProps) {
  const { t } = useText()
  const { work, busy } = session
  const { form, content, theirs } = work ?? {}
  const found = useMemo(
    () => (form && content && theirs ? difference(form.template, contentOf(form, theirs.filing), content, form) : null),
    [form, content, theirs],
  )
  if (!theirs || !found) return null
  return (
    <>
      <Subtitle1 as="h1" style={{ margin: 0 }}>
        {t.conflictTitle}
      </Subtitle1>
      <Text size={200} data-testid="conflict-who">
        {t.conflictWho(theirs.savedBy, showInstant(theirs.savedAt))}
      </Text>
      <Caption1>{t.conflictLead}</Caption1>
      {isSame(found) ? <Text>{t.conflictSame}</Text> : <DifferenceList difference={found} sides={[theirs.savedBy, t.conflictMine]} />}
      <StickyActions>
        <Button disabled={busy !== null} onClick={() => dispatch({ type: 'theirs-taken' })} data-testid="conflict-theirs">
          {t.conflictTakeTheirs}
        </Button>
        <Button appearance="primary" disabled={busy !== null} onClick={() => dispatch({ type: 'mine-kept' })} data-testid="conflict-mine">
          {busy === 'drawing' ? t.drawing : t.conflictKeepMine}
        </Button>
      </StickyActions>
    </>
  )
}
