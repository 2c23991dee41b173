// The list of what could stand where somebody is typing in a formula. The focus stays in the
// box: the list is walked by the keys of the box, or chosen from with the mouse.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTemplateText } from '../../text/template-texts.ts'
import type { Offer } from './formula-completion.ts'

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 5,
    top: '100%',
    left: 0,
    minWidth: 'min(24rem, 100%)',
    maxWidth: '100%',
    maxHeight: '16rem',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  none: { display: 'none' },
  offer: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '28px',
    cursor: 'pointer',
  },
  chosen: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, outline: '1px solid transparent' },
  said: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

interface Props {
  readonly id: string
  readonly offers: readonly Offer[]
  readonly chosen: number
  readonly onTake: (offer: Offer) => void
}

export function FormulaOffers({ id, offers, chosen, onTake }: Props) {
  const { m } = useTemplateText()
  const styles = useStyles()
  return (
    <>
      <div className={styles.said} role="status">
        {offers.length > 0 && m.formula.offered(offers.length)}
      </div>
      <div
        id={id}
        role="listbox"
        aria-label={m.formula.offers}
        className={mergeClasses(styles.list, offers.length === 0 && styles.none)}
        data-testid="formula-offers"
      >
        {offers.map((offer, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the option that is active
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
          <div
            key={offer.insert}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            className={mergeClasses(styles.offer, at === chosen && styles.chosen)}
            // The box keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <span>{offer.label}</span>
            <span>{offer.kind === 'function' ? offer.detail : `${offer.detail} ${m.formula.offerKinds[offer.kind]}`}</span>
          </div>
        ))}
      </div>
    </>
  )
}
