import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (name: string) => resolve(import.meta.dirname, 'addin', `${name}.html`)

export default defineConfig({
  root: 'addin',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 9000,
    rolldownOptions: { input: ['pane', 'portal', 'sandbox'].map(page) },
  },
})
