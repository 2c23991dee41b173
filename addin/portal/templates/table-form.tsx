// One table: its title, where its rows come from, what tells that two of them are the same.
import { Button, Checkbox } from '@fluentui/react-components'
import type { Table } from '../../../shared/template.ts'
import { ROW_SOURCES } from '../../../shared/text/template-words.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { BilingualBox } from './bilingual-box.tsx'
import type { Workshop } from './part-form.ts'
import { changeTable } from './template-edits.ts'
import { useTemplateStyles } from './template-styles.ts'
import { ChoiceBox, NumberBox } from './value-boxes.tsx'

export function TableForm({ template, onChange, at }: Workshop & { readonly at: number }) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const words = m.ofTable
  const table = template.tables[at]
  if (!table) return null
  const change = (more: (one: Table) => Table, typing?: string) => onChange(changeTable(template, at, more), typing)
  const rows = (more: Partial<Table['rows']>, typing?: string) => change((one) => ({ ...one, rows: { ...one.rows, ...more } }), typing)
  const { unique, from } = table.rows
  const retitle = (title: Table['title'], typing: string) =>
    change(({ title: _before, ...rest }) => (title && (title.vi !== '' || title.en !== '') ? { ...rest, title } : rest), typing)
  return (
    <div className={styles.boxes}>
      <BilingualBox label={words.title} value={table.title ?? { vi: '', en: '' }} onChange={retitle} name="table-title" />
      <ChoiceBox
        label={words.rows}
        value={table.rows.source}
        options={(['free', 'carried', 'carried-free'] as const).map((source) => ({ value: source, label: ROW_SOURCES[source][language] }))}
        onChange={(source) => rows({ source })}
        name="table-rows"
      />
      <NumberBox
        label={words.max}
        value={table.rows.max}
        needed
        onChange={(max, typing) => rows({ max: max ?? 200 }, typing)}
        name="table-max"
      />
      {unique.map((keys, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way to tell duplicates is nothing but its place
        <fieldset key={index} className={`${styles.group} ${styles.wide}`}>
          <legend>
            {words.unique} ({words.uniqueSet(index + 1)})
          </legend>
          {table.fields.map(({ key, title }) => (
            <Checkbox
              key={key}
              label={title[language] || key}
              checked={keys.includes(key)}
              onChange={(_, now) =>
                rows({ unique: unique.with(index, now.checked === true ? [...keys, key] : keys.filter((one) => one !== key)) })
              }
            />
          ))}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => rows({ unique: unique.toSpliced(index, 1) })}
            aria-label={`${m.remove}: ${words.uniqueSet(index + 1)}`}
          >
            {m.remove}
          </Button>
        </fieldset>
      ))}
      <div className={styles.wide}>
        <Button size="small" onClick={() => rows({ unique: [...unique, []] })}>
          {words.addUnique}
        </Button>
      </div>
      {from && from.length > 0 && <p className={styles.wide}>{words.from(from.map((one) => one.template).join(', '))}</p>}
    </div>
  )
}
