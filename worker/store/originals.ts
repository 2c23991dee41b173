// Which workbook was uploaded for what, by whom and when, also where it was
// refused afterwards. The bytes stand in R2 (contents.ts).
interface Upload {
  readonly id: string
  readonly obligationId: string
  readonly personId: string
  readonly at: string
  readonly bytes: number
  readonly hash: string
}

export async function addOriginal(db: D1Database, upload: Upload): Promise<void> {
  await db
    .prepare('INSERT INTO originals (id, obligation_id, person_id, uploaded_at, bytes, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)')
    .bind(upload.id, upload.obligationId, upload.personId, upload.at, upload.bytes, upload.hash)
    .run()
}
