// What the pane's page shows where there is no workbook beside it.
import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components'
import { TopBar } from '../components/top-bar.tsx'
import { useText } from '../text/language.tsx'

const useStyles = makeStyles({
  page: { minHeight: '100vh' },
  main: {
    maxWidth: '36rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
})

export function OutsideExcel({ why }: { why: 'elsewhere' | 'no-library' }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <TopBar title={t.product} clock={null} free={36} />
      <main className={styles.main} data-testid="outside-excel">
        <Title2 as="h1" style={{ margin: 0 }}>
          {why === 'elsewhere' ? t.openInExcel : t.officeMissing}
        </Title2>
        <Text>{why === 'elsewhere' ? t.openInExcelText : t.officeMissingText}</Text>
        <a href="/portal.html">{t.toPortal}</a>
        <a href="/sandbox.html">{t.toSandbox}</a>
      </main>
    </div>
  )
}
