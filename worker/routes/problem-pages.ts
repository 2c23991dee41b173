// The page that the `type` of a problem leads to: what it means and what to do,
// in both languages. A slug that does not exist has no page.
import { Hono } from 'hono'
import { html } from 'hono/html'
import { PROBLEMS, type ProblemSlug } from '../../shared/problem.ts'
import { PROBLEM_SENTENCES } from '../../shared/text/problem-sentences.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'

const isSlug = (text: string): text is ProblemSlug => Object.hasOwn(PROBLEMS, text)

export const problemPages = new Hono<AppEnv>().get('/problems/:slug', (c) => {
  const slug = c.req.param('slug')
  if (!isSlug(slug)) throw new ProblemError('not-found')
  const { vi, en } = PROBLEM_SENTENCES[slug]
  return c.html(html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${slug} · Phụ lục số</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #242424 }
      code { color: #616161 }
    </style>
  </head>
  <body>
    <p><code>${PROBLEMS[slug].status} ${slug}</code></p>
    <h1>${vi}</h1>
    <p lang="en">${en}</p>
    <p lang="en"><code>${PROBLEMS[slug].title}</code></p>
  </body>
</html>`)
})
