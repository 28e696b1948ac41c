import { Command, Option } from 'commander';
import { z } from 'zod';

import { UserError } from '#domain';
import type { Role } from '#domain';
import { appointableBy } from '#identity';
import { LANGUAGES } from '#messages';
import type { AccessMailAsked } from '#tracking';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

interface InviteArguments {
  readonly state: string;
  readonly role: Role;
  readonly name: string;
  readonly institution?: string;
  readonly language: 'en' | 'es';
}

/** Whoever has the command line has the database: the link is printed, so that a first person can come in without a relay. */
export function inviteCommand(): Command {
  return new Command('invite')
    .description('enter a person into a State, print the one-use link and mail it')
    .argument('<email>', 'where the person receives mail')
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .addOption(
      new Option('--role <role>', 'what the person does')
        .choices([...appointableBy('operator')])
        .makeOptionMandatory(),
    )
    .requiredOption('--name <name>', "the person's name")
    .option('--institution <code>', 'whom a focal point answers for')
    .addOption(new Option('--language <language>', 'of mails').choices([...LANGUAGES]).default('en'))
    .action(async (email: string, options: InviteArguments) => {
      if (!z.email().max(254).safeParse(email).success)
        throw new UserError('invalid_input', 'invite.email', `"${email}" is not an e-mail address.`);
      await withInstallation(async ({ tracking }) => {
        const state = await tracking.states.getState(options.state.toUpperCase());
        const outcome = await tracking.invitePerson.invite(
          state,
          {
            name: options.name,
            email,
            language: options.language,
            role: options.role,
            institution: options.institution ?? null,
          },
          { personId: null, name: null, role: null },
        );
        output.result(
          outcome.link ??
            'The person has a password already and signs in with it; there is no link to hand over.',
        );
        output.note(MAIL[outcome.mail]);
      });
    });
}

const MAIL: Readonly<Record<AccessMailAsked, string>> = {
  queued:
    'The worker mails a link of its own, now or as soon as it runs. This one works once, for seven days.',
  not_queued:
    'No mail will leave: the job queue did not answer. Hand the link over yourself; it works once, for seven days.',
};
