import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The public overview of a State. */
export const overviewEn = {
  /** The finding: how long, how many done, what is late, what nobody knows. */
  title: (years: number, total: number, implemented: number, overdue: number, noData: number) => {
    const since = years < 1 ? '' : years === 1 ? 'One year on, ' : `${capital(words(years))} years on, `;
    const done =
      total > 0 && implemented === total
        ? `all ${words(total)} recommendations are implemented.`
        : implemented === 0
          ? `none of ${words(total)} recommendations is implemented.`
          : `${words(implemented)} of ${words(total)} recommendations ${implemented === 1 ? 'is' : 'are'} implemented.`;
    const late =
      overdue === 0
        ? 'None is overdue'
        : `${capital(words(overdue))} ${overdue === 1 ? 'is' : 'are'} overdue`;
    const unknown =
      noData === 0
        ? overdue === 0
          ? ', and every one has data.'
          : '.'
        : `, ${overdue === 0 ? 'but' : 'and'} ${words(noData)} ${noData === 1 ? 'has' : 'have'} no data at all.`;
    return `${capital(since + done)} ${late}${unknown}`;
  },
  lede: (adopted: string, committee: string, state: string) =>
    `On ${adopted} the ${committee} told ${state} what to do against the sale and sexual exploitation of children. This page shows what the State has shown since.`,
  ledeWithoutDate: (committee: string, state: string) =>
    `The ${committee} told ${state} what to do. This page shows what the State has shown since.`,
  allRecommendations: (total: number) => `All ${total} recommendations`,
  nextReport: 'Next report to the Committee',
  nextRound: 'Next confirmed date',
  noRound: 'No date is confirmed at present.',
  soundingTitle: (total: number) => `The ${total} recommendations`,
  soundingHow:
    'Each line is one recommendation, hung at its status. Deeper means further from done; hatched means nobody can tell.',
  soundingHowTurned:
    'Each line is one recommendation. Longer means further from done; hatched means nobody can tell. Tap a line for its page.',
  overdueBy: (days: number) => (days === 1 ? 'overdue by 1 day' : `overdue by ${days} days`),
  groups: {
    caption: (total: string) =>
      `${total} recommendations are too many to draw one by one. This is how many of each group stand where.`,
    group: 'Group',
    all: 'All',
  },
  clusters: {
    data: 'Data',
    general_measures: 'General measures',
    prevention: 'Prevention',
    prohibition: 'Prohibition and prosecution',
    child_victims: 'Child victims',
    follow_up: 'Follow-up',
  },
  overdue: {
    title: 'What is overdue',
    paragraph: 'Para.',
    what: 'What, and who owes it',
    due: 'Due',
    daysLate: 'Days late',
    more: (total: string) => `All ${total} that are overdue`,
    none: 'Nothing is overdue. No confirmed date has passed without an answer.',
    nobody: 'Nobody is responsible',
  },
  noData: {
    title: 'What nobody can tell you',
    paragraph: 'Para.',
    what: 'What the Committee asked for',
    who: 'Who should report',
    more: (total: string) => `All ${total} without data`,
    none: 'Every recommendation has at least one usable figure.',
    nobody: 'Nobody is responsible',
  },
  meaning:
    'Overdue means a confirmed date has passed and nothing was sent. No data means there is no usable figure; it does not mean that things are bad, or good.',
  figures: 'What the figures show',
  allIndicators: 'All indicators',
  timeline: {
    title: 'From the recommendations to the next report',
    milestones: {
      report_received: 'Its report received',
      cycle_closed: 'Next report received',
      next_review: 'New review',
    },
    recommendations: 'Recommendations',
    today: 'Today',
    nextDate: 'Next confirmed date',
    nextReport: 'Next report',
  },
  states: {
    documentTitle: 'States',
    title: (count: number) =>
      count === 0
        ? 'No State is watched here yet'
        : count === 1
          ? 'One State is watched here'
          : `${capital(words(count))} States are watched here`,
    empty:
      'Three commands begin the watch: the first adds a State, the second takes in its concluding observations, the third invites the first person and prints the link to enter with.',
    commands: [
      'vigia state add --iso PER --name-en Peru --name-es Perú --time-zone America/Lima',
      'vigia ingest FILE --state PER',
      'vigia invite EMAIL --name NAME --state PER --role operator',
    ] as readonly string[],
    inContainers:
      'In the containers “docker compose exec api node apps/cli/bin/vigia.js” stands in the place of “vigia”.',
    emptyDemonstration: 'To look around first, start with VIGIA_DEMO=1.',
  },
};
