// The parts of a template in order, and what one does to them: by buttons for the mouse, by
// keys for everybody. The one that is shown in the form is marked; those with something to mend say so.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef } from 'react'
import type { TemplateRefusal } from '../../../shared/check-template.ts'
import type { Template } from '../../../shared/template.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { type Place, placeOf, samePlace } from './place.ts'
import { added, copied, type Edited, moved, type Part, partAt, removed } from './template-edits.ts'
import { useTemplateStyles } from './template-styles.ts'

const useStyles = makeStyles({
  list: { maxHeight: '70vh', overflowY: 'auto' },
  item: {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    justifyContent: 'start',
    fontWeight: tokens.fontWeightRegular,
    minHeight: '30px',
    overflowWrap: 'anywhere',
  },
  inner: { paddingInlineStart: tokens.spacingHorizontalXXL },

  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
  },
  under: { color: tokens.colorNeutralForeground3, paddingInlineStart: tokens.spacingHorizontalXXL },
  wrong: { fontWeight: tokens.fontWeightSemibold, fontStyle: 'italic' },
})

const SHORT = 60

/** Broken off between two words. */
const short = (text: string): string => (text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))} …`)

interface Entry {
  readonly place: Place
  readonly label: string
  readonly level: 0 | 1
  /** Printed above, where a list begins. */
  readonly under?: string
}

interface Props {
  readonly template: Template
  readonly place: Place
  readonly refusals: readonly TemplateRefusal[]
  readonly onGo: (place: Place) => void
  readonly onEdit: (edited: Edited, said?: string) => void
}

export function TemplateOutline({ template, place, refusals, onGo, onEdit }: Props) {
  const { language, m } = useTemplateText()
  const styles = useStyles()
  const shared = useTemplateStyles()
  const list = useRef<HTMLUListElement>(null)
  const wrong = new Set(refusals.map(({ path }) => placeOf(path).join('/')))
  const entries = entriesOf(template)

  function entriesOf({ header, tables }: Template): Entry[] {
    const named = (title: { vi: string; en: string } | undefined, key: string) => title?.[language] || key || m.unnamed
    return [
      { place: [], label: m.whole, level: 0 },
      { place: ['regime'], label: m.regime, level: 0 },
      ...header.map(
        (field, at): Entry => ({
          ...{ place: ['header', at], label: named(field.title, field.key), level: 1 },
          ...(at === 0 ? { under: m.headerCells } : {}),
        }),
      ),
      ...tables.flatMap((table, at): Entry[] => [
        { place: ['tables', at], label: tables.length > 1 || table.title ? m.tableName(named(table.title, table.key)) : m.table, level: 0 },
        ...table.fields.map(
          (field, index): Entry => ({
            ...{ place: ['tables', at, 'fields', index], level: 1 },
            label: [...(field.group ?? []).map((group) => group[language]), named(field.title, field.key)].join(' › '),
            ...(index === 0 ? { under: m.columns } : {}),
          }),
        ),
        ...table.rules.map(
          (rule, index): Entry => ({
            ...{ place: ['tables', at, 'rules', index], label: short(`${rule.id} ${rule.message[language]}`), level: 1 },
            ...(index === 0 ? { under: m.rules } : {}),
          }),
        ),
      ]),
    ]
  }

  const here = partAt(place)
  const labelHere = entries.find((entry) => samePlace(entry.place, place))?.label ?? ''
  const focusHere = () => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus())
  const edit = (edited: Edited, said?: string) => {
    onEdit(edited, said)
    focusHere()
  }
  const add = (part: Part) => edit(added(template, part, place))
  const take = () => here && edit(removed(template, place), m.removedSaid(labelHere))
  const step = (by: -1 | 1) => {
    const at = entries.findIndex((entry) => samePlace(entry.place, place))
    const next = entries[at + by]
    if (!next) return
    onGo(next.place)
    focusHere()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, () => void>> = event.altKey
      ? { ArrowUp: () => edit(moved(template, place, -1)), ArrowDown: () => edit(moved(template, place, 1)) }
      : event.ctrlKey || event.metaKey
        ? { d: () => edit(copied(template, place)) }
        : { ArrowUp: () => step(-1), ArrowDown: () => step(1), Delete: () => take(), Insert: () => add(here?.part ?? 'field') }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <nav className={shared.card} aria-label={m.outline}>
      <div className={shared.line}>
        <Button size="small" onClick={() => add('field')} data-testid="add-column">
          {m.addColumn}
        </Button>
        <Button size="small" onClick={() => add('rule')} data-testid="add-rule">
          {m.addRule}
        </Button>
        <Button size="small" onClick={() => add('header')}>
          {m.addHeader}
        </Button>
        <Button size="small" onClick={() => add('table')}>
          {m.addTable}
        </Button>
      </div>
      <div className={shared.line}>
        <Button size="small" disabledFocusable={!here} onClick={() => edit(moved(template, place, -1))}>
          {m.moveUp}
        </Button>
        <Button size="small" disabledFocusable={!here} onClick={() => edit(moved(template, place, 1))}>
          {m.moveDown}
        </Button>
        <Button size="small" disabledFocusable={!here} onClick={() => edit(copied(template, place))}>
          {m.duplicate}
        </Button>
        <Button size="small" disabledFocusable={!here} onClick={take} data-testid="remove-part">
          {m.remove}
        </Button>
      </div>
      <p className={shared.heading}>{m.outlineHint}</p>
      <ul ref={list} className={mergeClasses(shared.plain, styles.list)} data-testid="outline">
        {entries.map(({ place: to, label, level, under }) => {
          const current = samePlace(to, place)
          const isWrong = wrong.has(to.join('/'))
          return (
            <li key={to.join('/')}>
              {under && <div className={styles.under}>{under}</div>}
              <Button
                appearance="subtle"
                className={mergeClasses(styles.item, level === 1 && styles.inner, current && styles.here)}
                aria-current={current}
                onClick={() => onGo(to)}
                tabIndex={current ? 0 : -1}
                onKeyDown={onKeyDown}
                data-testid={`part-${to.join('-') || 'whole'}`}
              >
                {label}
                {isWrong && <span className={styles.wrong}> ({m.hasProblem})</span>}
              </Button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
