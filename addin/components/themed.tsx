// Puts a page into light or dark: as Office is, else as the system is.
import { FluentProvider } from '@fluentui/react-components'
import { type ReactNode, useSyncExternalStore } from 'react'
import { dark, light } from './theme.ts'

const wantsDark = window.matchMedia('(prefers-color-scheme: dark)')
const subscribe = (listener: () => void) => {
  wantsDark.addEventListener('change', listener)
  return () => wantsDark.removeEventListener('change', listener)
}

/** `officeIsDark` is the theme of the Office program, which need not be the system's; null outside Office. */
export function Themed({ officeIsDark, children }: { officeIsDark: boolean | null; children: ReactNode }) {
  const systemIsDark = useSyncExternalStore(subscribe, () => wantsDark.matches)
  return <FluentProvider theme={(officeIsDark ?? systemIsDark) ? dark : light}>{children}</FluentProvider>
}
