import type { SubmissionActor } from '#tracking';

import type { WatchedState } from '../factories/watched-state.js';
import type { Change, Changes, Owner } from './audited-changes.js';
import { comparabilityChanges } from './comparability-changes.js';
import { subscriptionChanges } from './subscription-changes.js';
import { watchRuleChanges } from './watch-rule-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const BY = '/states/PER';
const AS = '/states/{iso3}';
const TEXT = 'The register was opened.';
const reason = 'The year is missing';
const ABOUT = { authorKind: 'institution', recommendation: 'opsc-1-8', institution: 'MIMP' };

/** How to send something in, to decide on it and to open it again, by the API and by the forms. */
export function submissionChanges(
  ground: TrackingGround,
  peru: WatchedState,
  people: {
    readonly secretariat: () => Promise<Owner>;
    readonly sessionOf: (personId: number) => Promise<Owner>;
    /** Who owes what is answered. */
    readonly ministry: number;
  },
): Changes {
  const { writeSubmissions, reviewSubmissions, readSubmissions, contributePublicly } = ground.tracking;

  let writer: Promise<number> | null = null;

  /** Somebody else than the focal point whose own few changes are counted. */
  async function focalPoint(): Promise<Owner> {
    writer ??= peru.addPerson('author@per.example', 'focal_point', people.ministry);
    return people.sessionOf(await writer);
  }

  async function owed(): Promise<number> {
    return (await peru.owe(people.ministry, '2026-12-31')).obligationId;
  }

  async function author(): Promise<SubmissionActor> {
    const { personId } = await focalPoint();
    return { personId, role: 'focal_point', reader: { kind: 'institution', institutionId: people.ministry } };
  }

  async function reviewer(): Promise<SubmissionActor> {
    const { personId } = await people.secretariat();
    return { personId, role: 'secretariat', reader: { kind: 'state', personId } };
  }

  async function begun(handIn: boolean): Promise<{ id: number; version: number }> {
    const wish = {
      obligation: await owed(),
      recommendation: null,
      organisation: null,
      period: null,
      texts: { en: TEXT },
      handIn,
    };
    const by = await author();
    const id = await writeSubmissions.begin(peru.state, wish, by);
    return { id, version: (await readSubmissions.read(peru.state, id, by)).submission.version };
  }

  async function accepted(): Promise<number> {
    const { id, version } = await begun(true);
    await reviewSubmissions.decide(peru.state, id, { step: 'accept', version, reason: '' }, await reviewer());
    return id;
  }

  const change = (
    { personId, cookie }: Owner,
    url: string,
    form: Readonly<Record<string, unknown>>,
    entry: Change['entry'],
  ): Change => ({ url, cookie, personId, form: () => form, entry });

  type Make = (base: string, asForm: boolean) => Promise<Change>;
  const made: Readonly<Record<string, Make>> = {
    '/submissions': async (base, asForm) => {
      const obligation = await owed();
      const texts = asForm ? { text_en: TEXT, text_es: '' } : { texts: { en: TEXT } };
      return change(
        await focalPoint(),
        `${base}/submissions`,
        { obligation: asForm ? String(obligation) : obligation, ...texts },
        {
          actor: 'focal_point',
          action: 'submission.begun',
          before: null,
          after: { ...ABOUT, obligation, submissionState: 'draft', revision: 1 },
        },
      );
    },
    '/submissions/{id}': async (base, asForm) => {
      const { id, version } = await begun(false);
      const texts = asForm ? { text_en: 'More', text_es: '' } : { texts: { en: 'More' } };
      return change(
        await focalPoint(),
        `${base}/submissions/${id}`,
        { version, ...texts },
        {
          actor: 'focal_point',
          action: 'submission.edited',
          before: { submissionState: 'draft' },
          after: expectAbout('draft'),
        },
      );
    },
    '/submissions/{id}/step': async (base) => {
      const { id, version } = await begun(false);
      return change(
        await focalPoint(),
        `${base}/submissions/${id}/step`,
        { step: 'submit', version },
        {
          actor: 'focal_point',
          action: 'submission.submitted',
          before: { submissionState: 'draft' },
          after: expectAbout('submitted'),
        },
      );
    },
    '/submissions/{id}/comments': async (base) => {
      const { id } = await begun(true);
      return change(
        await people.secretariat(),
        `${base}/submissions/${id}/comments`,
        { text: 'Which year?' },
        {
          actor: 'secretariat',
          action: 'submission.commented',
          before: null,
          after: { recommendation: 'opsc-1-8', submissionState: 'submitted' },
        },
      );
    },
    '/submissions/{id}/decision': async (base) => {
      const { id, version } = await begun(true);
      return change(
        await people.secretariat(),
        `${base}/submissions/${id}/decision`,
        { step: 'return', version, reason },
        {
          actor: 'secretariat',
          action: 'submission.returned',
          before: { submissionState: 'submitted' },
          after: expectAbout('returned'),
          reason,
        },
      );
    },
    '/submissions/{id}/unlock': async (base) =>
      change(
        await people.secretariat(),
        `${base}/submissions/${await accepted()}/unlock`,
        { reason },
        { actor: 'secretariat', action: 'submission.period_unlocked', before: null, after: ABOUT, reason },
      ),
    '/recommendations/{id}/contributions': async (base) => {
      const opened = contributePublicly.openForm(peru.state, 'opsc-1-8');
      ground.clock.advance(10_000);
      return {
        url: `${base}/recommendations/opsc-1-8/contributions`,
        personId: null,
        form: () => ({ text: TEXT, language: 'en', opened }),
        entry: {
          actor: 'public',
          action: 'submission.submitted',
          before: { submissionState: 'draft' },
          after: {
            authorKind: 'public',
            recommendation: 'opsc-1-8',
            submissionState: 'submitted',
            revision: 1,
          },
        },
        usesUp: ['sign_in_attempt'],
      };
    },
  };

  const ofSubmissions: Changes = Object.fromEntries(
    Object.entries(made).flatMap(([path, make]) => [
      [`POST /api/v1${AS}${path}`, () => make(`/api/v1${BY}`, false)],
      [`POST ${AS}${path}`, () => make(BY, true)],
    ]),
  );
  const undo = async (): Promise<Change> => {
    const { id, version } = await begun(true);
    await reviewSubmissions.decide(peru.state, id, { step: 'return', version, reason }, await reviewer());
    return change(
      await people.secretariat(),
      `${BY}/undo`,
      { kind: 'submission', id: String(id) },
      {
        actor: 'secretariat',
        action: 'change.undone',
        before: { submissionState: 'returned' },
        after: { ...expectAbout('submitted'), undone: 'submission.returned' },
      },
    );
  };

  return {
    ...ofSubmissions,
    [`POST ${AS}/undo`]: undo,
    ...comparabilityChanges(ground, peru, people.secretariat, people.ministry),
    ...watchRuleChanges(people.secretariat),
    ...subscriptionChanges(ground, peru),
  };
}

const expectAbout = (submissionState: string) => ({ ...ABOUT, submissionState, revision: 1 });
