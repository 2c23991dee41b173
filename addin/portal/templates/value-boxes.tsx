// The small boxes of which the forms of a template are made: a text that may be missing, a
// number, a choice from a list. What is blank is left out of the template.
import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'

interface TextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string, typing: string) => void
  readonly name: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
}

export function TextBox({ label, value, onChange, name, hint, wrong }: TextProps) {
  return (
    <Field label={label} hint={hint} {...(wrong ? { validationMessage: wrong } : {})}>
      <Input value={value} onChange={(_, data) => onChange(data.value, name)} data-testid={name} />
    </Field>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined, typing: string) => void
  readonly name: string
  /** A number that must stand there: a blank box changes nothing. */
  readonly needed?: boolean
}

/** What is being typed stays as it is typed; only numbers go into the template. */
export function NumberBox({ label, value, onChange, name, needed = false }: NumberProps) {
  const [typed, setTyped] = useState<{ text: string; of: number | undefined } | null>(null)
  const shown = typed && typed.of === value ? typed.text : value === undefined ? '' : String(value)
  const take = (text: string) => {
    const number = text.trim() === '' ? undefined : Number(text.replace(',', '.'))
    const fits = number === undefined ? !needed : Number.isFinite(number)
    setTyped({ text, of: fits ? number : value })
    if (fits) onChange(number, name)
  }
  return (
    <Field label={label}>
      <Input inputMode="decimal" value={shown} onChange={(_, data) => take(data.value)} onBlur={() => setTyped(null)} data-testid={name} />
    </Field>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  readonly name: string
}

export function ChoiceBox<T extends string>({ label, value, options, onChange, name }: ChoiceProps<T>) {
  // A value that is no longer among the choices is shown as it stands.
  const known = options.some((option) => option.value === value)
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value as T)} data-testid={name}>
        {!known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
