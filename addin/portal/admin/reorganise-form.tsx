// Merging, splitting, renaming: who ends on which day, who takes over, what is new. What it
// would do is shown before it is done.
import { Button, Field, Select, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Agency } from '../../../shared/agency.ts'
import type { Reorganising } from '../../../shared/reorganise.ts'
import type { RegisterView } from '../../../shared/wire-admin.ts'
import { DayField } from '../../components/day-field.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { useAdminStyles } from './admin-styles.ts'
import { linesOf } from './agency-form.tsx'
import { CodesField } from './codes-field.tsx'
import { OpenedCard } from './opened-card.tsx'
import { lacksReason, ReasonField } from './reason-field.tsx'

const KINDS = ['merged', 'split', 'renamed'] as const
type Kind = (typeof KINDS)[number]

/** `SNNMT; Sở Nông nghiệp và Môi trường`. What is new is of the kind of what it comes from. */
function begun(text: string, like: Agency | undefined): Agency[] {
  return linesOf(text).map((line) => {
    const [code = '', ...name] = line.split(';')
    return {
      ...{ code: code.trim().toUpperCase(), name: name.join(';').trim(), abbreviation: null, aliases: [] },
      ...{ kind: like?.kind ?? '', reports: like?.reports ?? true, parent: like?.parent ?? null },
      ...{ validFrom: null, validTo: null, successors: [], origin: 'verified_source' as const },
    }
  })
}

interface Props {
  readonly register: RegisterView
  readonly busy: boolean
  readonly onPreview: (change: Reorganising) => void
  readonly onCancel: () => void
}

export function ReorganiseForm({ register, busy, onPreview, onCancel }: Props) {
  const { a } = useAdminText()
  const styles = useAdminStyles()
  const [kind, setKind] = useState<Kind>('merged')
  const [date, setDate] = useState(register.day)
  const [ends, setEnds] = useState<readonly string[]>([])
  const [existing, setExisting] = useState<readonly string[]>([])
  const [fresh, setFresh] = useState('')
  const [heir, setHeir] = useState('')
  const [reason, setReason] = useState('')
  const words = a.agencies
  const there = register.agencies.filter(({ validTo }) => validTo === null)
  const begins = begun(
    fresh,
    register.agencies.find(({ code }) => code === ends[0]),
  )
  const successors = [...existing, ...begins.map(({ code }) => code)]
  const names = new Map([...there, ...begins].map(({ code, name }) => [code, name]))
  const preview = (event: FormEvent) => {
    event.preventDefault()
    onPreview({ kind, date, reason, begins, ends: ends.map((agency) => ({ agency, successors, heir: heir || null })) })
  }
  return (
    <OpenedCard title={words.reorganise} onSubmit={preview} testId="reorganise-form">
      <div className={styles.line}>
        <Field label={words.kind}>
          <Select value={kind} onChange={(_, data) => setKind(data.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </Select>
        </Field>
        <DayField label={words.date} required value={date} onChange={(day) => setDate(day)} />
      </div>
      <CodesField label={words.endsLabel} choices={there} chosen={ends} onChange={setEnds} testId="reorganise-ends" />
      <CodesField
        label={words.successorsLabel}
        choices={there.filter(({ code }) => !ends.includes(code))}
        chosen={existing}
        onChange={setExisting}
        testId="reorganise-successors"
      />
      <Field label={words.newLabel} hint={words.newHint}>
        <Textarea value={fresh} onChange={(_, data) => setFresh(data.value)} data-testid="reorganise-new" />
      </Field>
      <Field label={words.heirLabel}>
        <Select value={heir} onChange={(_, data) => setHeir(data.value)}>
          <option value="">{words.heirFirst}</option>
          {successors.map((code) => (
            <option key={code} value={code}>
              {names.get(code)}
            </option>
          ))}
        </Select>
      </Field>
      <ReasonField reason={reason} onChange={setReason} testId="reorganise-reason" />
      <div className={styles.line}>
        <Button
          type="submit"
          appearance="primary"
          disabled={busy || ends.length === 0 || date === '' || lacksReason(reason)}
          data-testid="reorganise-preview"
        >
          {words.preview}
        </Button>
        <Button onClick={onCancel}>{a.cancel}</Button>
      </div>
    </OpenedCard>
  )
}
