import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../../apps/api/src/create-api.js';
import { BOUNCE_TOKEN } from './returned-mail-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };

/** The API that takes what relays give back, with the token of the tests. */
export async function openReturnedMailApi({ tracking }: TrackingGround): Promise<NestFastifyApplication> {
  const api = await createApi(
    {
      tracking,
      mailbox: null,
      settings: {
        publicUrl: 'http://vigia.example',
        webRoot: '/nowhere',
        demonstration: false,
        bounceToken: BOUNCE_TOKEN,
      },
    },
    SILENT,
  );
  await api.listen(0, '127.0.0.1');
  return api;
}
