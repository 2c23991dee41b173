// Choosing several things by name, one after the other: a list to choose from and what was
// chosen below it, each with a button that takes it away.
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useAdminText } from '../../text/admin-texts.ts'

const useStyles = makeStyles({
  chosen: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, listStyle: 'none' },
    ...{ margin: 0, padding: 0, marginBlockStart: tokens.spacingVerticalXS },
  },
})

interface Props {
  readonly label: string
  readonly choices: readonly { readonly code: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly testId: string
}

export function CodesField({ label, choices, chosen, onChange, testId }: Props) {
  const { a } = useAdminText()
  const styles = useStyles()
  const names = new Map(choices.map(({ code, name }) => [code, name]))
  return (
    <div>
      <Field label={label}>
        <Select value="" onChange={(_, data) => data.value && onChange([...chosen, data.value])} data-testid={testId}>
          <option value="">{a.agencies.addMember}</option>
          {choices
            .filter(({ code }) => !chosen.includes(code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <ul className={styles.chosen}>
        {chosen.map((code) => (
          <li key={code}>
            <Button
              size="small"
              aria-label={a.agencies.remove(names.get(code) ?? code)}
              onClick={() => onChange(chosen.filter((one) => one !== code))}
            >
              {names.get(code) ?? code} ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
