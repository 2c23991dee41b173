// The template as a whole: its title, the lines printed above the table, what a row is, who signs.
import { Field, Textarea } from '@fluentui/react-components'
import type { Template } from '../../../shared/template.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import { BilingualList } from './bilingual-list.tsx'
import type { Workshop } from './part-form.ts'
import { useTemplateStyles } from './template-styles.ts'

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'))

export function WholeForm({ template, onChange }: Workshop) {
  const { m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofWhole
  const change = (more: Partial<Template>, typing?: string) => onChange({ ...template, ...more }, typing)
  const { signature } = template
  return (
    <div className={styles.boxes}>
      <BilingualBox label={words.title} value={template.title} onChange={(title, typing) => change({ title }, typing)} name="whole-title" />
      <BilingualBox label={words.grain} value={template.grain} onChange={(grain, typing) => change({ grain }, typing)} name="whole-grain" />
      <BilingualList
        legend={words.titleLines}
        labelOf={words.line}
        addLabel={words.addLine}
        values={template.titleLines}
        onChange={(titleLines, typing) => change({ titleLines }, typing)}
        name="whole-lines"
      />
      <Field label={words.legalBasis} className={styles.wide}>
        <Textarea
          resize="vertical"
          value={template.legalBasis.join('\n')}
          onChange={(_, data) => change({ legalBasis: lines(data.value) }, 'whole-legal')}
          data-testid="whole-legal"
        />
      </Field>
      <BilingualBox
        label={words.preparer}
        value={signature.preparer}
        onChange={(preparer, typing) => change({ signature: { ...signature, preparer } }, typing)}
        name="whole-preparer"
      />
      <BilingualBox
        label={words.signer}
        value={signature.signer}
        onChange={(signer, typing) => change({ signature: { ...signature, signer } }, typing)}
        name="whole-signer"
      />
      {template.countedFrom && <p className={styles.wide}>{words.countedFrom}</p>}
    </div>
  )
}
