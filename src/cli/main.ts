#!/usr/bin/env node
import { Command } from 'commander';
import { coverageCommand } from './coverage.js';
import { exportCommand } from './export.js';
import { locateCommand } from './locate.js';
import { serveCommand } from './serve.js';
import { verifyCommand } from './verify.js';
import { loadEnvFile } from '../server/env-file.js';
import { reportFailure } from './exit.js';

loadEnvFile();

const program = new Command('entente')
  .description('A diplomatic knowledge graph with evidence, served over GraphQL.')
  .showHelpAfterError()
  .addCommand(serveCommand())
  .addCommand(verifyCommand())
  .addCommand(coverageCommand())
  .addCommand(locateCommand())
  .addCommand(exportCommand());

await program.parseAsync().catch(reportFailure);
