import { loadConfig, readEnvironment } from '#config';
import { openInstallation, serverLogger } from '#installation';

import { serveApi } from './serve.js';

const logger = serverLogger();
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
