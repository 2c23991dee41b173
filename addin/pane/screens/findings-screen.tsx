// What the check found: each finding with its sentence, its cell, its fixes and,
// for warnings, room for an explanation. Loaded when first needed.
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { lazy, Suspense, useState } from 'react'
import { explanationKey } from '../../../shared/explanations.ts'
import { type FindingGroup, findingGroups } from '../../../shared/finding-groups.ts'
import { safeFixes } from '../../../shared/fixes.ts'
import { Notice } from '../../components/notice.tsx'
import { SeverityMark } from '../../components/severity-mark.tsx'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import { tally } from '../step.ts'
import { FindingCard } from './finding-card.tsx'
import { NewerForm } from './newer-form.tsx'
import type { ScreenProps } from './screen-props.ts'
import { StickyActions } from './sticky-actions.tsx'

const FixPreview = lazy(() => import('./fix-preview.tsx'))

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  summary: { margin: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginBlock: tokens.spacingVerticalS },
})

/** Cards drawn at once; a form pasted wrongly can have thousands of findings. */
const PAGE = 60

export default function FindingsScreen({ session, dispatch, newKey }: ScreenProps) {
  const { t, language } = useText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const [shown, setShown] = useState(PAGE)
  const [previewing, setPreviewing] = useState(false)
  const work = session.work
  if (!work) return null
  const findings = work.findings ?? []
  const { errors, warnings, infos, blocked } = tally(session)
  const fixable = safeFixes(findings).length
  const groups = findingGroups(findings)
  /** The sentence in which all warnings of a group were explained. */
  const said = (group: FindingGroup) => {
    const [text = '', ...others] = group.findings.map((finding) => work.said.explanations[explanationKey(finding)] ?? '')
    return others.every((other) => other === text) ? text : ''
  }
  const idle = session.busy === null
  /** Right as it may be, it cannot be sent in a version that is out of use. */
  const isMoved = work.form !== null && work.form.template.version !== work.obligation.version
  const counts = [errors > 0 && t.errorCount(errors), warnings > 0 && t.warningCount(warnings), infos > 0 && t.infoCount(infos)].filter(
    (one) => one !== false,
  )
  return (
    <>
      <Subtitle2 as="h1" className={styles.summary} data-testid="findings-summary">
        {counts.length > 0 ? counts.join(' · ') : t.findingsTitle}
      </Subtitle2>
      <NewerForm session={session} dispatch={dispatch} />
      {!blocked && !isMoved && (
        <Notice tone="success" testId="findings-clear">
          {findings.length === 0 ? t.noFindings : t.onlyInfo}
        </Notice>
      )}
      {findings.length > 0 && (
        <div className={styles.tools}>
          <Button icon={<ChevronUp20Regular />} onClick={() => dispatch({ type: 'finding-moved', by: -1 })} data-testid="finding-previous">
            {t.previousFinding}
          </Button>
          <Button icon={<ChevronDown20Regular />} onClick={() => dispatch({ type: 'finding-moved', by: 1 })} data-testid="finding-next">
            {t.nextFinding}
          </Button>
          {fixable > 0 && (
            <Button appearance="primary" disabledFocusable={!idle} onClick={() => setPreviewing(true)} data-testid="fix-all">
              {session.busy === 'fixing' ? t.fixing : t.fixAll(fixable)}
            </Button>
          )}
        </div>
      )}
      {work.undo.length > 0 && idle && (
        <Notice
          tone="info"
          testId="fixed"
          actions={
            <Button size="small" onClick={() => dispatch({ type: 'undo-asked' })} data-testid="fix-undo">
              {words.fixUndo}
            </Button>
          }
        >
          {words.fixDone(work.undo.length)}
        </Notice>
      )}
      {previewing && fixable > 0 && (
        <Suspense fallback={null}>
          <FixPreview
            findings={findings}
            disabled={!idle}
            onApply={() => {
              setPreviewing(false)
              dispatch({ type: 'fix-all-asked' })
            }}
            onCancel={() => setPreviewing(false)}
          />
        </Suspense>
      )}
      <ol className={styles.list} aria-label={t.findingsTitle}>
        {groups.slice(0, shown).map((group, index) => (
          <FindingCard
            key={group.id}
            number={index + 1}
            group={group}
            at={work.current}
            explanation={said(group)}
            mark={<SeverityMark severity={group.first.severity} />}
            disabled={!idle}
            dispatch={dispatch}
          />
        ))}
      </ol>
      {groups.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)} style={{ width: '100%', marginTop: tokens.spacingVerticalS }}>
          {t.showMore(Math.min(PAGE, groups.length - shown))}
        </Button>
      )}
      <StickyActions>
        <Button disabledFocusable={!idle} onClick={() => dispatch({ type: 'check-asked' })} data-testid="check">
          {session.busy === 'checking' ? t.checking : t.checkAgain}
        </Button>
        <Button
          appearance={blocked ? 'secondary' : 'primary'}
          disabledFocusable={!idle}
          onClick={() => dispatch({ type: 'submit-asked', key: newKey() })}
          data-testid="submit"
        >
          {session.busy === 'sending' ? t.sending : t.submit}
        </Button>
      </StickyActions>
    </>
  )
}
