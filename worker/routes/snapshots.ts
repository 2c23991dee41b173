// Frozen consolidations: making one, which there are, and what differs from one.
import { Hono } from 'hono'
import { Snapshot, SnapshotComparison, SnapshotList, SnapshotRequest } from '../../shared/snapshot/snapshot.ts'
import { compareSnapshots, comparisonWorkbook, freeze, listSnapshots, snapshotWorkbook } from '../actions/snapshots.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { body, operation } from './describe.ts'
import { idempotencyKey, KEY } from './idempotency-key.ts'
import { workbookAnswer } from './workbook-answer.ts'

/** As much of a hash as a file's name has. */
const HASH_SHOWN = 12

export const snapshots = new Hono<AppEnv>()
  .get(
    '/api/snapshots',
    operation({
      ...{ summary: 'Frozen consolidations of a template and period, the latest first', tag: 'province', answer: SnapshotList },
      ...{ problems: ['bad-request'], query: { template: 'THANG, PL1 …', period: '2025-03' } },
    }),
    async (c) => {
      const { template, period } = c.req.query()
      if (!template || !period) throw new ProblemError('bad-request', 'template and period are needed')
      return c.json({ snapshots: await listSnapshots(c.env.parts, template, period) } satisfies SnapshotList)
    },
  )
  .post(
    '/api/snapshots',
    operation({
      ...{ summary: 'Freeze what counts now', tag: 'province', answer: Snapshot, status: 201, headers: KEY },
      problems: ['bad-request', 'not-found', 'key-missing', 'key-reused'],
    }),
    body(SnapshotRequest),
    async (c) => {
      const snapshot = await freeze(c.env.parts, c.get('person'), c.req.valid('json'), idempotencyKey(c))
      return c.json(snapshot, 201, { Location: `/api/snapshots/${snapshot.id}/comparison` })
    },
  )
  .get(
    '/api/snapshots/:snapshot/comparison',
    operation({
      ...{ summary: 'What differs from a frozen consolidation', tag: 'province', answer: SnapshotComparison, problems: ['not-found'] },
      query: { with: 'Id of another one; without it what counts now' },
    }),
    async (c) => c.json(await compareSnapshots(c.env.parts, c.req.param('snapshot'), c.req.query('with') ?? null)),
  )
  .get(
    '/api/snapshots/:snapshot/workbook.xlsx',
    operation({ summary: 'The consolidated workbook of that moment', tag: 'province', answer: 'workbook', problems: ['not-found'] }),
    async (c) => {
      const { snapshot, bytes } = await snapshotWorkbook(c.env.parts, c.req.param('snapshot'))
      return workbookAnswer(c, bytes, `${snapshot.template}_${snapshot.period}_ban-chot_${snapshot.hash.slice(0, HASH_SHOWN)}`)
    },
  )
  .get(
    '/api/snapshots/:snapshot/comparison.xlsx',
    operation({
      ...{
        summary: 'What differs from a frozen consolidation, as a workbook',
        tag: 'province',
        answer: 'workbook',
        problems: ['not-found'],
      },
      query: { with: 'Id of another one; without it what counts now' },
    }),
    async (c) => {
      const { before, bytes } = await comparisonWorkbook(c.env.parts, c.req.param('snapshot'), c.req.query('with') ?? null)
      return workbookAnswer(c, bytes, `${before.template}_${before.period}_khac-biet_${before.hash.slice(0, HASH_SHOWN)}`)
    },
  )
