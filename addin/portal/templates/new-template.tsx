// The beginning of a template: its code and title, and whether it is a copy of another.
import { Button, Subtitle2, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { blankTemplate } from '../../../shared/template-edit/blank-template.ts'
import type { DraftToSave, TemplateSurroundings, TemplateView } from '../../../shared/wire-templates.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import { useTemplateStyles } from './template-styles.ts'
import { ChoiceBox, TextBox } from './value-boxes.tsx'

export const CODE = /^[A-Z][A-Z0-9_]{0,30}$/

interface Props {
  readonly templates: readonly TemplateView[]
  readonly surroundings: TemplateSurroundings
  readonly busy: boolean
  readonly onMake: (draft: DraftToSave) => void
}

export function NewTemplate({ templates, surroundings, busy, onMake }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const [code, setCode] = useState('')
  const [title, setTitle] = useState<Bilingual>({ vi: '', en: '' })
  const [from, setFrom] = useState('')
  const taken = templates.some((one) => one.code === code)
  const wrong = code === '' ? undefined : taken ? m.newCodeTaken : CODE.test(code) ? undefined : m.newCodeWrong
  const source = surroundings.templates.find((one) => one.code === from)
  const make = () => {
    // What only one template may say is left to the one it was copied from: codes it gives, what it is counted from.
    const copy = source && (({ countedFrom: _, ...rest }) => ({ ...rest, code, version: 1, title, titleLines: [title] }))(source)
    const tables = copy?.tables.map((table) => ({
      ...table,
      fields: table.fields.map(({ rowCode: _code, was: _was, ...field }) => field),
    }))
    onMake({
      template: copy && tables ? { ...copy, tables } : blankTemplate(code, title),
      basedOn: source ? { code: source.code, version: source.version } : null,
    })
  }
  return (
    <section className={styles.card} aria-label={m.makeNew}>
      <Subtitle2 as="h2" className={styles.heading}>
        {m.makeNew}
      </Subtitle2>
      <Text>{m.makeLead}</Text>
      <div className={styles.boxes}>
        <TextBox
          label={m.newCode}
          hint={m.newCodeHint}
          wrong={wrong}
          value={code}
          onChange={(text) => setCode(text.toUpperCase())}
          name="new-code"
        />
        <ChoiceBox
          label={m.makeFrom}
          value={from}
          options={[
            { value: '', label: m.fromBlank },
            ...surroundings.templates.map((one) => ({ value: one.code, label: `${one.code}: ${one.title[language]}` })),
          ]}
          onChange={setFrom}
          name="new-from"
        />
        <BilingualBox label={m.name} value={title} onChange={setTitle} name="new-title" />
      </div>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={busy || code === '' || wrong !== undefined || title.vi === ''}
          onClick={make}
          data-testid="new-create"
        >
          {m.create}
        </Button>
      </div>
    </section>
  )
}
