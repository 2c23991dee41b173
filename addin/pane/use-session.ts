// The runner's session for React.
import { useSyncExternalStore } from 'react'
import type { Runner } from './runner.ts'
import type { Session } from './session.ts'

export const useSession = (runner: Runner): Session => useSyncExternalStore(runner.subscribe, runner.session, runner.session)
