// The description of the API, made from the routes themselves and from rights.ts,
// so that it cannot fall behind either.
import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import * as v from 'valibot'
import type { AppEnv } from '../app-env.ts'
import { APP_VERSION } from '../middleware/answer-headers.ts'
import { RIGHTS } from '../rights.ts'
import { operation } from './describe.ts'

const documentation = {
  info: {
    title: 'Phụ lục số',
    version: APP_VERSION,
    description: 'Obligations, filings and consolidations of a plan. Refusals are problems (RFC 9457); findings are about a filing.',
  },
  components: { securitySchemes: { bearer: { type: 'http' as const, scheme: 'bearer' } } },
}

async function describeApp(app: Hono<AppEnv>): Promise<Record<string, unknown>> {
  const specs = await generateSpecs(app, { documentation, excludeStaticFile: false, defaultValidationErrorResponse: false })
  for (const [path, methods] of Object.entries(specs.paths))
    for (const [method, described] of Object.entries(methods ?? {})) {
      const right = RIGHTS[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`]
      if (typeof described !== 'object' || Array.isArray(described) || !right) continue
      Object.assign(described, {
        security: right === 'public' || right === 'demo' ? [] : [{ bearer: [] }],
        'x-right': right,
      })
    }
  return { ...specs }
}

export const openapi = (app: Hono<AppEnv>): Hono<AppEnv> =>
  new Hono<AppEnv>().get(
    '/api/openapi.json',
    operation({ summary: 'This description', tag: 'deployment', answer: v.record(v.string(), v.unknown()) }),
    async (c) => c.json(await describeApp(app)),
  )
