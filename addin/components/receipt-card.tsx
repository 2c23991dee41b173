// A receipt: what proves that a report was submitted. Can be copied and printed.
import { Button, Caption1, makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useState } from 'react'
import { showPeriod } from '../../shared/period.ts'
import type { Receipt } from '../../shared/wire.ts'
import { useText } from '../text/language.tsx'
import { showInstant } from '../text/moment.ts'
import { useReviewText } from '../text/use-review-text.ts'
import { WORK_TEXTS } from '../text/work-texts.ts'
import { printPage } from './print-page.ts'
import { receiptPage } from './receipt-page.ts'
import { saveFile } from './save-file.ts'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', color: tokens.colorPaletteGreenForeground1 },
  title: { margin: 0, color: tokens.colorNeutralForeground1 },
  number: {
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorBrandBackground2,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
  },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  hash: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    margin: 0,
    gridColumn: '1 / -1',
  },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap', '@media print': { display: 'none' } },
})

export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { t, language } = useText()
  const r = useReviewText()
  const words = WORK_TEXTS[language]
  const styles = useStyles()
  const [copied, setCopied] = useState(false)
  const waits = receipt.signature === null
  const facts: [string, string][] = [
    [
      t.receiptTime,
      waits ? showInstant(receipt.submittedAt) : `${showInstant(receipt.submittedAt)} · ${receipt.late ? t.receiptLate : t.receiptOnTime}`,
    ],
    ...(receipt.signature ? [[r.receiptSigned, `${showInstant(receipt.signature.at)} · ${receipt.signature.by}`] as [string, string]] : []),
    [t.agency, receipt.agencyName],
    [t.receiptTemplate, `${receipt.template} · ${receipt.templateTitle}`],
    [t.period, showPeriod(receipt.period, language)],
    [t.receiptSequence, String(receipt.sequence)],
    [t.receiptRows, String(receipt.rowCount)],
    [t.receiptBy, receipt.submittedBy],
  ]
  const copy = async () => {
    const lines = [[t.receiptNumber, receipt.number], ...facts, [t.receiptHash, receipt.contentHash]]
    await copyText(lines.map(([term, value]) => `${term}: ${value}`).join('\n'))
    setCopied(true)
  }
  /** As it is printed: A4, alone on its page. */
  const page = () =>
    receiptPage(language, waits ? r.receiptWaits : null, receipt, [
      ...facts,
      [t.receiptHash, receipt.contentHash],
      [words.receiptPage.event, receipt.eventHash],
      [words.receiptPage.previous, receipt.previousEventHash],
    ])
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <CheckmarkCircle24Filled aria-hidden />
        <Title3 as="h1" className={styles.title} tabIndex={-1} role="status">
          {waits ? r.receiptWaits : t.receiptTitle}
        </Title3>
      </div>
      <div className={styles.number}>
        <Caption1>{t.receiptNumber}</Caption1>
        <Text size={600} weight="bold" data-testid="receipt-number">
          {receipt.number}
        </Text>
      </div>
      <Text size={200}>{waits ? r.receiptWaitsLead : t.receiptLead}</Text>
      <dl className={styles.list}>
        {facts.map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
        <dt className={styles.term} style={{ gridColumn: '1 / -1' }}>
          {t.receiptHash}
        </dt>
        <dd className={styles.hash} data-testid="receipt-hash">
          {receipt.contentHash}
        </dd>
      </dl>
      <div className={styles.actions}>
        <Button icon={<Copy20Regular />} onClick={() => void copy()} data-testid="receipt-copy">
          <span aria-live="polite">{copied ? t.copied : t.copy}</span>
        </Button>
        <Button icon={<Print20Regular />} onClick={() => printPage(page())} data-testid="receipt-print">
          {t.print}
        </Button>
        <Button
          icon={<ArrowDownload20Regular />}
          onClick={() => saveFile(new Blob([page()], { type: 'text/html' }), words.receiptPage.file(receipt.number))}
          data-testid="receipt-save"
        >
          {words.receiptSave}
        </Button>
      </div>
    </article>
  )
}

/** Inside Office the clipboard may be forbidden to frames; selecting a text and copying it still works. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
}
