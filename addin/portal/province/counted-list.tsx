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
import { usePages } from '../use-pages.ts'
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
  const { t, p, language } = useQuarterText()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { pages, problem, loading, reload, unread, more } = usePages(figure.id, (after) =>
    api.figure(chosen.template, chosen.period, figure.id, after),
  )
  const latest = pages.at(-1)
  const places = pages.flatMap((page) => page.places)
  const [first] = places
  const known = useForm(api, first?.template ?? null, first?.period ?? null)
  return (
    <div className={styles.page}>
      <Button className={styles.back} icon={<ArrowLeft20Regular />} onClick={onBack} data-testid="list-back">
        {p.back}
      </Button>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {p.countedTitle(`${figure.name[language]} = ${figure.shown[language]}`)}
      </h2>
      {latest && (
        <>
          <Caption1 data-testid="counted-many">{p.countedMany(latest.count)}</Caption1>
          <PlaceList places={places} known={known.value ? [known.value] : []} onOpen={onOpen} />
        </>
      )}
      <ProblemBar problem={problem} onRetry={latest ? more : reload} onEnded={onEnded} />
      {loading && <Spinner label={t.loading} />}
      {unread && !loading && (
        <Button className={styles.back} onClick={more} data-testid="counted-more">
          {p.reconcileFurther}
        </Button>
      )}
    </div>
  )
}
