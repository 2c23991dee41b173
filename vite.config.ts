import { cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'

const addin = resolve(import.meta.dirname, 'addin')
const page = (name: string) => resolve(addin, `${name}.html`)

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

/** The classic script that the pane loads in the sandbox in place of Office.js: it must run before any module. */
const officeOfTheSandbox = (): Plugin => ({
  name: 'office-of-the-sandbox',
  apply: 'build',
  async writeBundle({ dir }) {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: join(dir!, 'sandbox'),
        emptyOutDir: false,
        target: 'es2022',
        lib: {
          entry: resolve(addin, 'sandbox/office-sandbox.ts'),
          formats: ['iife'],
          name: 'officeSandbox',
          fileName: () => 'office-sandbox.js',
        },
      },
    })
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
  plugins: [react(), officeCopy(), officeOfTheSandbox()],
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
