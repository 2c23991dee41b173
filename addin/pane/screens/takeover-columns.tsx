// The columns of an old table, each with the column of the form it goes into and
// why it is thought so; the person may choose another or none.
import { Caption1, Field, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components'
import { columnLetter } from '../../../shared/a1.ts'
import type { Language } from '../../../shared/bilingual.ts'
import type { Proposal, TheirColumn } from '../../../shared/takeover/recognise.ts'
import type { Field as OurField, Table } from '../../../shared/template.ts'
import { useText } from '../../text/language.tsx'
import { TAKEOVER_TEXTS } from '../../text/takeover-texts.ts'

const useStyles = makeStyles({
  heading: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Long column titles must not make the pane scroll sideways.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
})

interface Props {
  readonly table: Table
  readonly proposal: Proposal
  readonly fields: ReadonlyMap<number, string>
  readonly disabled: boolean
  readonly onChoose: (column: number, field: string) => void
}

const titleOf = ({ group, title }: OurField, language: Language): string =>
  [...(group ?? []), title].map((one) => one[language]).join(' › ')

export function TakeoverColumns({ table, proposal, fields, disabled, onChoose }: Props) {
  const { language } = useText()
  const words = TAKEOVER_TEXTS[language]
  const styles = useStyles()
  const hintOf = ({ column, field, reason, unit }: TheirColumn): string => {
    const key = fields.get(column)
    const why = (key ?? null) === field ? words.reasons[reason] : key === undefined ? words.skip : words.reasons.chosen
    const type = table.fields.find((one) => one.key === key)?.type
    if (type?.kind !== 'money') return why
    return `${why}; ${unit ? words.unit(words.units[unit]) : words.unitAssumed(words.units[type.unit])}`
  }
  return (
    <section aria-label={words.columns}>
      <Subtitle2 as="h2" className={styles.heading}>
        {words.columns}
      </Subtitle2>
      <ul className={styles.list} data-testid="takeover-columns">
        {proposal.columns.map((one) => (
          <li key={one.column}>
            <Field className={styles.field} label={words.column(columnLetter(one.column), one.titles.join(' › ') || words.noTitle)}>
              <Select
                value={fields.get(one.column) ?? ''}
                disabled={disabled}
                onChange={(_, data) => onChoose(one.column, data.value)}
                data-testid={`takeover-column-${columnLetter(one.column)}`}
              >
                <option value="">{words.skip}</option>
                {table.fields.map((field) => (
                  <option key={field.key} value={field.key}>
                    {titleOf(field, language)}
                  </option>
                ))}
              </Select>
            </Field>
            <Caption1>{hintOf(one)}</Caption1>
          </li>
        ))}
      </ul>
    </section>
  )
}
