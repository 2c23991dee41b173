// Told while a form is open: its version is not the one in use any more, and how what was typed
// comes over. Says nothing where it still is.
import { Button } from '@fluentui/react-components'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { ScreenProps } from './screen-props.ts'

export function NewerForm({ session: { work, busy }, dispatch }: Pick<ScreenProps, 'session' | 'dispatch'>) {
  const words = WORK_TEXTS[useText().language]
  const was = work?.form?.template.version
  if (!work || was === undefined || was === work.obligation.version) return null
  return (
    <Notice
      tone="warning"
      testId="newer-form"
      actions={
        <Button size="small" disabledFocusable={busy !== null} onClick={() => dispatch({ type: 'newer-asked' })} data-testid="newer-get">
          {words.newerGet}
        </Button>
      }
    >
      {words.newer(was, work.obligation.version)}
    </Notice>
  )
}
