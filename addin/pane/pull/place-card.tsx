// The frame of what is told about the selected row or total: its column by its label, and the address.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { columnName } from '../../../shared/column-name.ts'
import { usePullText } from '../../text/pull-texts.ts'
import type { Known, Place } from './pull-session.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
})

export const agencyNameOf = ({ register }: Known, code: string): string =>
  register.agencies.find((agency) => agency.code === code)?.name ?? code

interface Props {
  readonly title: string
  readonly place: Place
  readonly children: ReactNode
}

export function PlaceCard({ title, place, children }: Props) {
  const { language } = usePullText()
  const styles = useStyles()
  const { field, at } = place
  return (
    <section className={styles.card} aria-label={title} aria-live="polite" data-testid="place-card">
      <Caption1>
        {title} ({at})
      </Caption1>
      {field && <Text size={200}>{columnName(field, language)}</Text>}
      {children}
    </section>
  )
}
