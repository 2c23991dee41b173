// What a total counts: the agencies whose rows it adds, with the share of each.
import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { showValue } from '../../../shared/field/field.ts'
import { usePullText } from '../../text/pull-texts.ts'
import { agencyNameOf, PlaceCard } from './place-card.tsx'
import type { PlaceOfTotal } from './pull-session.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxHeight: '20rem', overflowY: 'auto' },
})

export function TotalPlace({ place }: { place: PlaceOfTotal }) {
  const { language, p } = usePullText()
  const styles = useStyles()
  const { shares, field, known } = place
  const shown = (value: typeof shares.value) => (field ? showValue(field.type, value, language, known) : '')
  const percentOf = (percent: number) => (language === 'vi' ? String(percent).replace('.', ',') : String(percent))
  const value = shown(shares.value)
  return (
    <PlaceCard title={p.totalTitle} place={place}>
      <Text weight="semibold" data-testid="total-value">
        {[value, p.shareAll(shares.rows, shares.agencies.length)].filter(Boolean).join(' · ')}
      </Text>
      {value === '' && <Caption1>{p.shareNoSum}</Caption1>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <ol className={styles.list} tabIndex={0} aria-label={p.totalTitle}>
        {shares.agencies.map(({ agency, rows, value: own, percent }) => (
          <li key={agency} data-testid={`share-${agency}`}>
            <Text size={200}>
              {agencyNameOf(known, agency)}:{' '}
              {[shown(own) && (percent === null ? shown(own) : p.shareLine(shown(own), percentOf(percent))), p.shareRows(rows)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ol>
    </PlaceCard>
  )
}
