// Several texts in both languages, in order: lines above a table, headings above a column.
import { Button } from '@fluentui/react-components'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import { useTemplateStyles } from './template-styles.ts'

interface Props {
  readonly legend: string
  readonly labelOf: (number: number) => string
  readonly addLabel: string
  readonly values: readonly Bilingual[]
  readonly onChange: (values: Bilingual[], typing?: string) => void
  readonly name: string
}

export function BilingualList({ legend, labelOf, addLabel, values, onChange, name }: Props) {
  const { m } = useTemplateText()
  const styles = useTemplateStyles()
  return (
    <fieldset className={`${styles.group} ${styles.wide}`}>
      <legend>{legend}</legend>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
        <div key={at}>
          <BilingualBox
            label={labelOf(at + 1)}
            value={value}
            onChange={(changed, typing) => onChange(values.with(at, changed), typing)}
            name={`${name}-${at}`}
          />
          <Button
            size="small"
            appearance="subtle"
            onClick={() => onChange(values.toSpliced(at, 1))}
            aria-label={`${m.remove}: ${labelOf(at + 1)}`}
          >
            {m.remove}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...values, { vi: '', en: '' }])} data-testid={`${name}-add`}>
        {addLabel}
      </Button>
    </fieldset>
  )
}
