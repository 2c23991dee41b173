// `npm run manifest -- --url https://…`: writes the manifest for a deployment.
// Options: --out FILE, --name TEXT (shown in Excel, to tell a test deployment
// apart), --id GUID (a deployment of its own beside another one).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import manifestPackage from 'office-addin-manifest'
import { root, stop } from './runtime.mjs'

const { OfficeAddinManifest } = manifestPackage
export const LOCAL_ORIGIN = 'https://localhost:8787'

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : undefined
}

/** The manifest with every address moved to `origin`. */
export const forOrigin = (manifest, origin) => manifest.replaceAll(LOCAL_ORIGIN, origin)

async function main() {
  const given = option('url')
  if (!given || !URL.canParse(given)) stop('Say where the product is served: npm run manifest -- --url https://phulucso.example.gov.vn')
  const url = new URL(given)
  if (url.protocol !== 'https:') stop('Excel loads add-ins over https only: the address must begin with https://')
  if (url.pathname !== '/' || url.search || url.hash) stop(`Give the origin alone, without a path: ${url.origin}`)
  const out = option('out') ?? join(root, 'dist', 'manifest.xml')
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, forOrigin(readFileSync(join(root, 'manifest.xml'), 'utf8'), url.origin))
  const [name, id] = [option('name'), option('id')]
  if (name || id) await OfficeAddinManifest.modifyManifestFile(out, id, name)
  const info = await OfficeAddinManifest.readManifestFile(out)
  console.log(`${out}\n  ${info.displayName} ${info.version}, id ${info.id}\n  ${info.defaultSettings.sourceLocation}`)
}

if (process.argv[1]?.endsWith('manifest.mjs')) await main()
