// Colours and type of pane and portal: Fluent's tokens in the product's blue,
// light or dark. High contrast is left to the system, which Fluent follows.
import { type BrandVariants, createDarkTheme, createLightTheme, FluentProvider } from '@fluentui/react-components'
import { type ReactNode, useSyncExternalStore } from 'react'

const brand: BrandVariants = {
  10: '#020507',
  20: '#0a1823',
  30: '#0b273b',
  40: '#0b344f',
  50: '#0c4063',
  60: '#0d4d77',
  70: '#0e558b',
  80: '#0f5c8c',
  90: '#2a6f9c',
  100: '#4381ab',
  110: '#5b94b9',
  120: '#74a7c7',
  130: '#8ebad5',
  140: '#a8cde3',
  150: '#c4e0f0',
  160: '#e1f1f9',
}
const light = createLightTheme(brand)
const dark = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
}

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
