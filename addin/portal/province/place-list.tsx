// What a figure counts, or what a matter is about: agency, report, row, value, each with the
// button that opens the row.
import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components'
import { columnName } from '../../../shared/column-name.ts'
import { showValue } from '../../../shared/field/field.ts'
import { showPeriod } from '../../../shared/period.ts'
import type { FigurePlace } from '../../../shared/wire-province.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import type { Known } from './use-form.ts'

const useStyles = makeStyles({
  // Moved sideways where it is narrow: only what a row is called may be broken anywhere.
  table: { '& th, & td': { overflowWrap: 'normal' } },
  name: { minWidth: '14rem' },
  agency: { minWidth: '9rem' },
  long: { overflowWrap: 'anywhere' },
})

interface Props {
  readonly places: readonly FigurePlace[]
  /** Templates that are at hand; a value of another one is shown as it is kept. */
  readonly known: readonly Known[]
  readonly onOpen: (place: FigurePlace) => void
}

export function PlaceList({ places, known, onOpen }: Props) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  if (places.length === 0) return <Text>{p.countedNone}</Text>
  const fieldOf = ({ template, cell }: FigurePlace) => {
    const own = known.find((one) => one.template.code === template)
    const field = own?.template.tables.find(({ key }) => key === cell?.table)?.fields.find(({ key }) => key === cell?.field)
    return own && field ? { own, field } : null
  }
  const columnOf = (place: FigurePlace) => {
    const found = fieldOf(place)
    return found ? columnName(found.field, language) : (place.cell?.field ?? '')
  }
  const shownIn = (place: FigurePlace) => {
    if (!place.cell) return place.submissionId === null ? p.nothingSent : ''
    const found = fieldOf(place)
    return found ? showValue(found.field.type, place.cell.value, language, found.own) : String(place.cell.value ?? '')
  }
  return (
    <div className={look.scroll}>
      <table className={mergeClasses(look.table, look.labelled, styles.table)} data-testid="place-list">
        <thead>
          <tr>
            {[p.agency, p.period, p.row, p.column, p.value, p.receipt].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {places.map((place, index) => (
            <tr key={`${place.obligationId} ${place.cell?.table}/${place.cell?.rowId}/${place.cell?.field}`}>
              <th scope="row" className={styles.agency}>
                {place.agencyName}
              </th>
              <td className={look.name} data-label={p.period}>
                {showPeriod(place.period, language)}
              </td>
              <td className={styles.name} data-label={p.row}>
                <span className={styles.long}>{place.cell?.name ?? p.wholeReport}</span>
              </td>
              <td data-label={p.column}>{columnOf(place)}</td>
              <td data-label={p.value}>{shownIn(place)}</td>
              <td className={look.name} data-label={p.receipt}>
                {place.receiptNumber ?? ''}
              </td>
              <td>
                {place.submissionId !== null && (
                  <Button
                    size="small"
                    aria-label={p.openRow(`${place.agencyName}, ${place.cell?.name ?? p.wholeReport}`)}
                    onClick={() => onOpen(place)}
                    data-testid={`open-place-${index + 1}`}
                  >
                    {p.open}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
