// What a total counts: the agencies whose rows it adds, with the share of each and the way to its rows.
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { address, parseRange } from '../../../shared/a1.ts'
import { showValue } from '../../../shared/field/field.ts'
import { usePullText } from '../../text/pull-texts.ts'
import { agencyNameOf, PlaceCard } from './place-card.tsx'
import type { PlaceOfTotal, PullEvent } from './pull-session.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxHeight: '20rem', overflowY: 'auto' },
  share: { justifyContent: 'start', textAlign: 'left', width: '100%', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
})

interface Props {
  readonly place: PlaceOfTotal
  readonly dispatch: (event: PullEvent) => void
}

export function TotalPlace({ place, dispatch }: Props) {
  const { language, p } = usePullText()
  const styles = useStyles()
  const { shares, field, known, sheet, at } = place
  const column = parseRange(at.split(',')[0] ?? '')?.from.column ?? 0
  const shown = (value: typeof shares.value) => (field ? showValue(field.type, value, language, known) : '')
  const percentOf = (percent: number) => (language === 'vi' ? String(percent).replace('.', ',') : String(percent))
  const value = shown(shares.value)
  return (
    <PlaceCard title={p.totalTitle} place={place}>
      <Text weight="semibold" data-testid="total-value">
        {[value, p.shareAll(shares.rows, shares.agencies.length)].filter(Boolean).join(' · ')}
      </Text>
      {value === '' && <Caption1>{p.shareNoSum}</Caption1>}
      <ol className={styles.list} aria-label={p.totalTitle}>
        {shares.agencies.map(({ agency, rows, at: row, value: own, percent }) => (
          <li key={agency}>
            <Button
              appearance="subtle"
              className={styles.share}
              onClick={() => dispatch({ type: 'jump-asked', sheet, cell: address(row, column) })}
              data-testid={`share-${agency}`}
            >
              {[agencyNameOf(known, agency), percent === null ? shown(own) : p.shareLine(shown(own), percentOf(percent)), p.shareRows(rows)]
                .filter(Boolean)
                .join(' · ')}
            </Button>
          </li>
        ))}
      </ol>
    </PlaceCard>
  )
}
