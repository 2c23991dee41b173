// Says aloud, to those who do not see the screen, what is being done and what came
// of it: one region that is always there, because one that appears with its words is not read.
import { makeStyles } from '@fluentui/react-components'
import { useText } from '../text/language.tsx'
import { showTime } from '../text/moment.ts'
import type { Texts } from '../text/texts.ts'
import type { Session } from './session.ts'
import { tally } from './step.ts'

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

function saying(session: Session, t: Texts): string {
  switch (session.busy) {
    case 'checking':
      return t.checking
    case 'sending':
      return t.sending
    case 'drawing':
      return t.drawing
    case 'fixing':
      return t.fixing
    case 'starting':
    case 'loading':
      return t.loading
  }
  const { stage, work, trouble } = session
  if (!work) return ''
  if (stage === 'findings') {
    const { errors, warnings, infos } = tally(session)
    const counts = [errors > 0 && t.errorCount(errors), warnings > 0 && t.warningCount(warnings), infos > 0 && t.infoCount(infos)]
    return counts.filter((one) => one !== false).join(', ') || t.noFindings
  }
  // The sentence about what went wrong is an alert of its own.
  if (trouble) return ''
  if (stage === 'receipt' && work.receipt) return `${t.receiptTitle}. ${t.receiptNumber}: ${work.receipt.number}`
  return work.draftState === 'saved' && work.draft ? t.draftSaved(showTime(work.draft.savedAt)) : ''
}

export function Announcer({ session }: { session: Session }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <div role="status" className={styles.unseen} data-testid="announcer">
      {saying(session, t)}
    </div>
  )
}
