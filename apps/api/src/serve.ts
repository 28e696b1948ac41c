import { fileURLToPath } from 'node:url';

import type { LoggerService } from '@nestjs/common';

import type { Installation } from '#installation';

import { createApi } from './create-api.js';
import { lookEveryMinute } from './operation/watch-hand.js';

const WEB_ROOT = fileURLToPath(new URL('../../../web', import.meta.url));

export interface RunningApi {
  /** Where it really listens: with PORT 0 the port that was free. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the HTTP edge of an opened installation. */
export async function serveApi(installation: Installation, logger: LoggerService): Promise<RunningApi> {
  const { config, tracking, mailbox } = installation;
  const app = await createApi(
    {
      tracking,
      mailbox: config.openDemonstration ? mailbox : null,
      settings: {
        publicUrl: config.http.publicUrl,
        webRoot: WEB_ROOT,
        demonstration: config.openDemonstration,
        trustedProxies: config.http.trustedProxies,
        bounceToken: config.mail.bounceToken,
        secondFactorRoles: config.secondFactorRoles,
        offlinePage: config.offlinePage,
      },
    },
    logger,
  );
  await app.listen(config.http.port, config.http.host);
  const stopLooking = lookEveryMinute(installation, logger);
  return {
    url: config.http.port === 0 ? await app.getUrl() : config.http.publicUrl,
    close: async () => {
      stopLooking();
      await app.close();
    },
  };
}
