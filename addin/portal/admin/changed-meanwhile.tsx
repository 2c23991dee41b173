// What somebody else changed while an admin was changing the same thing, and her choice.
import { Button, Text } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ACTION_WORDS, personWord, thingWord } from '../../../shared/audit/audit-words.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showInstant } from '../../text/moment.ts'
import { useAdminStyles } from './admin-styles.ts'
import { ChangedValues } from './changed-values.tsx'
import type { Change } from './use-change.ts'

interface Props {
  readonly change: Change
  /** Mine was kept over theirs. */
  readonly onDone: () => void
  /** Theirs stands; mine is let go. */
  readonly onTheirs: () => void
}

export function ChangedMeanwhile({ change, onDone, onTheirs }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const { since } = change
  const said = useRef<HTMLDivElement>(null)
  // Long forms end below the page: what is to be chosen must be seen.
  useEffect(() => {
    if (since) said.current?.scrollIntoView({ block: 'nearest' })
  }, [since])
  if (!since) return null
  return (
    <div ref={said}>
      <Notice
        tone="warning"
        testId="changed-meanwhile"
        actions={
          <>
            <Button onClick={onTheirs} data-testid="changed-theirs">
              {a.meanwhile.theirs}
            </Button>
            <Button onClick={() => void change.insist().then((done) => done && onDone())} data-testid="changed-mine">
              {a.meanwhile.mine}
            </Button>
          </>
        }
      >
        {a.meanwhile.lead}
        {since.map((entry) => (
          <div key={entry.seq}>
            <Text weight="semibold">
              {personWord(entry.person, language)}, {showInstant(entry.at)}
            </Text>
            <Text block>
              {thingWord(entry.subject, entry.subjectId, language)}: {ACTION_WORDS[entry.action][language]}
              {entry.reason === null ? '' : ` (${entry.reason})`}
            </Text>
            <div className={styles.values}>
              <ChangedValues entry={entry} />
            </div>
          </div>
        ))}
      </Notice>
    </div>
  )
}
