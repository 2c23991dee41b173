// From a draft to a version, step by step: checked, tried, its changes in words, published; below
// the versions there are, each with the way out of use.
import { Button, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import { type ReactNode, useMemo, useState } from 'react'
import { checkTemplate } from '../../../shared/check-template.ts'
import { showPeriod } from '../../../shared/period.ts'
import { templateDifference } from '../../../shared/template-edit/template-difference.ts'
import { keepsFromTrying } from '../../../shared/trial/keeps-from-trying.ts'
import type { TemplateDraft, TemplateSurroundings, TemplateView } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { Notice } from '../../components/notice.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useLoad } from '../use-load.ts'
import type { Place } from './place.ts'
import { ProblemList } from './problem-list.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { useTemplateStyles } from './template-styles.ts'
import { TrialPanel } from './trial-panel.tsx'
import { useTrial } from './use-trial.ts'
import { VersionsPanel } from './versions-panel.tsx'

interface Props {
  readonly api: TemplateApi
  readonly surroundings: TemplateSurroundings
  readonly view: TemplateView
  readonly onEdit: (place: Place) => void
  /** Versions or drafts are no longer as they were shown. */
  readonly onChanged: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function TemplateLife({ api, surroundings, view, onEdit, onChanged, onEnded }: Props) {
  const { language, t, m } = useTemplateText()
  const styles = useTemplateStyles()
  const draft = useLoad(`${view.code} ${view.draft?.etag ?? ''}`, () => api.draft(view.code))
  const [published, setPublished] = useState<{ version: number; from: string } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const download = async (ending: 'xlsx' | 'json') => {
    try {
      setProblem(null)
      saveFile(await api.draftFile(view.code, ending), `${view.code}-nhap.${ending}`)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <div className={styles.page}>
      <Title3 as="h2" className={styles.heading}>
        {m.lifeTitle(view.code)}
      </Title3>
      <div className={styles.line}>
        <Button onClick={() => onEdit([])} data-testid="life-edit">
          {view.draft ? m.edit : m.editNew}
        </Button>
        {draft.value &&
          (['xlsx', 'json'] as const).map((ending) => (
            <Button key={ending} onClick={() => void download(ending)} data-testid={`draft-${ending}`}>
              {m.downloadDraft[ending]}
            </Button>
          ))}
        {draft.value && <Discard api={api} draft={draft.value} onDone={onChanged} />}
      </div>
      <ProblemBar problem={draft.problem ?? problem} onRetry={draft.reload} onEnded={onEnded} />
      {published !== null && (
        <Notice tone="success" testId="published">
          {m.published(published.version, showPeriod(published.from, language))}
        </Notice>
      )}
      {draft.loading && <Spinner label={t.loading} />}
      {!draft.loading && !draft.value && <Text>{m.noDraftToPublish}</Text>}
      {draft.value && (
        <DraftSteps
          key={draft.value.etag}
          {...{ api, surroundings, view, onEdit }}
          draft={draft.value}
          onPublished={(version, from) => {
            setPublished({ version, from })
            onChanged()
          }}
        />
      )}
      {view.versions.length > 0 && (
        <Step title={m.steps.versions}>
          <VersionsPanel {...{ api, view, onChanged }} />
        </Step>
      )}
    </div>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useTemplateStyles()
  return (
    <section className={styles.card} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  )
}

interface StepsProps extends Pick<Props, 'api' | 'surroundings' | 'view' | 'onEdit'> {
  readonly draft: TemplateDraft
  readonly onPublished: (version: number, from: string) => void
}

function DraftSteps({ api, surroundings, view, draft, onEdit, onPublished }: StepsProps) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const { template, basedOn } = draft
  const refusals = useMemo(() => checkTemplate(template, surroundings.plan, surroundings), [template, surroundings])
  const tried = useTrial(api, basedOn?.code ?? (view.versions.length > 0 ? view.code : null), null)
  const before = surroundings.templates.find(({ code }) => code === view.code)
  const changes = useMemo(() => (before ? templateDifference(before, template) : []), [before, template])
  return (
    <>
      <Step title={m.steps.check}>
        <Text data-testid="check-outcome">{refusals.length === 0 ? m.checkFine : m.checkWrong(refusals.length)}</Text>
        {refusals.length > 0 && <ProblemList template={template} refusals={refusals} onGo={onEdit} />}
      </Step>
      <Step title={m.steps.try}>
        {refusals.some(keepsFromTrying) ? <Text>{m.tryNotYet}</Text> : <TrialPanel {...{ template, surroundings, tried }} />}
      </Step>
      <Step title={m.steps.differ}>
        <Text>{before ? (changes.length === 0 ? m.differNone : m.differLead(before.version)) : m.differNew}</Text>
        {changes.length > 0 && (
          <ul className={styles.list} data-testid="changes">
            {changes.map((change) => (
              <li key={change.vi}>{change[language]}</li>
            ))}
          </ul>
        )}
      </Step>
      <Step title={m.steps.publish}>
        <PublishPanel {...{ api, surroundings, view, draft, onPublished }} mayPublish={refusals.length === 0} />
      </Step>
    </>
  )
}

interface DiscardProps {
  readonly api: TemplateApi
  readonly draft: TemplateDraft
  readonly onDone: () => void
}

/** Asked once more: a draft is not brought back. */
function Discard({ api, draft, onDone }: DiscardProps) {
  const { m } = useTemplateText()
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const discard = async () => {
    try {
      await api.discardDraft(draft.template.code, draft.etag)
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  if (!asked)
    return (
      <Button appearance="subtle" onClick={() => setAsked(true)} data-testid="discard">
        {m.discard}
      </Button>
    )
  return (
    <>
      <Text role="alert">{m.discardSure}</Text>
      <Button onClick={() => void discard()} data-testid="discard-yes">
        {m.discardYes}
      </Button>
      <Button onClick={() => setAsked(false)}>{m.keep}</Button>
      <ProblemBar problem={problem} />
    </>
  )
}
