// The way from a line of what to improve to its rule or column in the template; where the
// newest version has it no more there is none.
import { Button } from '@fluentui/react-components'
import { useImproveText } from '../../text/improve-texts.ts'

export interface Leads {
  readonly onTemplate: (code: string, place: readonly (string | number)[]) => void
  readonly onReport: (obligation: string) => void
}

interface Props {
  readonly template: string
  readonly name: string
  readonly place: readonly (string | number)[]
  readonly onTemplate: Leads['onTemplate']
}

export function ImproveLead({ template, name, place, onTemplate }: Props) {
  const { i } = useImproveText()
  if (place.length === 0) return null
  return (
    <Button size="small" aria-label={i.openOf(name, template)} onClick={() => onTemplate(template, place)} data-testid="improve-open">
      {i.open}
    </Button>
  )
}
