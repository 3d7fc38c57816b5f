#!/usr/bin/env node
import { Command } from 'commander';
import { locateCommand } from './locate.js';
import { verifyCommand } from './verify.js';
import { reportFailure } from './exit.js';

const program = new Command('entente')
  .description('A diplomatic knowledge graph with evidence, served over GraphQL.')
  .showHelpAfterError()
  .addCommand(verifyCommand())
  .addCommand(locateCommand());

await program.parseAsync().catch(reportFailure);
