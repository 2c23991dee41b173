// The manifest is right where Excel is strict and where the XSD does not look.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import manifestPackage from 'office-addin-manifest'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const file = join(root, 'manifest.xml')
const xml = readFileSync(file, 'utf8')
const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1]!)

const TOP_LEVEL = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
]

describe('manifest', () => {
  it('is read by office-addin-manifest with our names', async () => {
    const info = await manifestPackage.OfficeAddinManifest.readManifestFile(file)
    expect(info.displayName).toBe('Phụ lục số')
    expect(info.defaultLocale).toBe('vi-VN')
    expect(info.permissions).toBe('ReadWriteDocument')
    expect(info.hosts).toEqual(['Workbook'])
  })

  it('uses every resource it declares and declares every resource it uses', () => {
    const declared = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g)
    const used = all(/resid="([^"]+)"/g)
    expect(new Set(declared).size).toBe(declared.length)
    expect([...new Set(used)].sort()).toEqual([...declared].sort())
    for (const id of declared) expect(id.length).toBeLessThanOrEqual(32)
  })

  it('has the top-level elements in the order that Excel demands', () => {
    const base = xml.slice(xml.indexOf('<Id>'))
    const order = all(/^ {2}<([A-Z]\w+)/gm)
    expect(base.length).toBeGreaterThan(0)
    expect(order).toEqual(TOP_LEVEL)
  })

  it('points at one https origin only', () => {
    const urls = all(/(?:DefaultValue|Value)="([a-z]+:\/\/[^"]+)"/g)
    expect(urls.length).toBeGreaterThan(10)
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set(['https://localhost:8787']))
    for (const url of urls) expect(url.length).toBeLessThanOrEqual(2048)
  })

  it('names images that are real PNGs of the size they stand for', () => {
    const images = [...xml.matchAll(/size="(\d+)" resid="([^"]+)"/g)].map((match) => ({ size: Number(match[1]), resid: match[2]! }))
    expect(images.length).toBeGreaterThanOrEqual(6)
    const measured = (url: string) => {
      const png = readFileSync(join(root, 'addin/public', new URL(url).pathname))
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect(png.length).toBeLessThan(100_000)
      return [png.readUInt32BE(16), png.readUInt32BE(20)]
    }
    for (const { size, resid } of images) {
      const url = new RegExp(`<bt:Image id="${resid.replace('.', '\\.')}" DefaultValue="([^"]+)"`).exec(xml)![1]!
      expect(measured(url), resid).toEqual([size, size])
    }
    const [small] = all(/<IconUrl DefaultValue="([^"]+)"/g)
    const [large] = all(/<HighResolutionIconUrl DefaultValue="([^"]+)"/g)
    expect(measured(small!)).toEqual([32, 32])
    expect(measured(large!)).toEqual([64, 64])
    for (const group of xml.matchAll(/<Icon>([\s\S]*?)<\/Icon>/g))
      for (const size of [16, 32, 80]) expect(group[1]).toContain(`size="${size}"`)
  })

  it('says everything in Vietnamese and in English, within the lengths', () => {
    const limits = { ShortStrings: 125, LongStrings: 250 }
    for (const [kind, limit] of Object.entries(limits)) {
      const block = new RegExp(`<bt:${kind}>([\\s\\S]*?)</bt:${kind}>`).exec(xml)![1]!
      const strings = [...block.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)">\s*<bt:Override Locale="en-US" Value="([^"]+)"/g)]
      expect(strings.length).toBe([...block.matchAll(/<bt:String /g)].length)
      for (const [, id, vi, en] of strings) for (const text of [vi!, en!]) expect(text.length, id).toBeLessThanOrEqual(limit)
    }
    expect(all(/<DisplayName DefaultValue="([^"]+)"/g)[0]!.length).toBeLessThanOrEqual(125)
    expect(all(/<Description DefaultValue="([^"]+)"/g)[0]!.length).toBeLessThanOrEqual(250)
    expect([...xml.matchAll(/Locale="en-US"/g)].length).toBe([...xml.matchAll(/<bt:String /g)].length + 2)
  })

  it('has one pane, under the id by which Excel opens it with a workbook that holds a form', () => {
    expect(new Set(all(/<TaskpaneId>([^<]+)</g))).toEqual(new Set(['Office.AutoShowTaskpaneWithDocument']))
  })

  it('asks for ExcelApi 1.9 in the base part and nothing in the overrides', () => {
    const [base, overrides] = xml.split('<VersionOverrides')
    expect(base).toContain('<Set Name="ExcelApi" MinVersion="1.9" />')
    expect(overrides).not.toContain('<Requirements>')
    expect(all(/<Id>([^<]+)</g)[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('is rewritten for a deployment, and only its origin and name change', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.xml')
    const made = spawnSync(process.execPath, [
      join(root, '.tools/manifest.mjs'),
      '--url',
      'https://pls.khanhhoa.example',
      '--out',
      out,
      '--name',
      'Phụ lục số (thử)',
    ])
    expect(made.status, made.stderr.toString()).toBe(0)
    const written = readFileSync(out, 'utf8')
    expect(written).not.toContain('localhost')
    const info = await manifestPackage.OfficeAddinManifest.readManifestFile(out)
    expect(info.displayName).toBe('Phụ lục số (thử)')
    expect(info.defaultSettings?.sourceLocation).toBe('https://pls.khanhhoa.example/pane.html')
    expect(info.id).toBe(all(/<Id>([^<]+)</g)[0])
  })

  it('refuses a deployment address that Excel would not load', () => {
    for (const url of ['http://pls.khanhhoa.example', 'https://pls.khanhhoa.example/app', 'nonsense']) {
      const made = spawnSync(process.execPath, [join(root, '.tools/manifest.mjs'), '--url', url, '--out', join(tmpdir(), 'never.xml')])
      expect(made.status, url).toBe(1)
    }
    expect(existsSync(join(tmpdir(), 'never.xml'))).toBe(false)
  })

  // The schema is Microsoft's and not ours to ship; where somebody has it, OFFICE_XSD names its folder.
  const schema = [process.env.OFFICE_XSD, resolve(root, '../shared/office-xsd')].find(
    (path) => path && existsSync(join(path, 'OfficeAppManifestV1_1.xsd')),
  )
  it.runIf(schema)('is valid against the schema of Office add-in manifests', () => {
    const xmllint = process.env.XMLLINT ?? 'xmllint'
    const judged = spawnSync(xmllint, ['--noout', '--schema', join(schema!, 'OfficeAppManifestV1_1.xsd'), file])
    expect(judged.stderr.toString()).toContain('validates')
    expect(judged.status).toBe(0)
  })
})
