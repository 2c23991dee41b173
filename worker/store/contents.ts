// Immutable objects in R2, keyed by their hash: the canonical filing as it was
// hashed, and uploaded workbooks as they came. Nothing is ever overwritten.

const contentKey = (hash: string) => `content/${hash}.json`
const originalKey = (hash: string) => `originals/${hash}.xlsx`

/** R2 takes one write per second and key; the same bytes need no second write. */
const onlyOnce = { onlyIf: { etagDoesNotMatch: '*' } } as const

export async function keepContent(files: R2Bucket, hash: string, canonical: string): Promise<void> {
  await files.put(contentKey(hash), canonical, { ...onlyOnce, httpMetadata: { contentType: 'application/json' } })
}

export async function readContentText(files: R2Bucket, hash: string): Promise<string | null> {
  return (await files.get(contentKey(hash)))?.text() ?? null
}

export async function keepOriginal(files: R2Bucket, hash: string, bytes: Uint8Array): Promise<void> {
  await files.put(originalKey(hash), bytes, onlyOnce)
}
