// Sorts the rows around the selected cell by its column: Excel refuses it over
// locked cells, and sorting a part of the columns would tear rows apart.
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { ScreenProps } from './screen-props.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

export function SortRows({ session, dispatch }: Pick<ScreenProps, 'session' | 'dispatch'>) {
  const { language } = useText()
  const styles = useStyles()
  const words = WORK_TEXTS[language]
  const { work, busy } = session
  const table = work?.form?.template.tables.find(({ key }) => key === work.place?.table)
  const field = table?.fields.find(({ key }) => key === work?.place?.field)
  if (!field) return null
  const button = (descending: boolean, label: string, testId: string) => (
    <Button
      size="small"
      disabledFocusable={busy !== null}
      onClick={() => dispatch({ type: 'sort-asked', descending })}
      data-testid={testId}
    >
      {label}
    </Button>
  )
  return (
    <>
      <Caption1>{busy === 'sorting' ? words.sorting : words.sortHint(field.title[language])}</Caption1>
      <div className={styles.row}>
        {button(false, words.sortUp, 'sort-up')}
        {button(true, words.sortDown, 'sort-down')}
      </div>
    </>
  )
}
