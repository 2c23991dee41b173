// One table of the quarterly report: the columns of its template, every counted figure a
// button. Knows nothing of how figures are counted.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { showValue } from '../../../shared/field/field.ts'
import { figureId, TOTAL_ROW } from '../../../shared/quarter/ledger.ts'
import type { Field, Table } from '../../../shared/template.ts'
import type { QuarterlySummary, SummaryRow } from '../../../shared/wire-province.ts'
import { QUARTER_TEXTS, useQuarterText } from '../../text/quarter-texts.ts'
import { useTableStyles } from '../table-styles.ts'
import type { Known } from './use-form.ts'

export interface Figure {
  readonly id: string
  readonly name: Bilingual
  readonly shown: Bilingual
}

/** What opens is seen without trying. */
const PRESSABLE = { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: '3px' } as const

const useStyles = makeStyles({
  figure: {
    minWidth: '32px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    ...PRESSABLE,
  },
  card: { backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow2 },
  table: {
    fontSize: tokens.fontSizeBase200,
    '& thead th': { whiteSpace: 'normal', verticalAlign: 'bottom', minWidth: '4rem' },
    '& thead th[data-wide]': { minWidth: '14rem' },
    // A word or a code is never broken where the table can be moved sideways.
    '& th, & td': { overflowWrap: 'normal' },
    '& tbody th, & tbody td, & tfoot th, & tfoot td': { verticalAlign: 'middle' },
    '& [data-number]': { textAlign: 'right' },
    // The figure stands under the title of its column, not the frame of its button.
    '& [data-number] button': { justifyContent: 'flex-end', marginRight: `calc(-1 * ${tokens.spacingHorizontalXS} - 1px)` },
    '& td:not([data-number]) button': { justifyContent: 'flex-start', marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS} - 1px)` },
    '& tr > :first-child': { position: 'sticky', left: 0, backgroundColor: tokens.colorNeutralBackground1 },
  },
})

interface Props {
  readonly table: Table
  readonly counted: QuarterlySummary['tables'][number]
  readonly names: Known
  readonly onFigure: (figure: Figure) => void
}

/** Columns that hold names and sentences, in characters of the sheet. */
const WIDE = 30

/** An attribute that is there or not. */
const marked = (holds: boolean): '' | undefined => (holds ? '' : undefined)

const isNumber = ({ type }: Field): boolean => ['integer', 'decimal', 'money', 'percent'].includes(type.kind)

export function SummaryTable({ table, counted, names, onFigure }: Props) {
  const { p, language } = useQuarterText()
  const look = useTableStyles()
  const styles = useStyles()
  const fields = table.fields.filter(({ type }) => type.kind !== 'sequence')
  const [first] = fields
  const showIn = (field: Field, row: SummaryRow): Bilingual => {
    const value = row.values[field.key] ?? null
    return { vi: showValue(field.type, value, 'vi', names), en: showValue(field.type, value, 'en', names) }
  }
  const nameIn = (field: Field, row: SummaryRow): Bilingual => {
    const { vi, en } = first ? showIn(first, row) : { vi: row.id, en: row.id }
    return { vi: `${vi} – ${field.title.vi}`, en: `${en} – ${field.title.en}` }
  }
  return (
    <div className={`${look.scroll} ${styles.card}`}>
      <table className={mergeClasses(look.table, styles.table)} data-testid={`summary-${counted.key}`}>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.key} scope="col" data-number={marked(isNumber(field))} data-wide={marked(field.width >= WIDE)}>
                {field.title[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.rows.map((row) => (
            <tr key={row.id} data-testid={`summary-row-${row.id}`}>
              {fields.map((field) => {
                const both = showIn(field, row)
                const shown = both[language]
                const id = figureId(counted.key, row.id, field.key)
                const name = nameIn(field, row)
                if (field === first)
                  return (
                    <th key={field.key} scope="row">
                      {shown}
                    </th>
                  )
                return (
                  <td key={field.key} data-number={marked(isNumber(field))}>
                    {field.key in row.counts && shown !== '' ? (
                      <FigureButton figure={{ id, name, shown: both }} onFigure={onFigure} />
                    ) : (
                      shown
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {Object.keys(counted.totals).length > 0 && (
          <tfoot>
            <tr>
              {fields.map((field) =>
                field === first ? (
                  <th key={field.key} scope="row">
                    {p.total}
                  </th>
                ) : (
                  <td key={field.key} data-number={marked(isNumber(field))} data-testid={`total-${counted.key}-${field.key}`}>
                    {isNumber(field) && <Total field={field} {...{ counted, names, onFigure }} />}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** The total of a column, which opens what all its rows count. */
function Total({ field, counted, names, onFigure }: Omit<Props, 'table'> & { readonly field: Field }) {
  const { language } = useQuarterText()
  const value = counted.totals[field.key] ?? null
  const shown: Bilingual = { vi: showValue(field.type, value, 'vi', names), en: showValue(field.type, value, 'en', names) }
  if (shown[language] === '' || !counted.rows.some(({ counts }) => field.key in counts)) return shown[language]
  const name = { vi: `${QUARTER_TEXTS.vi.total} – ${field.title.vi}`, en: `${QUARTER_TEXTS.en.total} – ${field.title.en}` }
  return <FigureButton figure={{ id: figureId(counted.key, TOTAL_ROW, field.key), name, shown }} onFigure={onFigure} />
}

function FigureButton({ figure, onFigure }: { readonly figure: Figure } & Pick<Props, 'onFigure'>) {
  const { p, language } = useQuarterText()
  const styles = useStyles()
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.figure}
      aria-label={p.figureButton(figure.name[language], figure.shown[language])}
      data-figure={figure.id}
      onClick={() => onFigure(figure)}
    >
      {figure.shown[language]}
    </Button>
  )
}
