// Publishing a draft: from which period it is used, said beside what that does to periods that
// are open, and the one button that cannot be taken back.
import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { periodsOf, showPeriod } from '../../../shared/period.ts'
import type { TemplateDraft, TemplateSurroundings, TemplateView } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { problemOf } from '../problem-of.ts'
import { useTemplateStyles } from './template-styles.ts'
import { ChoiceBox } from './value-boxes.tsx'

interface Props {
  readonly api: TemplateApi
  readonly surroundings: TemplateSurroundings
  readonly view: TemplateView
  readonly draft: TemplateDraft
  readonly mayPublish: boolean
  readonly onPublished: (version: number, from: string) => void
}

export function PublishPanel({ api, surroundings, view, draft, mayPublish, onPublished }: Props) {
  const { language, m } = useTemplateText()
  const styles = useTemplateStyles()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const opened = new Set(view.versions.flatMap(({ periods }) => periods))
  const { year } = surroundings.plan
  const periods = [year, year + 1].flatMap((one) => periodsOf(draft.template.regime.frequency, one))
  // The first that comes after all that are open.
  const firstFree = periods[periods.findLastIndex((period) => opened.has(period)) + 1] ?? periods[0]!
  const [from, setFrom] = useState(firstFree)
  const next = (view.versions[0]?.version ?? 0) + 1
  const publish = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const after = await api.publish(view.code, { etag: draft.etag, effectiveFrom: from })
      onPublished(after.versions[0]?.version ?? next, from)
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <Text>{m.publishLead}</Text>
      <div className={styles.line}>
        <ChoiceBox
          label={m.effectiveFrom}
          value={from}
          options={periods.map((period) => ({
            value: period,
            label: `${showPeriod(period, language)}${opened.has(period) ? ` (${m.opened})` : ''}`,
          }))}
          onChange={setFrom}
          name="publish-from"
        />
        <Button appearance="primary" disabledFocusable={!mayPublish || busy} onClick={() => void publish()} data-testid="publish">
          {m.publish(next)}
        </Button>
      </div>
      {!mayPublish && <Text>{m.publishWait}</Text>}
      <ProblemBar problem={problem} />
    </>
  )
}
