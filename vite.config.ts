import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, sourcemap: true, chunkSizeWarningLimit: 1_500 },
  server: {
    host: '127.0.0.1',
    // Not /api.ts, which is the page's own. The host stays as the browser named it: Akkord takes writes from its own pages only.
    proxy: { '^/api/': { target: `http://127.0.0.1:${process.env.API_PORT ?? 3000}`, changeOrigin: false } },
  },
})
