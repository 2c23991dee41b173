// `npm run reset`: empties the local database and file store of this machine.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

rmSync(join(root, '.data'), { recursive: true, force: true })
console.log('The local data is gone. `npm start` begins afresh.')
