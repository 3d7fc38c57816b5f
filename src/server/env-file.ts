import { existsSync } from 'node:fs';

/** Reads `.env` into the environment where it is present; what the environment has already stays. */
export function loadEnvFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}
