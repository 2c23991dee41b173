// `npm run oracle -- --n 100000 --seed 2044`: our rule language against LibreOffice.
import { programs } from './programs.mjs'
import { ensureInstalled, run } from './runtime.mjs'

await ensureInstalled()
process.exit(await run('.tools/oracle/main.ts', process.argv.slice(2), { env: programs(['LIBREOFFICE']) }))
