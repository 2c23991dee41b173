// Something that is opened and closed under its title; the title is large enough for a finger.
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  title: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalSNudge, minHeight: '24px' },
})

interface Props {
  readonly title: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}

export function Folded({ title, open = false, children }: Props) {
  const styles = useStyles()
  return (
    <details open={open}>
      <summary className={styles.title}>{title}</summary>
      {children}
    </details>
  )
}
