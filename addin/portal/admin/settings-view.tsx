// Whose head signs before a report counts, and which rules do not bind an agency for a while.

import { Text } from '@fluentui/react-components'
import { Spinner } from '../../components/spinner.tsx'
import { useAdminText } from '../../text/admin-texts.ts'
import { ProblemBar } from '../problem-bar.tsx'
import { useLoad } from '../use-load.ts'
import type { AdminViewProps } from './admin-pages.tsx'
import { useAdminStyles } from './admin-styles.ts'
import { SignOffsPanel } from './sign-offs-panel.tsx'
import { WaiversPanel } from './waivers-panel.tsx'

export default function SettingsView({ api, onEnded }: AdminViewProps) {
  const { a, t } = useAdminText()
  const styles = useAdminStyles()
  const register = useLoad('register', () => api.register())
  return (
    <div className={styles.page}>
      <Text>{a.settings.lead}</Text>
      <ProblemBar problem={register.problem} onRetry={register.reload} onEnded={onEnded} />
      {register.loading && <Spinner label={t.loading} />}
      {register.value && <SignOffsPanel api={api} register={register.value} onEnded={onEnded} />}
      {register.value && <WaiversPanel api={api} register={register.value} onEnded={onEnded} />}
    </div>
  )
}
