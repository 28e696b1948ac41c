import type { Command } from 'commander';

import { deliverCommand } from './command/deliver.js';
import { doctorCommand } from './command/doctor.js';
import { ingestCommand } from './command/ingest.js';
import { inviteCommand } from './command/invite.js';
import { migrateCommand } from './command/migrate.js';
import { parseCommand } from './command/parse.js';
import { removeDemonstrationCommand } from './command/remove-demonstration.js';
import { resetFactorsCommand } from './command/reset-factors.js';
import { startCommand } from './command/start.js';
import { stateCommand } from './command/state.js';
import { sweepCommand } from './command/sweep.js';
import { verifyCommand } from './command/verify.js';

/** Every command. A new one is a file and a line here. */
export const COMMANDS: readonly (() => Command)[] = [
  startCommand,
  migrateCommand,
  stateCommand,
  inviteCommand,
  resetFactorsCommand,
  parseCommand,
  ingestCommand,
  sweepCommand,
  deliverCommand,
  doctorCommand,
  verifyCommand,
  removeDemonstrationCommand,
];
