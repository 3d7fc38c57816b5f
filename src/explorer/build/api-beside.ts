import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** In development, runs the server beside the page's own and starts it again whenever its source changes. */
export function apiBeside(port: number): Plugin {
  return {
    name: 'api-beside',
    apply: 'serve',
    configureServer({ httpServer }) {
      // Without a shell or npx between, so that what is killed is what runs.
      const server = spawn(process.execPath, [fileURLToPath(import.meta.resolve('tsx/cli')), 'watch', 'src/cli/main.ts', 'serve', '--port', String(port)], {
        stdio: 'inherit',
      });
      httpServer?.once('close', () => server.kill());
      process.once('exit', () => server.kill());
    },
  };
}
