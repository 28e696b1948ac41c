import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';

import { Sessions, SignInLinks } from '#identity';
import type { Mailbox } from '#mail';
import {
  AcknowledgeAlert,
  ReadAnswer,
  ReadAuditHeads,
  ReadDocket,
  ReadHistory,
  ReadPublicRecord,
  ReadWatch,
} from '#tracking';
import type { Tracking } from '#tracking';

import { AccessGuard } from './access/access-guard.js';
import { AuditController } from './audit/audit.controller.js';
import { MAILBOX, MailboxController } from './mailbox/mailbox.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { HealthController } from './operation/health.controller.js';
import { WatchController } from './operation/watch.controller.js';
import { PageRenderer } from './page/page-renderer.js';
import { PagesController } from './page/pages.controller.js';
import { AnswersController } from './people/answers.controller.js';
import { PeopleController } from './people/people.controller.js';
import { ProblemFilter } from './problem/problem-filter.js';
import { StatesController } from './public/states.controller.js';
import { API_SETTINGS } from './settings.js';
import type { ApiSettings } from './settings.js';

/** What the edge is given: the use cases, its settings and, in the demonstration, the mailbox. */
export interface ApiGround {
  readonly tracking: Tracking;
  readonly settings: ApiSettings;
  readonly mailbox: Mailbox | null;
}

/** The composition root of the API. */
@Module({})
export class ApiModule {
  static compose({ tracking, settings, mailbox }: ApiGround): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        StatesController,
        PeopleController,
        AnswersController,
        AuditController,
        WatchController,
        HealthController,
        OpenApiController,
        PagesController,
        ...(mailbox ? [MailboxController] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: API_SETTINGS, useValue: settings },
        { provide: MAILBOX, useValue: mailbox },
        { provide: ReadPublicRecord, useValue: tracking.readPublicRecord },
        { provide: ReadDocket, useValue: tracking.readDocket },
        { provide: ReadAnswer, useValue: tracking.readAnswer },
        { provide: AcknowledgeAlert, useValue: tracking.acknowledgeAlert },
        { provide: ReadAuditHeads, useValue: tracking.readAuditHeads },
        { provide: ReadHistory, useValue: tracking.readHistory },
        { provide: ReadWatch, useValue: tracking.readWatch },
        { provide: Sessions, useValue: tracking.sessions },
        { provide: SignInLinks, useValue: tracking.signInLinks },
        PageRenderer,
      ],
    };
  }
}
