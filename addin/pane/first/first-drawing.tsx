// The pane's first screens as they stand in its page before any script has run:
// drawn when the pages are built, by the components and texts that draw them later.
import { createDOMRenderer, FluentProvider, RendererProvider, renderToStyleElements } from '@fluentui/react-components'
import { renderToStaticMarkup } from 'react-dom/server'
import { dark, light } from '../../components/theme.ts'
import { en } from '../../text/en.ts'
import { LanguageProvider } from '../../text/language.tsx'
import { vi } from '../../text/vi.ts'
import { beginning } from '../beginning.ts'
import { Pane } from '../pane.tsx'
import type { PullPorts } from '../pull/pull-perform.ts'
import type { Session } from '../session.ts'
import { step } from '../step.ts'

const asked = step(beginning(null), { type: 'start-asked' }).session
const unknown = step(asked, { type: 'started', clock: null, accounts: [], person: null }).session

/** Nothing that is drawn only asks anybody anything. */
const nobody = {} as PullPorts

function markupOf(session: Session, language: 'vi' | 'en', renderer: ReturnType<typeof createDOMRenderer>): string {
  const runner = { session: () => session, dispatch: () => {}, subscribe: () => () => {}, failed: () => {} }
  return (
    renderToStaticMarkup(
      <RendererProvider renderer={renderer}>
        <LanguageProvider first={language === 'vi' ? { language, t: vi } : { language, t: en }}>
          <FluentProvider theme={light}>
            <Pane runner={runner} province={nobody} />
          </FluentProvider>
        </LanguageProvider>
      </RendererProvider>,
    )
      // The theme comes once for all, and who looks for a screen that answers must not find this one.
      .replace(/<style.*?<\/style>/gs, '')
      .replace(/ data-testid="[^"]*"/g, '')
  )
}

/** Custom properties of a theme, those that these styles ask for. */
const propertiesFor = (styles: string, theme: Record<string, unknown>): string =>
  Object.entries(theme)
    .filter(([name]) => styles.includes(`var(--${name})`))
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

const whatDarkChanges = Object.fromEntries(Object.entries(dark).filter(([name, value]) => value !== light[name as keyof typeof light]))

/** What goes into the page's head, and into its body behind the place that the pane is drawn in. */
export function firstDrawing(): { readonly head: string; readonly body: string } {
  const renderer = createDOMRenderer(undefined)
  const body = (['vi', 'en'] as const)
    .flatMap((language) =>
      [asked, unknown].map(
        (session) =>
          `<template data-language="${language}" data-stage="${session.stage}">${markupOf(session, language, renderer)}</template>`,
      ),
    )
    .join('\n')
  const styles = renderToStaticMarkup(renderToStyleElements(renderer)).replace(/<\/?style[^>]*>/g, '')
  const needed = styles + body
  const head = `<style id="first-style">
template{display:none}
#root{${propertiesFor(needed, light)}}
#root[data-dark]{${propertiesFor(needed, whatDarkChanges)}}
${styles}
</style>`
  return { head, body }
}
