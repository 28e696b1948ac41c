import type { ComponentChildren } from 'preact';

import { pageUrl } from '../router/address.js';
import type { Crumb, Sheet, Visit } from '../router/page.js';
import { MarkSprite } from '../status/mark.js';
import { DeviceRoom } from './device-room.js';
import { LeftOutNotice } from './left-out-notice.js';
import { Masthead, PaletteButton } from './masthead.js';
import { ViewSaver } from './view-saver.js';

interface LayoutProps {
  readonly visit: Visit;
  readonly sheet: Sheet;
  readonly children: ComponentChildren;
}

/** Band, masthead, place, content, foot: the same around every page. */
export function Layout({ visit, sheet, children }: LayoutProps) {
  const { say, language } = visit.wording;
  const demonstrated = visit.state ?? visit.states.find((state) => state.demonstration);
  return (
    <>
      <a class="skip" href="#content">
        {say.layout.skip}
      </a>
      <MarkSprite />
      {demonstrated?.demonstration && <DemonstrationBand visit={visit} state={demonstrated.name} />}
      <Masthead visit={visit} current={sheet.current} />
      <main id="content" tabindex={-1}>
        {sheet.crumbs && sheet.crumbs.length > 0 && <Breadcrumbs crumbs={sheet.crumbs} visit={visit} />}
        <ViewSaver visit={visit} title={sheet.documentTitle} />
        <LeftOutNotice visit={visit} />
        {children}
      </main>
      <footer class="footer">
        <div class="footer-room">
          <p class="footer-about">{say.layout.about}</p>
          <p class="footer-links">
            <a href={pageUrl(language, '/how-statuses-are-set')}>{say.layout.howStatusesAreSet}</a>
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              {say.layout.openData}
            </a>
            <a href={pageUrl(language, '/accessibility')}>{say.layout.accessibility}</a>
            <PaletteButton visit={visit} />
          </p>
          <p class="footer-day">{sheet.today && say.layout.stateOfData(visit.wording.date(sheet.today))}</p>
        </div>
        <p class="print-only">
          {say.layout.printedFrom(`${visit.publicUrl}${pageUrl(language, visit.address.path)}`)}
        </p>
      </footer>
      <DeviceRoom visit={visit} />
    </>
  );
}

function DemonstrationBand({ visit, state }: { readonly visit: Visit; readonly state: string }) {
  const { layout } = visit.wording.say;
  return (
    <aside class="band" aria-label={layout.demonstration}>
      <p class="band-room">
        <span class="band-long">
          {`${layout.demonstrationStart} `}
          <i>{layout.demonstrationMark}</i>
          {` ${layout.demonstrationEnd(state)}`}
        </span>
        <span class="band-short">{layout.demonstrationShort}</span>
        <a href="/mailbox">{layout.mailbox}</a>
      </p>
    </aside>
  );
}

function Breadcrumbs({ crumbs, visit }: { readonly crumbs: readonly Crumb[]; readonly visit: Visit }) {
  const { say, language } = visit.wording;
  return (
    <nav class="crumbs" aria-label={say.layout.breadcrumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.path === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <a href={pageUrl(language, crumb.path)}>{crumb.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
