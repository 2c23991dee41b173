// A text that people read, in both languages of the product: two boxes side by side, Vietnamese first.
import { Field, makeStyles, Textarea } from '@fluentui/react-components'
import type { Bilingual } from '../../../shared/bilingual.ts'
import { useTemplateText } from '../../text/template-texts.ts'
import { useTemplateStyles } from './template-styles.ts'

const useStyles = makeStyles({ low: { '& > textarea': { minHeight: '32px', height: '32px' } } })

interface Props {
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual, typing: string) => void
  /** Names the box: what is typed into it in a row is one step. */
  readonly name: string
  readonly long?: boolean
  readonly onLeave?: () => void
}

export function BilingualBox({ label, value, onChange, name, long = false, onLeave }: Props) {
  const { m } = useTemplateText()
  const styles = useTemplateStyles()
  const own = useStyles()
  const box = (language: 'vi' | 'en') => {
    const given = {
      value: value[language],
      lang: language,
      // A title has one line, however long.
      onChange: (_: unknown, data: { value: string }) =>
        onChange({ ...value, [language]: long ? data.value : data.value.replaceAll('\n', ' ') }, `${name}/${language}`),
      onBlur: onLeave,
      'data-testid': `${name}-${language}`,
    }
    return <Textarea resize="vertical" rows={long ? 3 : 1} className={long ? undefined : own.low} {...given} />
  }
  return (
    <div className={styles.two}>
      <Field label={m.inVietnamese(label)}>{box('vi')}</Field>
      <Field label={m.inEnglish(label)}>{box('en')}</Field>
    </div>
  )
}
