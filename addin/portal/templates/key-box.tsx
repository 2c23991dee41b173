// The key of a column, a cell or a table, taken when one leaves the box: only where the schema
// takes it and nobody else has it. What is typed and not taken goes back to what stood there.
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly pattern: RegExp
  readonly taken: ReadonlySet<string>
  readonly onChange: (value: string) => void
  readonly name: string
}

export const KEY = /^[a-z][a-z0-9_]{0,30}$/
export const RULE_ID = /^[A-Z0-9][A-Z0-9-]{0,30}$/

export function KeyBox({ label, hint, value, pattern, taken, onChange, name }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    if (typed !== null && typed !== value && pattern.test(typed) && !taken.has(typed)) onChange(typed)
    setTyped(null)
  }
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <Input value={typed ?? value} onChange={(_, data) => setTyped(data.value)} onBlur={leave} data-testid={name} />
    </Field>
  )
}
