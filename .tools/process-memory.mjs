// How much memory a process holds, as Linux tells it in /proc; elsewhere nothing
// is told. For measurements only.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

const parentOf = (pid) => {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    )
  } catch {
    return -1
  }
}
const named = (pid, name) => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name
  } catch {
    return false
  }
}

/** The workerd below a process of ours that holds most: the other ones are wrangler's own. */
export function workerdOf(ancestor) {
  const below = (pid) => pid > 1 && (pid === ancestor || below(parentOf(pid)))
  if (!existsSync('/proc')) return undefined
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => named(pid, 'workerd') && below(pid)).sort((a, b) => rss(b) - rss(a))[0]
}

const statusOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** The most that it ever held, or held since the last time this was asked: the system keeps that book itself. Megabytes; 0 where it does not tell. */
export function peakSinceAsked(pid) {
  const peak = Number(/VmHWM:\s+(\d+)/.exec(statusOf(pid))?.[1] ?? 0) / 1024
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // A system without that file tells no peak either.
  }
  return peak
}

/** Megabytes; 0 where the system does not tell. */
export const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(statusOf(pid))?.[1] ?? 0) / 1024

/** Runs the work and answers its milliseconds and the most memory that was seen meanwhile. */
export async function watched(pid, work) {
  let peak = rss(pid)
  let running = true
  const watch = (async () => {
    while (running) {
      peak = Math.max(peak, rss(pid))
      await pause(4)
    }
  })()
  const from = performance.now()
  const answer = await work()
  const ms = performance.now() - from
  running = false
  await watch
  return { answer, ms, peak }
}
