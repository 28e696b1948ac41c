import { ConsoleLogger } from '@nestjs/common';

import { loadConfig, readEnvironment } from '#config';
import { openInstallation } from '#installation';

import { serveApi } from './serve.js';

const logger = new ConsoleLogger({ json: true, logLevels: ['log', 'warn', 'error', 'fatal'] });
try {
  const installation = await openInstallation(loadConfig(readEnvironment()));
  const api = await serveApi(installation, logger);
  logger.log(`api ready at ${api.url}`);
  const stop = async (): Promise<void> => {
    await api.close();
    await installation.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : 'the api did not start');
  process.exitCode = 1;
}
