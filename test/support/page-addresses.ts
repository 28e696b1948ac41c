/** Who looks at a page: the public, one of the roles of the demonstration, or somebody whose second factor is still due. */
export const READERS = [
  'public',
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
  'second_factor_due',
] as const;
export type Reader = (typeof READERS)[number];

/** What is made or looked up while the ground of the pages opens: `{alert}` in a path. */
export const PLACES = [
  'answer',
  'figure',
  'mailRhythm',
  'follow',
  'followed',
  'unfollow',
  'signIn',
  'setPassword',
  'figureUpload',
  'figureImport',
  'uhriImport',
  'intake',
  'draft',
] as const;
export type Place = (typeof PLACES)[number];

/** One address of the dashboard as apps/web/src/router/routes.ts writes it, and how people come to it in the demonstration. */
export interface PageAddress {
  readonly route: string;
  readonly readers: readonly Reader[];
  /** After the language, with real parameters; more than one where a page has faces of its own. */
  readonly paths: readonly string[];
  /** The form that leads to the page and can be read once: what is typed into it. */
  readonly made?: Readonly<Record<string, string>>;
}

const STATE = '/states/PER';
const ITEM = `${STATE}/recommendations/crc-c-opsc-per-co-1.20-d`;
const DOCUMENT = `${STATE}/documents/crc-c-opsc-per-co-1`;
const WORKING = ['focal_point', 'ombudsperson', 'secretariat'] as const;

const page = (
  route: string,
  readers: readonly Reader[],
  paths: readonly string[],
  made?: PageAddress['made'],
): PageAddress => ({ route, readers, paths, ...(made && { made }) });

/** Every page of the dashboard; a spec fails where a route is missing. Pictures, axe and the look for cut text go through it. */
export const PAGE_ADDRESSES: readonly PageAddress[] = [
  page('', ['public'], ['']),
  page('/states/:iso3', ['public', 'focal_point'], [STATE]),
  page(
    '/states/:iso3/recommendations',
    ['public'],
    [
      `${STATE}/recommendations`,
      `${STATE}/recommendations?status=overdue`,
      `${STATE}/recommendations?q=nothing-like-it`,
    ],
  ),
  page('/states/:iso3/children', ['public'], [`${STATE}/children`]),
  page(
    '/states/:iso3/help-lines',
    ['secretariat'],
    [`${STATE}/help-lines`, `${STATE}/help-lines?problem=form.telephone`],
  ),
  page(
    '/states/:iso3/deadlines',
    ['public'],
    [
      `${STATE}/deadlines`,
      `${STATE}/deadlines?when=past`,
      `${STATE}/deadlines?when=soon`,
      `${STATE}/deadlines?q=nothing-like-it`,
    ],
  ),
  page('/states/:iso3/desk', ['focal_point'], [`${STATE}/desk`]),
  page(
    '/embed/states/:iso3/indicators/:code',
    ['public'],
    [`/embed${STATE}/indicators/8-O1`, `/embed${STATE}/indicators/8-O1?by=sex`],
  ),
  page(
    '/embed/states/:iso3/indicators/:code/places',
    ['public'],
    [`/embed${STATE}/indicators/8-O1/places?by=department`],
  ),
  page('/embed/states/:iso3/budget/:chart', ['public'], [`/embed${STATE}/budget/purposes`]),
  page('/embed/states/:iso3/prosecutions', ['public'], [`/embed${STATE}/prosecutions`]),
  page('/states/:iso3/recommendations/:id', ['public', 'secretariat'], [ITEM]),
  page('/states/:iso3/recommendations/:id/history', ['secretariat'], [`${ITEM}/history`]),
  page('/states/:iso3/recommendations/:id/assessments', ['public', 'ombudsperson'], [`${ITEM}/assessments`]),
  page('/states/:iso3/recommendations/:id/ask', ['ombudsperson'], [`${ITEM}/ask`]),
  page('/states/:iso3/information-requests', WORKING, [
    `${STATE}/information-requests`,
    `${STATE}/information-requests?state=withdrawn`,
  ]),
  page('/states/:iso3/information-requests/:id', WORKING, [`${STATE}/information-requests/1`]),
  page(
    '/states/:iso3/statements',
    ['public', 'ombudsperson'],
    [`${STATE}/statements`, `${STATE}/statements?q=nothing-like-it`],
  ),
  page('/states/:iso3/statements/:id', ['public', 'ombudsperson'], [`${STATE}/statements/1`]),
  page(
    '/states/:iso3/statement-drafts/new',
    ['ombudsperson'],
    [`${STATE}/statement-drafts/new`, `${STATE}/statement-drafts/new?corrects=1`],
  ),
  page('/states/:iso3/statement-drafts/:id', ['ombudsperson'], [`${STATE}/statement-drafts/{draft}`]),
  page('/states/:iso3/assessments', ['public', 'monitoring_body'], [`${STATE}/assessments`]),
  page('/states/:iso3/overrides', ['public'], [`${STATE}/overrides`]),
  page('/states/:iso3/recommendations/:id/actions', ['public', 'focal_point'], [`${ITEM}/actions`]),
  page('/states/:iso3/actions', ['public'], [`${STATE}/actions`]),
  page('/states/:iso3/actions/:id', ['public', 'focal_point'], [`${STATE}/actions/1`]),
  page('/states/:iso3/indicators', ['public'], [`${STATE}/indicators`]),
  page(
    '/states/:iso3/indicators/:code',
    ['public'],
    [`${STATE}/indicators/8-O1`, `${STATE}/indicators/8-O2`],
  ),
  page('/states/:iso3/indicators/:code/definition', ['secretariat'], [`${STATE}/indicators/8-O1/definition`]),
  page('/states/:iso3/recommendations/:id/library', ['secretariat'], [`${ITEM}/library`]),
  page('/states/:iso3/recommendations/:id/new-indicator', ['secretariat'], [`${ITEM}/new-indicator`]),
  page(
    '/states/:iso3/indicators/:code/comparability',
    ['secretariat'],
    [`${STATE}/indicators/8-O2/comparability`],
  ),
  page('/states/:iso3/budget', ['public'], [`${STATE}/budget`]),
  page('/states/:iso3/data-gaps', ['public'], [`${STATE}/data-gaps`]),
  page('/states/:iso3/prosecutions', ['public'], [`${STATE}/prosecutions`]),
  page('/states/:iso3/case-series', ['secretariat'], [`${STATE}/case-series`]),
  page('/states/:iso3/documents', ['public'], [`${STATE}/documents`]),
  page('/states/:iso3/documents/:slug', ['public', 'secretariat'], [DOCUMENT]),
  page('/states/:iso3/documents/:slug/suggestions', ['secretariat'], [`${DOCUMENT}/suggestions`]),
  page('/states/:iso3/successions', ['secretariat'], [`${STATE}/successions`]),
  page('/states/:iso3/docket', WORKING, [`${STATE}/docket`]),
  page('/states/:iso3/docket/escalations', WORKING, [
    `${STATE}/docket/escalations`,
    `${STATE}/docket/escalations?stands=settled`,
  ]),
  page(
    '/states/:iso3/monitoring',
    ['monitoring_body', 'secretariat'],
    [`${STATE}/monitoring`, `${STATE}/monitoring?sort=-alerts&year=2026`],
  ),
  page(
    '/states/:iso3/monitoring/due',
    ['monitoring_body'],
    [`${STATE}/monitoring/due`, `${STATE}/monitoring/due?outcome=missing&institution=MIMP`],
  ),
  page(
    '/states/:iso3/comments',
    ['monitoring_body', 'focal_point'],
    [`${STATE}/comments`, `${STATE}/comments?about=recommendation%3Acrc-c-opsc-per-co-1.20-d`],
  ),
  page(
    '/states/:iso3/views',
    ['monitoring_body', 'focal_point'],
    [`${STATE}/views`, `${STATE}/views?problem=saved_view.name`],
  ),
  page('/states/:iso3/monitoring/cycles', ['monitoring_body'], [`${STATE}/monitoring/cycles`]),
  page('/states/:iso3/alerts', WORKING, [`${STATE}/alerts`]),
  page('/states/:iso3/alerts/:id', ['ombudsperson', 'secretariat', 'monitoring_body'], [`${STATE}/alerts/1`]),
  page('/states/:iso3/search', ['public'], [`${STATE}/search`, `${STATE}/search?q=children`]),
  page('/sign-in/second-factor', ['second_factor_due'], ['/sign-in/second-factor']),
  page('/account/second-factor', ['secretariat', 'monitoring_body'], ['/account/second-factor']),
  page('/states/:iso3/people', ['secretariat', 'operator'], [`${STATE}/people`]),
  page('/states/:iso3/institutions', ['public', 'secretariat'], [`${STATE}/institutions`]),
  page('/states/:iso3/institutions/:code', ['public', 'secretariat'], [`${STATE}/institutions/MIMP`]),
  page(
    '/states/:iso3/institutions/:code/focal-points',
    ['secretariat'],
    [`${STATE}/institutions/MIMP/focal-points`],
  ),
  page('/states/:iso3/nobody-answers', ['secretariat'], [`${STATE}/nobody-answers`]),
  page('/states/:iso3/watch-rules', ['secretariat'], [`${STATE}/watch-rules`]),
  page('/states/:iso3/transmissions', ['secretariat'], [`${STATE}/transmissions`]),
  page(
    '/states/:iso3/recommendations/:id/contributions',
    ['public', 'contributor'],
    [`${ITEM}/contributions`],
  ),
  page('/states/:iso3/submissions', ['focal_point', 'contributor'], [`${STATE}/submissions`]),
  page(
    '/states/:iso3/submissions/new/obligation/:id',
    ['focal_point'],
    [`${STATE}/submissions/new/obligation/6`],
  ),
  page(
    '/states/:iso3/submissions/new/recommendation/:id',
    ['contributor'],
    [`${STATE}/submissions/new/recommendation/crc-c-opsc-per-co-1.20-d`],
  ),
  page(
    '/states/:iso3/submissions/:id',
    ['focal_point', 'secretariat'],
    [`${STATE}/submissions/1`, `${STATE}/submissions/4`],
  ),
  page('/states/:iso3/reviews', ['secretariat'], [`${STATE}/reviews`]),
  page('/sign-in', ['public'], ['/sign-in', '/sign-in?problem=sign_in.wrong']),
  page('/sign-in/:token', ['public'], ['/sign-in/{signIn}']),
  page('/recover', ['public'], ['/recover']),
  page(
    '/set-password/:token',
    ['public'],
    ['/set-password/{setPassword}', '/set-password/{setPassword}?problem=password.short'],
  ),
  page('/account', ['secretariat'], ['/account', '/account?problem=password.wrong']),
  page('/states/:iso3/imports/figures', ['secretariat', 'focal_point'], [`${STATE}/imports/figures`]),
  page(
    '/states/:iso3/imports/figures/uploads/:id',
    ['secretariat'],
    [`${STATE}/imports/figures/uploads/{figureUpload}`],
  ),
  page('/states/:iso3/imports/figures/:id', ['secretariat'], [`${STATE}/imports/figures/{figureImport}`]),
  page('/states/:iso3/imports/uhri', ['secretariat'], [`${STATE}/imports/uhri`]),
  page('/states/:iso3/imports/uhri/:id', ['secretariat'], [`${STATE}/imports/uhri/{uhriImport}`]),
  page('/states/:iso3/uhri', ['secretariat'], [`${STATE}/uhri`]),
  page('/states/:iso3/intakes', ['secretariat'], [`${STATE}/intakes`]),
  page('/states/:iso3/intakes/:id', ['secretariat'], [`${STATE}/intakes/{intake}`]),
  page('/states/:iso3/audit', ['secretariat'], [`${STATE}/audit`]),
  page('/answer/:token', ['public'], ['/answer/{answer}']),
  page('/figure/:token', ['public'], ['/figure/{figure}']),
  page(
    '/account/calendars',
    ['focal_point', 'monitoring_body'],
    ['/account/calendars', '/account/calendars?problem=calendar_feed.name'],
  ),
  page('/account/calendars/created', ['focal_point'], ['/account/calendars'], { name: 'Picture' }),
  page(
    '/account/mail',
    ['secretariat'],
    ['/account/mail', '/account/mail?problem=mail_rhythm.weekday_quiet'],
  ),
  page('/states/:iso3/follow', ['public'], [`${STATE}/follow?kind=theme&key=data`]),
  page('/follow/:token', ['public'], ['/follow/{follow}', '/follow/{followed}']),
  page('/unfollow/:token', ['public'], ['/unfollow/{unfollow}']),
  page('/mail-rhythm/:token', ['public'], ['/mail-rhythm/{mailRhythm}']),
  page('/account/tokens', ['secretariat'], ['/account/tokens', '/account/tokens?problem=api_token.name']),
  page('/account/tokens/created', ['secretariat'], ['/account/tokens'], { name: 'Picture', permissions: '' }),
  page('/watch', ['operator'], ['/watch']),
  page(
    '/states/:iso3/dead-letters',
    ['operator'],
    [`${STATE}/dead-letters`, `${STATE}/dead-letters?show=set_aside`],
  ),
  page('/states/:iso3/sweep', ['operator'], [`${STATE}/sweep`]),
  page('/security-events', ['operator'], ['/security-events']),
  page('/how-statuses-are-set', ['public'], ['/how-statuses-are-set']),
  page('/accessibility', ['public'], ['/accessibility']),
  page('/offline', ['public'], ['/offline']),
];
