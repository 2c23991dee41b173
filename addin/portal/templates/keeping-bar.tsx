// Whether the draft is saved, and whose word counts where two admins worked on it at once.
import { Button, Text } from '@fluentui/react-components'
import type { Template } from '../../../shared/template.ts'
import { templateDifference } from '../../../shared/template-edit/template-difference.ts'
import { Notice } from '../../components/notice.tsx'
import { showInstant, showTime } from '../../text/moment.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { useTemplateStyles } from './template-styles.ts'
import type { DraftKeeper } from './use-template-draft.ts'

const SHOWN = 12

interface Props {
  readonly keeper: DraftKeeper
  readonly template: Template
  readonly onTheirs: () => void
}

export function KeepingBar({ keeper, template, onTheirs }: Props) {
  const { t, language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const { state, kept, problem, theirs } = keeper
  if (state === 'conflict') {
    const changes = theirs ? templateDifference(theirs.template, template) : []
    return (
      <Notice
        tone="warning"
        testId="draft-conflict"
        actions={
          <>
            {theirs && (
              <Button onClick={onTheirs} data-testid="take-theirs">
                {m.conflictTheirs}
              </Button>
            )}
            <Button onClick={() => void keeper.overwrite()} data-testid="keep-mine">
              {m.conflictMine}
            </Button>
          </>
        }
      >
        {theirs ? m.conflict(theirs.savedBy, showInstant(theirs.savedAt)) : m.conflictGone}
        {changes.length > 0 && (
          <>
            <Text block weight="semibold">
              {m.conflictChanges}
            </Text>
            <ul className={styles.list}>
              {changes.slice(0, SHOWN).map((change) => (
                <li key={change.vi}>{change[language]}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    )
  }
  if (state === 'failed')
    return (
      <Notice tone="error" testId="draft-failed" actions={<Button onClick={() => void keeper.save()}>{m.saveAgain}</Button>}>
        {m.saveFailed} {problem && t.problems[problem.slug]}
      </Notice>
    )
  const said = { saving: m.saving, unsaved: m.unsaved, saved: kept ? m.saved(showTime(kept.savedAt)) : m.unsaved }[state]
  return (
    <Text role="status" data-testid="draft-state" data-state={state}>
      {said}
    </Text>
  )
}
