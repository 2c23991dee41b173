// Several pages in one, chosen by name: the row of names, the heading, the page. Knows none of them.
import { Button, makeStyles, Title2, tokens } from '@fluentui/react-components'
import { type ReactNode, Suspense } from 'react'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  nav: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
})

interface Props<Name extends string> {
  /** Names the row of names to who cannot see it. */
  readonly label: string
  readonly names: readonly Name[]
  readonly titles: Readonly<Record<Name, string>>
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  /** Before the name in the test id of its button. */
  readonly area: string
  readonly children: ReactNode
}

export function NamedPages<Name extends string>({ label, names, titles, chosen, onChoose, area, children }: Props<Name>) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={label}>
        {names.map((one) => (
          <Button
            key={one}
            appearance={one === chosen ? 'primary' : 'subtle'}
            aria-current={one === chosen ? 'page' : undefined}
            onClick={() => onChoose(one)}
            data-testid={`${area}-${one}`}
          >
            {titles[one]}
          </Button>
        ))}
      </nav>
      <Title2 as="h1" className={styles.title}>
        {titles[chosen]}
      </Title2>
      <Suspense fallback={<Spinner label={t.loading} />}>{children}</Suspense>
    </div>
  )
}
