// Two submissions of the obligation at hand, side by side.
import { Caption1, Subtitle1, Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import { difference, isSame } from '../../../shared/difference.ts'
import { DifferenceList } from '../../components/difference-list.tsx'
import { useText } from '../../text/language.tsx'
import { showInstant } from '../../text/moment.ts'
import type { ScreenProps } from './screen-props.ts'

export default function DifferenceScreen({ session }: ScreenProps) {
  const { t } = useText()
  const compared = session.work?.compared
  const form = session.work?.form
  const found = useMemo(
    () => (compared && form ? difference(form.template, compared.older.content, compared.newer.content, form) : null),
    [compared, form],
  )
  if (!compared || !found) return null
  const { older, newer } = compared
  return (
    <>
      <Subtitle1 as="h1" style={{ margin: 0 }} data-testid="difference-title">
        {t.compareTitle(older.receipt.sequence, newer.receipt.sequence)}
      </Subtitle1>
      {[newer, older].map(({ receipt }) => (
        <Caption1 key={receipt.submissionId}>
          {t.sequence(receipt.sequence)} · {showInstant(receipt.submittedAt)} · {receipt.submittedBy}
        </Caption1>
      ))}
      {isSame(found) ? <Text>{t.noDifference}</Text> : <DifferenceList difference={found} />}
    </>
  )
}
