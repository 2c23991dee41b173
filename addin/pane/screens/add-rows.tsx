// More blank rows for a table that the filer fills herself: a protected sheet takes
// no paste beyond the rows that are ready.
import { Button } from '@fluentui/react-components'
import { useText } from '../../text/language.tsx'
import { WORK_TEXTS } from '../../text/work-texts.ts'
import type { Session } from '../session.ts'
import type { ScreenProps } from './screen-props.ts'

const COUNT = 50

/** The table in which the person stands, else the first that takes rows. */
function tableFor({ work }: Session): string | null {
  const open = (work?.form?.template.tables ?? []).filter(({ rows }) => rows.source !== 'carried')
  return (open.find(({ key }) => key === work?.place?.table) ?? open[0])?.key ?? null
}

export function AddRows({ session, dispatch }: Pick<ScreenProps, 'session' | 'dispatch'>) {
  const { language } = useText()
  const words = WORK_TEXTS[language]
  const table = tableFor(session)
  if (table === null || !session.work?.sheet) return null
  return (
    <Button
      appearance="subtle"
      disabled={session.busy !== null}
      onClick={() => dispatch({ type: 'rows-asked', table, count: COUNT })}
      data-testid="add-rows"
    >
      {session.busy === 'adding-rows' ? words.addingRows : words.addRows(COUNT)}
    </Button>
  )
}
