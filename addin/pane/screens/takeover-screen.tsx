// Figures of an old table on another sheet brought into the form that stands in the
// open workbook. Loaded when first needed.
import type { ScreenProps } from './screen-props.ts'
import { TakeoverChooser } from './takeover-chooser.tsx'

export default function TakeoverScreen({ session: { busy, progress, work }, dispatch }: ScreenProps) {
  if (!work?.form || !work.oldTables) return null
  return (
    <TakeoverChooser
      form={work.form}
      old={work.oldTables}
      progress={progress}
      busy={busy === 'taking-over' ? 'applying' : busy === 'checking' || busy === 'adding-rows' || busy === null ? busy : 'other'}
      onApply={(edits) => dispatch({ type: 'takeover-confirmed', edits })}
      onCancel={() => dispatch({ type: 'back' })}
      onRows={(table, count) => dispatch({ type: 'rows-asked', table, count })}
    />
  )
}
