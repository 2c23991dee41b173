// Figures of an old table on their way into a form: which table, which column goes where,
// what will be written and what finds no place. Knows neither where the table comes from nor where it goes.
import { Button, Caption1, Checkbox, Field, makeStyles, Select, Subtitle1, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Edit } from '../../../shared/fixes.ts'
import { tableOf } from '../../../shared/template.ts'
import type { Form } from '../../../shared/wire.ts'
import { Notice } from '../../components/notice.tsx'
import { useText } from '../../text/language.tsx'
import { TAKEOVER_TEXTS } from '../../text/takeover-texts.ts'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { OldTables } from '../old-tables.ts'
import { takeOver } from '../take-over.ts'
import { StickyActions } from './sticky-actions.tsx'
import { TakeoverColumns } from './takeover-columns.tsx'
import { TakeoverReport } from './takeover-report.tsx'

const useStyles = makeStyles({ heading: { margin: 0 }, part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS } })

/** '' where the person chose not to take the column; by table and column. */
type Chosen = Readonly<Record<string, string>>

const keyOf = (table: string, column: number): string => `${table}/${column}`

interface Props {
  readonly form: Form
  readonly old: OldTables
  readonly busy: 'applying' | 'checking' | 'adding-rows' | 'other' | null
  /** Rows that have been written. */
  readonly progress?: { readonly done: number; readonly of: number } | null
  readonly onApply: (edits: readonly Edit[]) => void
  readonly onCancel: () => void
  /** Where the form is short of rows and more can be had. */
  readonly onRows?: (table: string, count: number) => void
}

export function TakeoverChooser({ form, old, busy, progress = null, onApply, onCancel, onRows }: Props) {
  const { t, language } = useText()
  const words = TAKEOVER_TEXTS[language]
  const styles = useStyles()
  const [which, setWhich] = useState('')
  const [chosen, setChosen] = useState<Chosen>({})
  const [overwrite, setOverwrite] = useState(false)
  const [add, setAdd] = useState(true)
  const named = useMemo(
    () => old.tables.map((one) => ({ ...one, id: `${one.proposal.sheet}/${one.proposal.header.from}/${one.proposal.table}` })),
    [old],
  )
  const at = named.find(({ id }) => id === which) ?? named[0]
  const fields = useMemo(
    () =>
      new Map(
        at?.proposal.columns.flatMap(({ column, field }): [number, string][] => {
          const key = chosen[keyOf(at.id, column)] ?? field ?? ''
          return key === '' ? [] : [[column, key]]
        }),
      ),
    [at, chosen],
  )
  const taken = useMemo(
    () => (at ? takeOver(form, old, { ...at, fields }, { overwrite, add }) : null),
    [form, old, at, fields, overwrite, add],
  )
  const table = at && tableOf(form.template, at.proposal.table)
  /** A field of ours is taken from one column only. */
  const choose = (column: number, key: string) => {
    if (!at) return
    const others = [...fields].filter(([other, field]) => other !== column && field === key).map(([other]) => [keyOf(at.id, other), ''])
    setChosen({ ...chosen, ...Object.fromEntries(others), [keyOf(at.id, column)]: key })
  }
  return (
    <>
      <Subtitle1 as="h1" className={styles.heading}>
        {words.title}
      </Subtitle1>
      {old.unread.length > 0 && (
        <Notice tone="warning" testId="takeover-unread">
          {words.unread(old.unread.join(', '))}
        </Notice>
      )}
      {!at && (
        <Notice tone="info" testId="takeover-none">
          {words.none}
        </Notice>
      )}
      {old.unlike.length > 0 && <Caption1>{words.unlike(old.unlike.join(', '))}</Caption1>}
      {at && table && (
        <>
          <Text size={200}>{words.lead}</Text>
          <Field label={words.which}>
            <Select value={at.id} onChange={(_, data) => setWhich(data.value)} data-testid="takeover-table">
              {named.map(({ id, proposal: { sheet, rows } }) => (
                <option key={id} value={id}>
                  {words.table(sheet, `${rows[0]! + 1}–${rows.at(-1)! + 1}`, rows.length)}
                </option>
              ))}
            </Select>
          </Field>
          {table.title && <Caption1>{words.target(table.title[language])}</Caption1>}
          <TakeoverColumns table={table} proposal={at.proposal} fields={fields} disabled={busy !== null} onChoose={choose} />
          <div className={styles.part}>
            <Checkbox
              label={words.overwrite}
              checked={overwrite}
              disabled={busy !== null}
              onChange={(_, data) => setOverwrite(data.checked === true)}
              data-testid="takeover-overwrite"
            />
            {table.rows.source !== 'carried' && (
              <Checkbox
                label={words.add}
                checked={add}
                disabled={busy !== null}
                onChange={(_, data) => setAdd(data.checked === true)}
                data-testid="takeover-add"
              />
            )}
          </div>
          {onRows && taken && taken.homeless.length > 0 && (
            <Button disabled={busy !== null} onClick={() => onRows(table.key, taken.homeless.length)} data-testid="takeover-add-rows">
              {busy === 'adding-rows' ? WORK_TEXTS[language].addingRows : words.addRows(taken.homeless.length)}
            </Button>
          )}
          {taken ? (
            <TakeoverReport table={table} taken={taken} />
          ) : (
            <Notice tone="warning" testId="takeover-no-form">
              {words.noForm}
            </Notice>
          )}
          <StickyActions>
            <Button disabled={busy === 'applying'} onClick={() => onCancel()} data-testid="takeover-back">
              {t.cancel}
            </Button>
            <Button
              appearance="primary"
              disabled={busy !== null || !taken || taken.edits.length === 0}
              onClick={() => taken && onApply(taken.edits)}
              data-testid="takeover-apply"
            >
              {busy === 'applying'
                ? progress
                  ? words.applied(progress.done, progress.of)
                  : words.applying
                : busy === 'checking'
                  ? t.checking
                  : words.apply}
            </Button>
          </StickyActions>
        </>
      )}
    </>
  )
}
