// Bảng công khai: which periods the public sees, and for admins the release and the
// withdrawal of each.
import { Button, Caption1, Link, makeStyles, mergeClasses, Text, Title2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { BoardRelease } from '../../shared/wire-province.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useProvinceText } from '../text/use-province-text.ts'
import { ProblemBar } from './problem-bar.tsx'
import { problemOf } from './problem-of.ts'
import type { ProvincePageProps } from './province-page.ts'
import { useTableStyles } from './table-styles.ts'
import { useLoad } from './use-load.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  card: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export default function BoardPage({ api, province, onEnded, mayRelease }: ProvincePageProps & { mayRelease: boolean }) {
  const t = useProvinceText()
  const { t: common, language } = useText()
  const styles = useStyles()
  const tables = useTableStyles()
  const choices = useLoad('periods', () => api.periods())
  const boards = useLoad('boards', () => province.boards())
  const [doing, setDoing] = useState<{ period: string | null; problem: ApiProblem | null }>({ period: null, problem: null })
  const act = async (period: string, step: () => Promise<unknown>) => {
    setDoing({ period, problem: null })
    try {
      await step()
      setDoing({ period: null, problem: null })
      boards.reload()
    } catch (error) {
      setDoing({ period: null, problem: problemOf(error) })
    }
  }
  const opened = new Map(choices.value?.templates.flatMap(({ periods }) => periods.map((one) => [one.code, one] as const)))
  const newestFirst = [...opened.values()].toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))
  const stateOf = (last: BoardRelease | undefined) => {
    if (!last) return t.notReleased
    if (last.withdrawnAt !== null) return t.withdrawn(showInstant(last.withdrawnAt), last.withdrawnBy ?? '')
    return t.released(showInstant(last.releasedAt), last.releasedBy)
  }
  return (
    <div className={styles.page}>
      <Title2 as="h1" style={{ margin: 0 }}>
        {t.boardTitle}
      </Title2>
      <Text>
        {t.boardHint}{' '}
        <Link href="/board" target="_blank" inline>
          {t.boardOpen}
        </Link>
      </Text>
      <ProblemBar problem={choices.problem ?? boards.problem ?? doing.problem} onRetry={boards.reload} onEnded={onEnded} />
      {!boards.value && boards.loading && <Spinner label={common.loading} />}
      {boards.value && (
        <div className={`${tables.scroll} ${styles.card}`}>
          <table className={mergeClasses(tables.table, tables.cards)} data-testid="board-table">
            <thead>
              <tr>
                <th scope="col">{common.period}</th>
                <th scope="col">{t.boardState}</th>
                {mayRelease && <th scope="col">{t.actions}</th>}
              </tr>
            </thead>
            <tbody>
              {newestFirst.map(({ code, title }) => {
                const last = boards.value?.find(({ period }) => period === code)
                const stands = last !== undefined && last.withdrawnAt === null
                const action = stands ? t.releaseAgain : t.release
                return (
                  <tr key={code} data-testid={`board-${code}`}>
                    <th scope="row">
                      {stands ? (
                        <Link href={`/board/${code}`} target="_blank">
                          {title[language]}
                        </Link>
                      ) : (
                        title[language]
                      )}
                    </th>
                    <td>
                      <Caption1>{stateOf(last)}</Caption1>
                    </td>
                    {mayRelease && (
                      <td>
                        <div className={styles.actions}>
                          <Button
                            disabled={doing.period !== null}
                            aria-label={t.releaseOf(action, title[language])}
                            onClick={() => void act(code, () => province.releaseBoard(code))}
                            data-testid={`release-${code}`}
                          >
                            {action}
                          </Button>
                          {stands && (
                            <Button
                              appearance="subtle"
                              disabled={doing.period !== null}
                              aria-label={t.releaseOf(t.withdraw, title[language])}
                              onClick={() => void act(code, () => province.withdrawBoard(code))}
                              data-testid={`withdraw-${code}`}
                            >
                              {t.withdraw}
                            </Button>
                          )}
                        </div>
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
