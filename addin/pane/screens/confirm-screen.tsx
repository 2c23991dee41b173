// The last look before a filing is sent: what it holds, what changed since it was
// sent last, what changed since the period before.
import { Button, Caption1, makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useMemo } from 'react'
import { difference, isSame } from '../../../shared/difference.ts'
import { showPeriod } from '../../../shared/period.ts'
import { DifferenceList } from '../../components/difference-list.tsx'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { useReviewText } from '../../text/use-review-text.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import { toAnswer } from '../session-review.ts'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

const useStyles = makeStyles({
  heading: { margin: 0 },
  facts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, paddingBlock: tokens.spacingVerticalS },
})

export default function ConfirmScreen({ session, dispatch }: ScreenProps) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const r = useReviewText()
  const styles = useStyles()
  const { work, busy } = session
  const pending = work?.pending
  const form = work?.form
  const compared = useMemo(() => {
    if (!pending || !form) return null
    const { template, previous } = form
    const { content, before } = pending
    return {
      before: before && before !== 'unknown' ? difference(template, before, content, form) : null,
      previous: previous && difference(template, previous, content, form, true),
    }
  }, [pending, form])
  if (!work || !pending || !form || !compared) return null
  const { declaration, rows, explanations } = pending.content
  const last = work.obligation.latest
  const explained = Object.keys(explanations).length
  const open = toAnswer(form)
  const answers = open.filter(({ id }) => pending.filing.answers?.[id]?.trim()).length
  const idle = busy === null
  return (
    <>
      <Subtitle1 as="h1" className={styles.heading}>
        {t.confirmTitle}
      </Subtitle1>
      <Caption1>
        {work.obligation.templateTitle[language]} · {showPeriod(work.obligation.period, language)}
      </Caption1>
      <Text size={200}>{t.confirmLead(work.obligation.agencyName)}</Text>
      <ul className={styles.facts} data-testid="confirm-facts">
        {declaration ? (
          <li>{declaration.kind === 'nothing-to-report' ? t.confirmNil : t.confirmNotApplicable(declaration.reason)}</li>
        ) : (
          <li>{t.confirmRows(rows.length)}</li>
        )}
        {explained > 0 && <li>{t.confirmExplained(explained)}</li>}
        {open.length > 0 && <li>{r.confirmAnswered(answers, open.length)}</li>}
      </ul>
      {open.length > answers && (
        <Notice tone="warning" testId="confirm-unanswered">
          {r.confirmUnanswered(open.length - answers)}
        </Notice>
      )}
      {work.obligation.signsOff && (
        <Notice tone="info" testId="confirm-signer">
          {r.confirmSigner}
        </Notice>
      )}
      {compared.before && last ? (
        <Part title={t.againstSubmission(last.sequence, last.number)} testId="against-submission">
          {isSame(compared.before) ? (
            <Notice tone="warning" testId="same-as-submission">
              {t.sameAsSubmission}
            </Notice>
          ) : (
            <DifferenceList difference={compared.before} />
          )}
        </Part>
      ) : (
        <Text size={200}>{pending.before === 'unknown' ? words.beforeUnknown : t.firstSubmission}</Text>
      )}
      {compared.previous && form.previous && !declaration && (
        <Part title={t.againstPeriod(showPeriod(form.previous.period, language))} testId="against-period">
          {isSame(compared.previous) ? (
            <Notice tone="warning" testId="same-as-period">
              {t.sameAsPeriod}
            </Notice>
          ) : (
            <DifferenceList difference={compared.previous} />
          )}
        </Part>
      )}
      <StickyActions>
        <Button disabled={busy === 'sending'} onClick={() => dispatch({ type: 'back' })} data-testid="confirm-back">
          {t.confirmBack}
        </Button>
        <Button appearance="primary" disabledFocusable={!idle} onClick={() => dispatch({ type: 'send-asked' })} data-testid="confirm-send">
          {busy === 'sending' ? t.sending : busy === 'checking' ? t.checking : t.confirmSend}
        </Button>
      </StickyActions>
    </>
  )
}

function Part({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={title} data-testid={testId}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  )
}
