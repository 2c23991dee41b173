// The workshop: at the left the parts of the template, beside them the form of the part that is
// chosen, below what must be mended and the sheet as it will look.
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useDeferredValue, useMemo, useReducer, useState } from 'react'
import { checkTemplate } from '../../../shared/check-template.ts'
import { FIRST_COLUMN } from '../../../shared/sheet/geometry.ts'
import { sampleSheet } from '../../../shared/trial/sample-sheet.ts'
import type { TemplateDraft, TemplateSurroundings } from '../../../shared/wire-templates.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { edited, opened } from './editing.ts'
import { FieldForm } from './field-form.tsx'
import { HeaderForm } from './header-form.tsx'
import { KeepingBar } from './keeping-bar.tsx'
import type { Workshop } from './part-form.ts'
import type { Place } from './place.ts'
import { ProblemList } from './problem-list.tsx'
import { RegimeForm } from './regime-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { TableForm } from './table-form.tsx'
import { type Edited, partAt } from './template-edits.ts'
import { TemplateOutline } from './template-outline.tsx'
import { useTemplateStyles } from './template-styles.ts'
import { useTemplateDraft } from './use-template-draft.ts'
import { WholeForm } from './whole-form.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 60rem)': { gridTemplateColumns: '21rem minmax(0, 1fr)' },
  },
})

/** What a draft begins with: as the server has it, or what will be the first save of it. */
export interface Beginning {
  readonly draft: TemplateDraft | null
  readonly template: TemplateDraft['template']
  readonly basedOn: TemplateDraft['basedOn']
  /** Where one is at first. */
  readonly place: Place
}

interface Props {
  readonly api: TemplateApi
  readonly surroundings: TemplateSurroundings
  readonly beginning: Beginning
  readonly onLife: () => void
  readonly onBack: () => void
}

const NO_DATA: ReadonlyMap<string, string> = new Map()

export function TemplateEditor({ api, surroundings, beginning, onLife, onBack }: Props) {
  const { m } = useTemplateText()
  const styles = useStyles()
  const shared = useTemplateStyles()
  const [state, dispatch] = useReducer(edited, beginning, ({ template, place }) => edited(opened(template), { do: 'go', place }))
  const { template, place, past, future } = state
  const keeper = useTemplateDraft(api, beginning.draft, beginning.basedOn, template)
  const [said, setSaid] = useState('')

  // Judged and drawn when there is time for it: typing goes first.
  const calm = useDeferredValue(template)
  const refusals = useMemo(() => checkTemplate(calm, surroundings.plan, surroundings), [calm, surroundings])
  const sample = useMemo(() => sampleSheet(calm, surroundings, refusals), [calm, surroundings, refusals])

  const workshop: Workshop = {
    ...{ api, surroundings, template, refusals, data: sample?.data ?? NO_DATA },
    triedOn: beginning.basedOn?.code ?? null,
    onChange: (changed, typing) =>
      dispatch({ do: 'change', template: changed, ...(typing === undefined ? {} : { typing: `${place.join('/')} ${typing}` }) }),
  }
  const go = (to: Place) => dispatch({ do: 'go', place: to })
  const edit = (done: Edited, what = '') => {
    setSaid(what)
    dispatch({ do: 'change', ...done })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    dispatch({ do: key === 'y' || event.shiftKey ? 'redo' : 'undo' })
  }
  /** Not before what was done is kept; where nothing was done there is nothing to keep. */
  const leave = async (then: () => void) => {
    if ((past.length === 0 && future.length === 0) || (await keeper.save())) then()
  }
  const takeTheirs = () => {
    const theirs = keeper.takeTheirs()
    if (theirs) dispatch({ do: 'open', template: theirs.template })
  }

  const here = partAt(place)
  const column = here?.part === 'field' ? FIRST_COLUMN + here.at : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo is heard wherever one is in the workshop
    <div className={shared.page} onKeyDown={onKeyDown}>
      <div className={shared.line}>
        <Button appearance="subtle" onClick={() => void leave(onBack)} data-testid="templates-back">
          {m.back}
        </Button>
        <Button onClick={() => dispatch({ do: 'undo' })} disabledFocusable={past.length === 0} data-testid="undo">
          {m.undo}
        </Button>
        <Button onClick={() => dispatch({ do: 'redo' })} disabledFocusable={future.length === 0} data-testid="redo">
          {m.redo}
        </Button>
        <Button appearance="primary" onClick={() => void leave(onLife)} data-testid="to-life">
          {m.toLife}
        </Button>
        <KeepingBar keeper={keeper} template={template} onTheirs={takeTheirs} />
      </div>
      <div role="status">{said}</div>
      <div className={styles.columns}>
        <TemplateOutline template={template} place={place} refusals={refusals} onGo={go} onEdit={edit} />
        <div className={shared.page}>
          <section className={shared.card} aria-label={m.form} data-testid="part-form">
            {place.length === 0 && <WholeForm {...workshop} />}
            {place[0] === 'regime' && <RegimeForm {...workshop} />}
            {here?.part === 'header' && <HeaderForm key={here.at} {...workshop} at={here.at} />}
            {here?.part === 'table' && <TableForm key={here.at} {...workshop} at={here.at} />}
            {here?.part === 'field' && <FieldForm key={`${here.table}/${here.at}`} {...workshop} table={here.table} at={here.at} />}
            {here?.part === 'rule' && <RuleForm key={`${here.table}/${here.at}`} {...workshop} table={here.table} at={here.at} />}
          </section>
          <ProblemList template={calm} refusals={refusals} onGo={go} onChange={workshop.onChange} />
        </div>
      </div>
      <div className={shared.card}>
        <Subtitle2 as="h2" className={shared.heading}>
          {m.preview}
        </Subtitle2>
        <div>{sample ? m.previewLead : m.previewNone}</div>
        {sample && <SheetPreview sheet={sample.sheet} column={column} />}
      </div>
    </div>
  )
}
