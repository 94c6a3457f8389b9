/** Builds the islands, the only code that runs in the browser, into dist/islands. */
import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/islands',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '.',
    modulePreload: false,
    target: 'es2020',
    rollupOptions: { input: globSync('app/features/*/*.island.tsx') },
  },
  logLevel: 'warn',
})
