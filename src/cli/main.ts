#!/usr/bin/env node
import { Command } from 'commander';
import { applyCommand } from './apply.js';
import { askCommand, questionsCommand } from './ask.js';
import { coverageCommand } from './coverage.js';
import { datasetsCommand } from './datasets.js';
import { doctorCommand } from './doctor.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { locateCommand } from './locate.js';
import { mcpCommand } from './mcp.js';
import { neo4jCommand } from './neo4j.js';
import { planCommand } from './plan.js';
import { serveCommand } from './serve.js';
import { verifyCommand } from './verify.js';
import { loadEnvFile } from '../server/env-file.js';
import { endWithReader, reportFailure } from './exit.js';
import { escapePrinted } from './printed.js';

loadEnvFile();
endWithReader();
escapePrinted();

const program = new Command('entente')
  .description('A diplomatic knowledge graph with evidence, served over GraphQL.')
  .showHelpAfterError()
  .addCommand(serveCommand())
  .addCommand(mcpCommand())
  .addCommand(askCommand())
  .addCommand(questionsCommand())
  .addCommand(verifyCommand())
  .addCommand(coverageCommand())
  .addCommand(locateCommand())
  .addCommand(importCommand())
  .addCommand(datasetsCommand())
  .addCommand(planCommand())
  .addCommand(applyCommand())
  .addCommand(exportCommand())
  .addCommand(neo4jCommand())
  .addCommand(doctorCommand());

await program.parseAsync().catch(reportFailure);
