/**
 * The arrows of the house: who may know whom, and why. `npm run arrows` holds them; `tools/prove-arrows.mjs` proves
 * that every rule below refuses what it is there to refuse.
 */

/** For each room: the libs it may import, and the reason the list is no longer. */
const rooms = {
  'libs/domain': [
    [],
    'The rules of the field stand on nothing, so that they can be read, tested and trusted alone.',
  ],
  'libs/messages': [[], 'Sentences are chosen by code and parameters; they know no concept of the program.'],
  'libs/config': [[], 'Settings are read before anything else exists.'],
  'libs/embedded': [
    ['config', 'domain'],
    'It starts a server; what is stored in it is no concern of its. Domain gives it the error families.',
  ],
  'libs/ingest': [
    ['domain', 'messages'],
    'Bytes to recommendations, without a database: the same for a command and an upload.',
  ],
  'libs/reporting': [
    ['domain', 'messages'],
    'Values to documents, without a database: a report can be drafted from any source.',
  ],
  'libs/contracts': [
    ['domain', 'messages'],
    'The browser loads it: it may carry vocabulary and sentences, never a server.',
  ],
  'libs/mail': [
    ['domain', 'messages', 'reporting', 'config'],
    'It writes and hands over one message, with files in the formats of reporting; who gets it was decided before.',
  ],
  'libs/queue': [
    ['domain', 'config'],
    'It carries names and ids of work; it never knows the handler, so no circle can arise.',
  ],
  'libs/persistence': [
    ['domain', 'config'],
    'It stores and returns domain values; deciding happens elsewhere.',
  ],
  'libs/identity': [
    ['domain', 'config', 'persistence'],
    'Who someone is and may do: independent of what is done.',
  ],
  'libs/tracking': [
    ['domain', 'messages', 'ingest', 'reporting', 'mail', 'queue', 'persistence', 'identity'],
    'The use cases join the rooms; settings reach them as values from the composition root.',
  ],
  'libs/installation': [
    ['domain', 'config', 'embedded', 'persistence', 'queue', 'mail', 'tracking'],
    'Opens what every process stands on: database, clock, queue, relay. One place, because three apps need the same.',
  ],
  'apps/api': [
    [
      'tracking',
      'contracts',
      'identity',
      'config',
      'domain',
      'messages',
      'mail',
      'reporting',
      'installation',
    ],
    'An edge translates HTTP into use cases, nothing more; domain and messages are the words it translates with, reporting the formats that it answers in.',
  ],
  'apps/worker': [
    ['tracking', 'queue', 'config', 'domain', 'installation'],
    'An edge translates jobs into use cases, nothing more; domain gives it errors and civil days.',
  ],
  'apps/web': [
    ['contracts', 'messages'],
    'It runs in a browser: it knows the API and the sentences, never the server.',
  ],
};

const specs = '\\.spec\\.tsx?$';
const compositionRoot = '^apps/[^/]+/src/[^/]+\\.module\\.ts$';
const anyOf = (names) => `(?:${names.join('|')})`;
const packages = (...names) => `(?:^|/)node_modules/(?:@types/)?${anyOf(names)}/`;

const arrow = ([room, [libs, reason]]) => ({
  name: `arrow-${room.split('/')[1]}`,
  comment: `${room} -> ${libs.length === 0 ? 'nothing of ours' : libs.join(', ')}. ${reason}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: compositionRoot },
  to: { path: '^libs/', pathNot: [`^${room}/`, `^libs/${anyOf(libs)}/`] },
});

const only = (name, names, rooms, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(?:apps|libs)/', pathNot: `^libs/${anyOf(rooms)}/` },
  to: { path: packages(...names) },
});

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(arrow),
    {
      name: 'lib-not-to-app',
      comment: 'A lib is used by apps. What an app has and a lib wants is passed in.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'app-not-to-app',
      comment:
        'Apps are processes of their own. Only the command line composes api and worker (`vigia start`).',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/'] },
    },
    {
      name: 'web-by-its-build',
      comment:
        'Pages are built by Vite and loaded from dist by path: their source compiles for a browser, not for a server.',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'through-the-index',
      comment: "A lib is known by '#name', its index: what the index does not export is its own business.",
      severity: 'error',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/'], dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'inside-by-path',
      comment: "Within a lib, import the file: going through the lib's own index makes circles.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: specs },
      to: { path: '^libs/$1/', dependencyTypes: ['aliased-subpath-import'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/' },
      to: { circular: true },
    },
    only(
      'typeorm-in-persistence',
      ['typeorm'],
      ['persistence'],
      'Repositories return domain values; an entity that leaves the room ties everything to its table.',
    ),
    {
      ...only(
        'bullmq-in-queue',
        ['bullmq', 'ioredis'],
        ['queue'],
        'One catalogue of jobs on two backends: only the queue knows which.',
      ),
      from: { path: '^(?:apps|libs)/', pathNot: '^(?:libs/queue|apps/worker)/' },
    },
    only(
      'smtp-in-mail',
      ['nodemailer', 'smtp-server', 'mailparser'],
      ['mail'],
      'One place hands mails over, so that one place proves what is sent and repeated.',
    ),
    {
      name: 'no-framework-in-pure-rooms',
      comment:
        'These rooms are plain functions and values: usable from a test, a script or a browser without a container.',
      severity: 'error',
      from: { path: '^libs/(?:domain|messages|ingest|reporting|contracts)/' },
      to: { path: packages('@nestjs') },
    },
    {
      name: 'no-machine-in-domain',
      comment: 'Neither files, network nor process: the same facts give the same answer everywhere.',
      severity: 'error',
      from: { path: '^libs/(?:domain|messages)/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-machine-in-browser',
      comment: 'Node modules do not exist in a browser.',
      severity: 'error',
      from: { path: '^(?:apps/web/src|libs/contracts)/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-development-packages',
      comment: 'The image holds production packages only: this import would fail there.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/[^/]+/src/', pathNot: [specs, '^apps/web/src/.*\\.d\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(?:^|/)node_modules/@types/',
      },
    },
    {
      name: 'declared-packages',
      comment:
        "A package that package.json does not name is there by accident, and goes with someone else's update.",
      severity: 'error',
      from: { path: '^(?:apps|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would also lead past every rule above.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/' },
      // The pages' build makes the first (the names of its own files); the command leads into a build that may not stand yet.
      to: { couldNotResolve: true, pathNot: '^virtual:assets$|/dist/apps/cli/src/main\\.js$' },
    },
    {
      name: 'sources-not-builds',
      comment:
        'Only sources are judged; a path into dist would be a way around. The command itself is a door into the build.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: '^apps/cli/bin/' },
      to: { path: '^dist/' },
    },
  ],
  options: {
    doNotFollow: { path: '(?:^|/)node_modules/' },
    // An `import type` is an arrow too: it ties the reader's head, if not the program.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.build.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
