// Colours and type of pane and portal: Fluent's tokens in the product's blue,
// light and dark. High contrast is left to the system, which Fluent follows.
import { type BrandVariants, createDarkTheme, createLightTheme } from '@fluentui/react-components'

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
export const light = createLightTheme(brand)
export const dark = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
}
