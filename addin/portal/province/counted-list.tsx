// The list of what one figure of the quarterly report counts.
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useEffect, useRef } from 'react'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { QuarterApi } from '../../api/quarter-api.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { Chosen } from './period-choice.tsx'
import { PlaceList } from './place-list.tsx'
import type { Figure } from './summary-table.tsx'
import { useForm } from './use-form.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  back: { alignSelf: 'start' },
  title: { margin: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase500 },
})

interface Props {
  readonly api: QuarterApi
  readonly chosen: Chosen
  readonly figure: Figure
  readonly onBack: () => void
  readonly onOpen: (place: FigurePlace) => void
  readonly onEnded: (problem: ApiProblem) => void
}

export function CountedList({ api, chosen, figure, onBack, onOpen, onEnded }: Props) {
  const { t, p } = useQuarterText()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const trace = useLoad(figure.id, () => api.figure(chosen.template, chosen.period, figure.id))
  const [first] = trace.value?.places ?? []
  const known = useForm(api, first?.template ?? null, first?.period ?? null)
  return (
    <div className={styles.page}>
      <Button className={styles.back} icon={<ArrowLeft20Regular />} onClick={onBack} data-testid="list-back">
        {p.back}
      </Button>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {p.countedTitle(`${figure.name} = ${figure.shown}`)}
      </h2>
      <ProblemBar problem={trace.problem} onRetry={trace.reload} onEnded={onEnded} />
      {trace.loading && <Spinner label={t.loading} />}
      {trace.value && (
        <>
          <Caption1 data-testid="counted-many">{p.countedMany(trace.value.places.length)}</Caption1>
          <PlaceList places={trace.value.places} known={known.value ? [known.value] : []} onOpen={onOpen} />
        </>
      )}
    </div>
  )
}
