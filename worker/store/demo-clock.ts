// The setting of the demonstration's clock. Whether there is a demonstration at
// all is not known here.
interface Setting {
  readonly shows: string
  readonly setAt: string
}

export const readDemoClock = (db: D1Database): Promise<Setting | null> =>
  db.prepare('SELECT shows, set_at AS setAt FROM demo_clock WHERE slot = 1').first<Setting>()

/** Resolves with the setting that stands afterwards. */
export async function setDemoClock(db: D1Database, setting: Setting, when: 'always' | 'if-unset'): Promise<Setting> {
  const onConflict = when === 'always' ? 'DO UPDATE SET shows = excluded.shows, set_at = excluded.set_at' : 'DO NOTHING'
  await db
    .prepare(`INSERT INTO demo_clock (slot, shows, set_at) VALUES (1, ?1, ?2) ON CONFLICT (slot) ${onConflict}`)
    .bind(setting.shows, setting.setAt)
    .run()
  return (await readDemoClock(db)) ?? setting
}
