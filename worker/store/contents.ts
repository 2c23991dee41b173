// Immutable objects in R2: the canonical filing as it was hashed and uploaded workbooks
// as they came, by their hash; what was found when it was sent, by submission. Nothing is ever overwritten.
import type { Finding } from '../../shared/finding.ts'

const contentKey = (hash: string) => `content/${hash}.json`
const findingsKey = (submissionId: string) => `findings/${submissionId}.json`
const snapshotKey = (hash: string) => `snapshots/${hash}.json`
const snapshotFileKey = (hash: string) => `snapshots/${hash}.xlsx`
const originalKey = (hash: string) => `originals/${hash}.xlsx`

/** R2 takes one write per second and key; the same bytes need no second write. */
const onlyOnce = { onlyIf: { etagDoesNotMatch: '*' } } as const

export async function keepContent(files: R2Bucket, hash: string, canonical: string): Promise<void> {
  await files.put(contentKey(hash), canonical, { ...onlyOnce, httpMetadata: { contentType: 'application/json' } })
}

export async function readContentText(files: R2Bucket, hash: string): Promise<string | null> {
  return (await files.get(contentKey(hash)))?.text() ?? null
}

export async function keepFindings(files: R2Bucket, submissionId: string, findings: readonly Finding[]): Promise<void> {
  await files.put(findingsKey(submissionId), JSON.stringify(findings), { httpMetadata: { contentType: 'application/json' } })
}

/** None where they were not kept yet: submissions of an earlier version. */
export async function readFindings(files: R2Bucket, submissionId: string): Promise<Finding[]> {
  return (await (await files.get(findingsKey(submissionId)))?.json<Finding[]>()) ?? []
}

export async function keepOriginal(files: R2Bucket, hash: string, bytes: Uint8Array): Promise<void> {
  await files.put(originalKey(hash), bytes, onlyOnce)
}

export async function keepSnapshot(files: R2Bucket, hash: string, canonical: string): Promise<void> {
  await files.put(snapshotKey(hash), canonical, { ...onlyOnce, httpMetadata: { contentType: 'application/json' } })
}

export async function readSnapshotText(files: R2Bucket, hash: string): Promise<string | null> {
  return (await files.get(snapshotKey(hash)))?.text() ?? null
}

/** Pieces of a large object: the least that the file store takes is 5 MB. */
const PIECE = 8 * 2 ** 20

/** The workbook of a snapshot, while it is made: never more of it at once than a piece. */
export async function keepSnapshotFile(files: R2Bucket, hash: string, stream: ReadableStream<Uint8Array>): Promise<void> {
  const key = snapshotFileKey(hash)
  const piece = new Uint8Array(PIECE)
  let used = 0
  let upload: R2MultipartUpload | null = null
  const sent: R2UploadedPart[] = []
  try {
    for await (const chunk of stream) {
      for (let from = 0; from < chunk.length; ) {
        const some = chunk.subarray(from, from + PIECE - used)
        piece.set(some, used)
        used += some.length
        from += some.length
        if (used < PIECE) continue
        upload ??= await files.createMultipartUpload(key)
        sent.push(await upload.uploadPart(sent.length + 1, piece.slice()))
        used = 0
      }
    }
    if (!upload) await files.put(key, piece.slice(0, used), onlyOnce)
    // Somebody else was faster: what is kept stays.
    else if (await hasSnapshotFile(files, hash)) await upload.abort()
    else await upload.complete(used > 0 ? [...sent, await upload.uploadPart(sent.length + 1, piece.slice(0, used))] : sent)
  } catch (error) {
    await upload?.abort()
    throw error
  }
}

export const hasSnapshotFile = async (files: R2Bucket, hash: string): Promise<boolean> => (await files.head(snapshotFileKey(hash))) !== null

export const readSnapshotFile = async (files: R2Bucket, hash: string): Promise<ReadableStream<Uint8Array> | null> =>
  (await files.get(snapshotFileKey(hash)))?.body ?? null

/** The plan that a new deployment begins with, where its operator has put one there. */
export const readInitialPack = async (files: R2Bucket): Promise<unknown> => (await files.get('packs/initial.json'))?.json() ?? null
