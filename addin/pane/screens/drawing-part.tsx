// What stands on a screen while a form is drawn into the workbook: how far it is, and the
// button that ends it. Everything that was there before is then there again.
import { Button, Caption1, ProgressBar } from '@fluentui/react-components'
import type { RefObject } from 'react'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { ScreenProps } from './screen-props.ts'

interface DrawingPartProps extends Pick<ScreenProps, 'session' | 'dispatch'> {
  /** Gets the keyboard when the button goes away under it. */
  readonly back: RefObject<HTMLButtonElement | null>
}

export function DrawingPart({ session: { busy, progress }, dispatch, back }: DrawingPartProps) {
  const { t, language } = useText()
  if (busy !== 'drawing') return null
  const words = WORK_TEXTS[language]
  return (
    <>
      {progress && <Caption1>{words.drawn(progress.done, progress.of)}</Caption1>}
      <ProgressBar value={progress && progress.of > 0 ? progress.done / progress.of : undefined} aria-label={t.drawing} />
      <Button
        onClick={() => {
          back.current?.focus()
          dispatch({ type: 'stop-asked' })
        }}
        data-testid="stop-drawing"
      >
        {words.stopDrawing}
      </Button>
    </>
  )
}
