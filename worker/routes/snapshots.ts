// Frozen consolidations: making one, which there are, and what differs from one.
import { Hono } from 'hono'
import { Snapshot, SnapshotComparison, SnapshotList, SnapshotRequest } from '../../shared/snapshot/snapshot.ts'
import { compareSnapshots, freeze } from '../actions/snapshots.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { snapshotsOf } from '../store/snapshots.ts'
import { body, operation } from './describe.ts'

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
      return c.json({ snapshots: await snapshotsOf(c.env.parts.db, template, period) } satisfies SnapshotList)
    },
  )
  .post(
    '/api/snapshots',
    operation({
      ...{ summary: 'Freeze what counts now', tag: 'province', answer: Snapshot, status: 201, problems: ['bad-request', 'not-found'] },
    }),
    body(SnapshotRequest),
    async (c) => {
      const snapshot = await freeze(c.env.parts, c.get('person'), c.req.valid('json'))
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
