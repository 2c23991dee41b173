// One code list as lines of text: codes, labels and the days from and to which they hold.
import { Button, Field, Input, Select, Textarea, Title3 } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { type CodeList, listNamed } from '../../../shared/plan.ts'
import type { PlanView } from '../../../shared/wire-admin.ts'
import { Notice } from '../../components/notice.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { showDay } from '../../text/moment.ts'
import { typedDay } from '../../text/typed-day.ts'
import { ProblemBar } from '../problem-bar.tsx'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { linesOf } from './agency-form.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { useChange } from './use-change.ts'

type Entries = CodeList['entries']

const shown = (entries: Entries): string =>
  entries
    .map(({ code, label, validFrom, validTo }) =>
      [code, label.vi, label.en, validFrom ? showDay(validFrom) : '', validTo ? showDay(validTo) : ''].join('; ').replace(/(?:; )+$/, ''),
    )
    .join('\n')

/** The first line that is not understood, or all of them. */
function read(text: string): { unreadable: string } | { entries: Entries } {
  const entries: Entries = []
  for (const line of linesOf(text)) {
    const [code = '', vi = '', en = '', from = '', to = ''] = line.split(';').map((part) => part.trim())
    const [validFrom, validTo] = [from === '' ? null : typedDay(from), to === '' ? null : typedDay(to)]
    if (vi === '' || en === '' || (from !== '' && validFrom === null) || (to !== '' && validTo === null)) return { unreadable: line }
    entries.push({ code, label: { vi, en }, ...(validFrom !== null && { validFrom }), ...(validTo !== null && { validTo }) })
  }
  return { entries }
}

const titleOf = ({ plan }: PlanView, id: string): Bilingual => plan.listTitles?.[id] ?? { vi: '', en: '' }

interface Props extends AdminViewProps {
  readonly view: PlanView
  readonly onDone: () => void
}

export function CodeListForm({ api, view, onDone, onEnded }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const doing = useChange(view.asOf)
  const { lists } = view.plan
  const [id, setId] = useState(lists[0]?.id ?? '')
  const [text, setText] = useState(() => shown(lists[0]?.entries ?? []))
  const [title, setTitle] = useState(() => titleOf(view, id))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const words = a.plan
  const choose = (next: string) => {
    setId(next)
    setText(shown(lists.find((one) => one.id === next)?.entries ?? []))
    setTitle(titleOf(view, next))
    doing.look(view.asOf)
    setWrong(null)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const found = read(text)
    const named = title.vi.trim() !== '' && title.en.trim() !== ''
    if ('unreadable' in found) return setWrong(found.unreadable)
    setWrong(null)
    void doing.act((seen) => api.setCodeList(id, { ...found, ...(named ? { title } : {}), reason }, seen)).then((done) => done && onDone())
  }
  const takeTheirs = () =>
    void doing.act(async () => {
      const fresh = await api.plan()
      setText(shown(fresh.plan.lists.find((one) => one.id === id)?.entries ?? []))
      setTitle(titleOf(fresh, id))
      return fresh
    })
  return (
    <form className={styles.card} onSubmit={save} data-testid="code-list-form">
      <Title3 as="h2" className={styles.heading}>
        {words.lists}
      </Title3>
      <Field label={words.list}>
        <Select value={id} onChange={(_, data) => choose(data.value)} data-testid="code-list">
          {lists.map((list) => (
            <option key={list.id} value={list.id}>
              {listNamed(view.plan, list.id, language)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.line}>
        <Field label={words.listTitle} className={styles.wide}>
          <Input value={title.vi} lang="vi" onChange={(_, data) => setTitle({ ...title, vi: data.value })} data-testid="code-list-title" />
        </Field>
        <Field label={words.listTitleEn} className={styles.wide}>
          <Input value={title.en} lang="en" onChange={(_, data) => setTitle({ ...title, en: data.value })} />
        </Field>
      </div>
      <Field label={words.listRow} hint={words.listHint}>
        <Textarea value={text} rows={10} onChange={(_, data) => setText(data.value)} data-testid="code-list-lines" />
      </Field>
      {wrong !== null && (
        <Notice tone="error" testId="code-list-wrong">
          {words.unreadable(wrong)}
        </Notice>
      )}
      <ReasonField reason={reason} onChange={setReason} />
      <ProblemBar problem={doing.problem} onEnded={onEnded} />
      <ChangedMeanwhile change={doing} onDone={onDone} onTheirs={takeTheirs} />
      <div>
        <Button type="submit" appearance="primary" disabled={doing.busy || lacksReason(reason)} data-testid="code-list-save">
          {a.save}
        </Button>
      </div>
    </form>
  )
}
