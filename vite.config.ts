import { cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, normalizePath, type Plugin, type Rolldown, runnerImport } from 'vite'

const addin = resolve(import.meta.dirname, 'addin')
/** As Vite names files on every system. */
const inAddin = (path: string) => normalizePath(resolve(addin, path))
const page = (name: string) => inAddin(`${name}.html`)

/** The unmodified copy of Office.js for networks that block Microsoft's CDN and for the sandbox: only what pages load. */
const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'vi-vn/office_strings.js',
  'en-us/office_strings.js',
]

const officeCopy = (): Plugin => ({
  name: 'office-copy',
  apply: 'build',
  writeBundle({ dir }) {
    const from = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))
    for (const file of OFFICE_FILES) {
      const to = join(dir!, 'office-js', file)
      mkdirSync(dirname(to), { recursive: true })
      cpSync(join(from, file), to)
    }
  },
})

/** What a page must run before any module, each a script by itself. */
const CLASSIC_SCRIPTS = [
  { entry: 'sandbox/office-sandbox.ts', name: 'officeSandbox', file: 'sandbox/office-sandbox.js' },
  { entry: 'first/put-first.ts', name: 'putFirst', file: 'first-screen.js' },
]

const classicScripts = (): Plugin => ({
  name: 'classic-scripts',
  apply: 'build',
  async writeBundle({ dir }) {
    for (const { entry, name, file } of CLASSIC_SCRIPTS)
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          outDir: dir!,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: resolve(addin, entry), formats: ['iife'], name, fileName: () => file },
        },
      })
  },
})

/** Draws the first screens of pane and portal into their pages, so that they stand there before our code has come. */
const firstScreens = (): Plugin => ({
  name: 'first-screens',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    async handler(html, { filename, bundle }) {
      const name = (['pane', 'portal'] as const).find((one) => filename === page(one))
      if (!name) return html
      const drawing = inAddin('first/first-drawing.tsx')
      const { module } = await runnerImport<{ firstDrawing(page: string): { head: string; body: string } }>(drawing, { configFile: false })
      const { head, body } = module.firstDrawing(name)
      // The few rules of page.css come in the page too: no screen is shown before its style sheets are there.
      const withStyles = html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)">/g, (_, file: string) => {
        const sheet = bundle?.[file]
        return sheet?.type === 'asset' ? `<style>${sheet.source}</style>` : ''
      })
      return withStyles.replace('<!-- first-style -->', () => head).replace('<!-- first-screens -->', () => body)
    },
  },
})

/** Every module that a page needs before it can show anything. */
function neededFirst(name: string, moduleInfo: Rolldown.GetModuleInfo): Set<string> {
  const needed = new Set<string>()
  const follow = (id: string) => {
    if (needed.has(id)) return
    needed.add(id)
    for (const next of moduleInfo(id)?.importedIds ?? []) follow(next)
  }
  follow(page(name))
  return needed
}

/**
 * What pages need first comes in a few files: left alone it would be twenty, each a turn over the network.
 * `shared` by both pane and portal is one; of what only one of them needs first, that which other parts load too is one more.
 */
const filesOfPages = (shared: boolean) => {
  const needs = new Map<string, Set<string>>()
  return (id: string, context: { getModuleInfo: Rolldown.GetModuleInfo }): string | null => {
    const isNeeded = (name: string) => {
      if (!needs.has(name))
        needs.set(
          name,
          neededFirst(name, (one) => context.getModuleInfo(one)),
        )
      return needs.get(name)!.has(id)
    }
    const [inPane, inPortal, inSandbox] = [isNeeded('pane'), isNeeded('portal'), isNeeded('sandbox')]
    // The sandbox asks for its pane before it loads anything large.
    if (inPane && inPortal) return shared ? (inSandbox ? 'everywhere' : 'first') : null
    if (shared || inSandbox) return null
    return inPane ? 'pane-first' : inPortal ? 'portal-first' : null
  }
}

export default defineConfig({
  root: 'addin',
  publicDir: 'public',
  plugins: [react(), officeCopy(), classicScripts(), firstScreens()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 9000,
    rolldownOptions: {
      input: ['pane', 'portal', 'sandbox'].map(page),
      output: {
        codeSplitting: {
          groups: [
            { name: filesOfPages(true), tags: ['$initial'] },
            { name: filesOfPages(false), tags: ['$initial'], minShareCount: 2 },
          ],
        },
      },
    },
  },
})
