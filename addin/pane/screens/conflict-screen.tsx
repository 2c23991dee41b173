// Two versions of one report: who saved the other and when, where they differ, and
// which goes on. Whichever is chosen, the other stays on a sheet of the workbook.
import { Button, Caption1, Subtitle1, Text } from '@fluentui/react-components'
import { useMemo, useRef } from 'react'
import { difference, isSame } from '../../../shared/difference.ts'
import { DifferenceList } from '../../components/difference-list.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import { contentOf } from '../judge.ts'
import { DrawingPart } from './drawing-part.tsx'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

export default function ConflictScreen({ session, dispatch }: ScreenProps) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const mine = useRef<HTMLButtonElement>(null)
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
        {words.conflictTitle}
      </Subtitle1>
      <Text size={200} data-testid="conflict-who">
        {words.conflictWho(theirs.savedBy, showInstant(theirs.savedAt))}
      </Text>
      <Caption1>{words.conflictLead}</Caption1>
      {isSame(found) ? (
        <Text>{words.conflictSame}</Text>
      ) : (
        <DifferenceList difference={found} sides={[theirs.savedBy, words.conflictMine]} />
      )}
      <DrawingPart session={session} dispatch={dispatch} back={mine} />
      <StickyActions>
        <Button disabled={busy !== null} onClick={() => dispatch({ type: 'theirs-taken' })} data-testid="conflict-theirs">
          {words.conflictTakeTheirs}
        </Button>
        <Button
          ref={mine}
          appearance="primary"
          disabledFocusable={busy !== null}
          onClick={() => dispatch({ type: 'mine-kept' })}
          data-testid="conflict-mine"
        >
          {busy === 'drawing' ? t.drawing : words.conflictKeepMine}
        </Button>
      </StickyActions>
    </>
  )
}
