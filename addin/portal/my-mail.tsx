// What one wants to get by mail: reminders or none, Vietnamese alone or with English. Kept as
// soon as it is chosen.
import { Field, Select, Switch, Text } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { MailWish } from '../../shared/reminder/reminder-setting.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { outgoingApi } from '../api/outgoing-api.ts'
import type { TokenStore } from '../api/token-store.ts'
import { useOutgoingText } from '../text/outgoing-texts.ts'
import { Folded } from './admin/folded.tsx'
import { useDoing } from './admin/use-doing.ts'
import { ProblemBar } from './problem-bar.tsx'
import { useLoad } from './use-load.ts'

interface Props {
  readonly tokens: TokenStore
  readonly onEnded: (problem: ApiProblem) => void
}

const LANGUAGES: readonly MailWish['language'][] = ['vi', 'en']

export default function MyMail({ tokens, onEnded }: Props) {
  const { o } = useOutgoingText()
  const api = useMemo(() => outgoingApi('', tokens), [tokens])
  const loaded = useLoad('mail-wish', () => api.mailWish())
  const [chosen, setChosen] = useState<MailWish | null>(null)
  const [saved, setSaved] = useState(false)
  const doing = useDoing()
  const wish = chosen ?? loaded.value
  const words = o.mine
  const choose = (next: MailWish) => {
    setChosen(next)
    setSaved(false)
    void doing.act(() => api.setMailWish(next)).then((done) => (done ? setSaved(true) : setChosen(null)))
  }
  return (
    <Folded title={<span data-testid="my-mail">{words.title}</span>}>
      <Text as="p">{words.hint}</Text>
      <ProblemBar problem={loaded.problem ?? doing.problem} onRetry={loaded.reload} onEnded={onEnded} />
      {wish && (
        <>
          <Switch
            label={words.reminded}
            checked={wish.reminded}
            onChange={(_, { checked }) => choose({ ...wish, reminded: checked })}
            data-testid="my-mail-reminded"
          />
          <Field label={words.language}>
            <Select
              value={wish.language}
              onChange={(_, { value }) => choose({ ...wish, language: value as MailWish['language'] })}
              data-testid="my-mail-language"
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {words.languages[one]}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <Text role="status">{saved ? words.saved : ''}</Text>
    </Folded>
  )
}
