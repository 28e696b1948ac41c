import { loadConfig, readEnvironment } from '#config';
import { openInstallation, serverLogger } from '#installation';

import { createWorker } from './create-worker.js';

const logger = serverLogger();
try {
  const installation = await openInstallation(loadConfig(readEnvironment()));
  const worker = await createWorker(installation, logger);
  logger.log('worker ready');
  const stop = async (): Promise<void> => {
    await worker.close();
    await installation.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : 'the worker did not start');
  process.exitCode = 1;
}
