#!/usr/bin/env node
import { Command } from 'commander';
import { packageVersion } from '../model/package-root.js';
import { loadEnvFile } from '../server/env-file.js';
import { endWithReader, reportFailure } from './exit.js';
import { escapePrinted } from './printed.js';

/** Each is loaded when it is called: what only others need takes no time. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.js')).serveCommand(),
  mcp: async () => (await import('./mcp.js')).mcpCommand(),
  ask: async () => (await import('./ask.js')).askCommand(),
  questions: async () => (await import('./ask.js')).questionsCommand(),
  verify: async () => (await import('./verify.js')).verifyCommand(),
  coverage: async () => (await import('./coverage.js')).coverageCommand(),
  locate: async () => (await import('./locate.js')).locateCommand(),
  import: async () => (await import('./import.js')).importCommand(),
  datasets: async () => (await import('./datasets.js')).datasetsCommand(),
  plan: async () => (await import('./plan.js')).planCommand(),
  apply: async () => (await import('./apply.js')).applyCommand(),
  export: async () => (await import('./export.js')).exportCommand(),
  neo4j: async () => (await import('./neo4j.js')).neo4jCommand(),
  doctor: async () => (await import('./doctor.js')).doctorCommand(),
};

loadEnvFile();
endWithReader();
escapePrinted();

const program = new Command('entente')
  .description('A diplomatic knowledge graph with evidence, served over GraphQL.')
  .version(packageVersion())
  .showHelpAfterError();
const [, , called = ''] = process.argv;
const own = Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined;
for (const load of own ? [own] : Object.values(COMMANDS)) program.addCommand(await load());

await program.parseAsync().catch(reportFailure);
