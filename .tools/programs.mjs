// Finds the programs that the tests drive (Chromium, LibreOffice, xmllint):
// environment variable, PATH, usual places; else installs them where that is
// allowed; else stops with the one command to run.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { node, root, stop } from './runtime.mjs'

const PROGRAMS = [
  {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'chrome'],
    places: [
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ...playwrightBrowsers(),
    ],
    packages: ['chromium', 'fonts-liberation'],
    else: 'install Chromium or Google Chrome',
  },
  {
    variable: 'LIBREOFFICE',
    names: ['soffice', 'libreoffice'],
    places: [
      '/usr/bin/soffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
    packages: ['libreoffice-calc', 'libreoffice-writer', 'fonts-liberation'],
    // Debian splits it; elsewhere it comes whole.
    parts: { beside: /\/libreoffice\/program\//, files: ['libsclo.so', 'libswlo.so'] },
    else: 'install LibreOffice from https://www.libreoffice.org',
  },
  {
    variable: 'XMLLINT',
    names: ['xmllint'],
    places: ['/usr/bin/xmllint'],
    packages: ['libxml2-utils'],
    else: 'install libxml2 (xmllint)',
  },
]

function playwrightBrowsers() {
  const store = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(store)) return []
  return readdirSync(store)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(store, name, 'chrome-linux', 'chrome'))
}

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether the parts that Debian packs apart lie beside the program. */
function whole(path, parts) {
  const real = realpathSync(path)
  return !parts?.beside.test(real) || parts.files.every((file) => existsSync(join(dirname(real), file)))
}

function find({ variable, names, places, parts }) {
  const given = process.env[variable]
  if (given) return runnable(given) ? given : stop(`${variable} is set to ${given}, which cannot be run.`)
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.flatMap((name) => endings.map((end) => join(folder, name + end))))
  return [...onPath, ...places].find((path) => runnable(path) && whole(path, parts))
}

const apt = (args) => {
  const asRoot = process.getuid?.() === 0
  const [command, all] = asRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]]
  return (
    spawnSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  )
}

const mayUseApt = () =>
  runnable('/usr/bin/apt-get') && (process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)

const playwrightDownload = () =>
  spawnSync(node(), [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
    .status === 0

/** The paths of the programs as environment variables: of all that the tests drive, or of those that are named. */
export function programs(variables = PROGRAMS.map(({ variable }) => variable)) {
  const wanted = PROGRAMS.filter(({ variable }) => variables.includes(variable))
  let missing = wanted.filter((program) => !find(program))
  if (missing.length > 0 && mayUseApt()) {
    const packages = [...new Set(missing.flatMap((program) => program.packages))]
    console.log(`Installing ${packages.join(', ')} (once) …`)
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
    missing = wanted.filter((program) => !find(program))
  }
  if (missing.some((program) => program.variable === 'CHROMIUM') && playwrightDownload()) {
    PROGRAMS[0].places.push(...playwrightBrowsers())
    missing = wanted.filter((program) => !find(program))
  }
  if (missing.length > 0) {
    const debian = runnable('/usr/bin/apt-get')
    const packages = missing.flatMap((program) => program.packages).join(' ')
    stop(
      debian
        ? `The tests need more programs. Run: sudo apt-get install -y ${packages}`
        : `The tests need more programs: ${missing.map((program) => `${program.else} (or set ${program.variable})`).join('; ')}.`,
    )
  }
  return Object.fromEntries(wanted.map((program) => [program.variable, find(program)]))
}
