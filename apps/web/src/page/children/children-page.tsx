import type { HelpLineList, Overview } from '#contracts';

import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { ItemStatus } from '../../status/item-status.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { Mark } from '../../status/mark.js';
import type { Wording } from '../../wording/wording.js';
import { isSecretariat } from '../institution/viewer-rights.js';
import { HelpLine } from './help-line.js';

interface Data extends Record<string, unknown> {
  readonly overview: Overview;
  readonly help: HelpLineList;
}

/** What a State promised to children, told to them. From the same published counts as the overview. */
export const childrenPage: Page<Data> = {
  load: ({ language, parameters }) => ({
    overview: apiUrl(language, statePath(parameters['iso3'] ?? '', '/overview')),
    help: apiUrl(language, statePath(parameters['iso3'] ?? '', '/help-lines')),
  }),
  show: ({ overview, help }, { wording, viewer }) => ({
    documentTitle: wording.say.children.documentTitle(overview.state.name),
    today: overview.today,
    body: (
      <ChildrenBody
        overview={overview}
        help={help}
        keeps={isSecretariat(viewer, overview.state.iso3)}
        wording={wording}
      />
    ),
  }),
};

interface ChildrenProps {
  readonly overview: Overview;
  readonly wording: Wording;
}

interface BodyProps extends ChildrenProps {
  readonly help: HelpLineList;
  /** Whether the reader can enter a help line. */
  readonly keeps: boolean;
}

function ChildrenBody({ overview, help, keeps, wording }: BodyProps) {
  const { say, language } = wording;
  const words = say.children;
  const { iso3, name } = overview.state;
  return (
    <div class="children">
      <p class="children-exit">
        {/* The first thing on the page, and a plain link: it has to work before and without script. */}
        <a class="button" href={words.leaveTo} rel="noreferrer noopener">
          {words.leave}
        </a>
      </p>
      <p class="overline">{words.kicker}</p>
      <h1>{words.title(name)}</h1>
      <p class="lede">{ledeOf(overview, wording)}</p>
      {overview.total > 0 && <Counts overview={overview} wording={wording} />}
      <Section title={words.who}>
        <p>{words.whoText}</p>
        <p>
          <a href={pageUrl(language, statePath(iso3, '/assessments'))}>{words.whatTheySaid}</a>
        </p>
        <p>
          <a href={pageUrl(language, statePath(iso3, '/recommendations'))}>{words.allThings}</a>
        </p>
      </Section>
      <section class="children-help" aria-labelledby="children-help">
        <h2 id="children-help">{words.helpTitle}</h2>
        <p>{words.notYourFault}</p>
        {help.items.length > 0 ? (
          <>
            <p>{words.helpLine.call}</p>
            {help.items.map((line) => (
              <HelpLine key={line.dialled} line={line} wording={wording} />
            ))}
            <p>{words.helpLine.also}</p>
          </>
        ) : (
          <>
            <p>{words.help}</p>
            <p class="note">{words.noNumber}</p>
          </>
        )}
        {keeps && (
          <p class="children-keep">
            <a href={pageUrl(language, statePath(iso3, '/help-lines'))}>{wording.say.helpLine.link}</a>
          </p>
        )}
      </section>
      <p class="note">{words.leaveNote}</p>
    </div>
  );
}

function Counts({ overview, wording }: ChildrenProps) {
  const words = wording.say.children;
  return (
    <Section title={words.countTitle(overview.total, overview.byStatus.implemented)}>
      {/* The sentences below say the same in words, so that a screen reader is spared the marks. */}
      <p class="children-marks" aria-hidden="true">
        {marksOf(overview).map((status, place) => (
          <Mark key={place} status={status} size={26} />
        ))}
      </p>
      <p class="note">{words.countHow}</p>
      <ul class="children-counts">
        {STATUS_ORDER.map((status) => (
          <li key={status}>
            <Mark status={status} size={30} />
            <p>
              <b>{words.counted[status](overview.byStatus[status])}</b>
              {overview.byStatus[status] > 0 && meaningOf(status, wording)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function marksOf({ byStatus }: Overview): ItemStatus[] {
  return STATUS_ORDER.flatMap((status) => Array.from({ length: byStatus[status] }, () => status));
}

function meaningOf(status: ItemStatus, { say }: Wording): string {
  const { meaning } = say.children;
  return status in meaning ? ` ${meaning[status as keyof typeof meaning]}` : '';
}

function ledeOf({ document, state, total }: Overview, { say }: Wording): string {
  if (total === 0) return say.children.nothingYet;
  return document.adoptedOn === null
    ? say.children.ledeWithoutYear(state.name, total)
    : say.children.lede(document.adoptedOn.slice(0, 4), state.name, total);
}
