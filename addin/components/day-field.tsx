// A day, typed as it is written on paper whatever language the browser speaks, or chosen from the
// browser's own calendar. Hands on `2025-12-31`, or nothing while what stands there is no day.
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { useRef, useState } from 'react'
import { DAY_TEXTS } from '../text/day-texts.ts'
import { useText } from '../text/language.tsx'
import { showDay } from '../text/moment.ts'
import { typedDay } from '../text/typed-day.ts'

const useStyles = makeStyles({
  box: { position: 'relative', display: 'flex' },
  input: { flexGrow: 1, minWidth: '9.5rem' },
  choose: { minWidth: '32px' },
  /** Stands below the box, so that its calendar opens there. */
  calendar: { position: 'absolute', insetBlockEnd: 0, insetInlineStart: 0, width: '1px', height: '1px', opacity: 0, pointerEvents: 'none' },
})

interface Props {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly readOnly?: boolean
  /** `2025-12-31`, or blank. */
  readonly value: string
  /** The last day that the calendar offers. */
  readonly max?: string
  /** What is wrong with the day that stands there. */
  readonly problem?: string | undefined
  /** `isDay`: false while what stands there is neither a day nor nothing. */
  readonly onChange: (day: string, isDay: boolean) => void
  readonly testId?: string
}

const saysDay = (typed: string): boolean => typed.trim() === '' || typedDay(typed) !== null

export function DayField({ label, hint, required = false, readOnly = false, value, max, problem, onChange, testId }: Props) {
  const words = DAY_TEXTS[useText().language]
  const styles = useStyles()
  const calendar = useRef<HTMLInputElement>(null)
  /** What is being typed, until it is a day and left. */
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const isDay = typed === null || saysDay(typed)
  const wrong = left && !isDay ? words.noDay : problem
  const leave = () => {
    setLeft(true)
    if (isDay) setTyped(null)
  }
  return (
    <Field label={label} hint={hint ?? null} required={required} {...(wrong ? { validationMessage: wrong } : {})}>
      <div className={styles.box}>
        <Input
          className={styles.input}
          value={typed ?? showDay(value)}
          placeholder={words.form}
          inputMode="numeric"
          autoComplete="off"
          readOnly={readOnly}
          onFocus={() => setLeft(false)}
          onBlur={leave}
          onChange={(_, data) => {
            setTyped(data.value)
            onChange(typedDay(data.value) ?? '', saysDay(data.value))
          }}
          contentAfter={
            readOnly ? undefined : (
              <Button
                className={styles.choose}
                appearance="transparent"
                size="small"
                icon={<CalendarLtr20Regular />}
                aria-label={words.choose(label)}
                onClick={() => calendar.current?.showPicker()}
              />
            )
          }
          data-testid={testId}
        />
        <input
          ref={calendar}
          type="date"
          className={styles.calendar}
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          max={max}
          onChange={(event) => {
            setTyped(null)
            onChange(event.target.value, true)
          }}
        />
      </div>
    </Field>
  )
}
