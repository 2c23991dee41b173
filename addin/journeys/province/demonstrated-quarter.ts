// The whole product with the demonstration's quarter in it: filed as `npm run demo:data`
// does, then served.
import type { TestProject } from 'vitest/node'
import { serve } from '../whole-product.ts'

export default (project: TestProject) => serve(project, ['demo-data.mjs'])
