import { spawn } from 'node:child_process';
import type { Plugin } from 'vite';

/** In development, runs the server beside the page's own and starts it again whenever its source changes. */
export function apiBeside(port: number): Plugin {
  return {
    name: 'api-beside',
    apply: 'serve',
    configureServer({ httpServer }) {
      const server = spawn('npx', ['tsx', 'watch', 'src/cli/main.ts', 'serve', '--port', String(port)], { stdio: 'inherit' });
      httpServer?.once('close', () => server.kill());
      process.once('exit', () => server.kill());
    },
  };
}
