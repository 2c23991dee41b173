// Granting a waiver: which agency, which rule or finding of which form, where in it and until when,
// each chosen by its name.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { Agency } from '../../../shared/agency.ts'
import type { Template } from '../../../shared/template.ts'
import { WAIVABLE_CODES, type WaiverGrant } from '../../../shared/waiver.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { lacksReason, ReasonField } from './reason-field.tsx'
import { columnsOf, rulesOf, waivedSentence } from './waived.ts'

export interface GivenRow {
  readonly rowId: string
  readonly name: string
}

interface Props {
  /** Those that can be chosen. */
  readonly agencies: readonly Agency[]
  readonly templates: readonly Template[]
  /** The rows that an agency is given in a form. */
  readonly rowsOf: (template: string, agency: string) => readonly GivenRow[]
  readonly busy: boolean
  readonly onGrant: (grant: WaiverGrant) => void
}

export function WaiverForm({ agencies, templates, rowsOf, busy, onGrant }: Props) {
  const { a, language } = useAdminText()
  const styles = useAdminStyles()
  const words = a.settings
  const [agency, setAgency] = useState(agencies[0]?.code ?? '')
  const [code, setCode] = useState(templates[0]?.code ?? '')
  const [at, setAt] = useState({ waives: '', rowId: '', field: '' })
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const template = templates.find((one) => one.code === code)
  const rows = rowsOf(code, agency)
  const rowList = useId()
  const typedRow = at.rowId.trim()
  const rowNamed = rows.find(({ rowId }) => rowId === typedRow)?.name
  const give = (event: FormEvent) => {
    event.preventDefault()
    const { waives, field } = at
    onGrant({ agency, template: code, waives, rowId: typedRow || null, field: field || null, until, reason })
  }
  const choices = (codes: readonly string[]) =>
    codes.map((one) => (
      <option key={one} value={one}>
        {one} · {waivedSentence(template, one)[language]}
      </option>
    ))
  return (
    <form className={styles.page} onSubmit={give}>
      <div className={styles.line}>
        <Field label={words.agency} className={styles.wide}>
          <Select value={agency} onChange={(_, data) => setAgency(data.value)}>
            {agencies.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.template} className={styles.wide}>
          <Select
            value={code}
            onChange={(_, data) => {
              setCode(data.value)
              setAt({ waives: '', rowId: '', field: '' })
            }}
            data-testid="waiver-template"
          >
            {templates.map((one) => (
              <option key={one.code} value={one.code}>
                {one.code} · {one.title[language]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={words.waives} required>
        <Select value={at.waives} onChange={(_, data) => setAt({ ...at, waives: data.value })} data-testid="waiver-rule">
          <option value="" />
          {template && (
            <optgroup label={words.rulesOf(template.title[language])}>{choices(rulesOf(template).map(({ id }) => id))}</optgroup>
          )}
          <optgroup label={words.findings}>{choices(WAIVABLE_CODES)}</optgroup>
        </Select>
      </Field>
      <div className={styles.line}>
        <Field label={words.row} hint={rowNamed ?? (typedRow === '' ? words.rowHint : words.rowUnknown)} className={styles.wide}>
          <Input
            value={at.rowId}
            list={rowList}
            autoComplete="off"
            onChange={(_, data) => setAt({ ...at, rowId: data.value })}
            data-testid="waiver-row"
          />
        </Field>
        <datalist id={rowList}>
          {rows.map(({ rowId, name }) => (
            <option key={rowId} value={rowId}>
              {name}
            </option>
          ))}
        </datalist>
        <Field label={words.field} className={styles.wide}>
          <Select value={at.field} onChange={(_, data) => setAt({ ...at, field: data.value })} data-testid="waiver-column">
            <option value="">{words.anyColumn}</option>
            {template &&
              columnsOf(template).map(({ key, title }) => (
                <option key={key} value={key}>
                  {title[language]}
                </option>
              ))}
          </Select>
        </Field>
        <DayField
          label={words.until}
          hint={words.untilHint}
          required
          value={until}
          onChange={(day) => setUntil(day)}
          testId="waiver-until"
        />
      </div>
      <div className={styles.line}>
        <ReasonField reason={reason} onChange={setReason} testId="waiver-reason" />
        <Button
          type="submit"
          appearance="primary"
          disabled={busy || at.waives === '' || until === '' || lacksReason(reason)}
          data-testid="waiver-grant"
        >
          {words.grant}
        </Button>
      </div>
    </form>
  )
}
