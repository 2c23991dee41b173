// One cell above the tables: what it is called, what may stand in it, who fills it.
import { Checkbox } from '@fluentui/react-components'
import type { HeaderField } from '../../../shared/template.ts'
import { SOURCES } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import { KEY, KeyBox } from './key-box.tsx'
import type { Workshop } from './part-form.ts'
import { changeHeader } from './template-edits.ts'
import { useTemplateStyles } from './template-styles.ts'
import { TypeBoxes } from './type-boxes.tsx'
import { ChoiceBox, TextBox } from './value-boxes.tsx'

export function HeaderForm({ template, surroundings, onChange, at }: Workshop & { readonly at: number }) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofHeader
  const field = template.header[at]
  if (!field) return null
  const change = (more: Partial<HeaderField>, typing?: string) => onChange(changeHeader(template, at, more), typing)
  const taken = new Set(template.header.filter((one) => one !== field).map(({ key }) => key))
  return (
    <div className={styles.boxes}>
      <BilingualBox label={words.title} value={field.title} onChange={(title, typing) => change({ title }, typing)} name="header-title" />
      <TypeBoxes type={field.type} plan={surroundings.plan} onChange={(type, typing) => change({ type }, typing)} />
      <ChoiceBox
        label={words.source}
        value={field.source}
        options={(['input', 'carried'] as const).map((source) => ({ value: source, label: SOURCES[source][language] }))}
        onChange={(source) => change({ source })}
        name="header-source"
      />
      <Checkbox label={words.required} checked={field.required} onChange={(_, now) => change({ required: now.checked === true })} />
      <TextBox
        label={m.ofField.example}
        value={field.example ?? ''}
        onChange={(example, typing) => change({ example: example === '' ? undefined : example }, typing)}
        name="header-example"
      />
      <BilingualBox
        label={m.ofField.help}
        value={field.help ?? { vi: '', en: '' }}
        onChange={(help, typing) => change({ help: help.vi === '' && help.en === '' ? undefined : help }, typing)}
        name="header-help"
        long
      />
      <KeyBox label={words.key} value={field.key} pattern={KEY} taken={taken} onChange={(key) => change({ key })} name="header-key" />
    </div>
  )
}
