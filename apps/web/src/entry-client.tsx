import { hydrate } from 'preact';
import type { ComponentType } from 'preact';

import './style/fonts.css';
import './style/tokens.css';
import './style/page.css';
import './style/layout.css';
import './style/text.css';
import './style/table.css';
import './style/status.css';
import './style/sounding-chart.css';
import './style/chart.css';
import './style/form.css';
import './style/intake.css';
import './style/suggestion.css';
import './style/case-series.css';
import './style/data-gap.css';
import './style/second-factor.css';
import './style/assessment.css';
import './style/cycle.css';
import './style/deadlines.css';
import './style/follow.css';
import './style/plain-text.css';
import './style/children.css';
import './style/help-line.css';
import './style/figure.css';
import './style/explorer.css';
import './style/embed.css';
import './style/desk.css';
import './style/monitoring.css';
import './style/people.css';
import './style/saved-view.css';
import './style/comment.css';
import './style/docket.css';
import './style/request.css';
import './style/statement.css';
import './style/device.css';
import './style/print.css';
import { ChartCanvas } from './chart/island/chart-canvas.js';
import { watchConnection } from './device/connection.js';
import { readFacts } from './device/device-facts.js';
import { keepForms } from './device/keep-forms.js';
import { listenToKeys } from './device/keys.js';
import { fillOfflineRoom } from './device/offline-room.js';
import { sayResults } from './device/say-results.js';
import { wakeUndo } from './device/undo.js';

/** Parts of pages that wake up in the browser, by the name they carry in the HTML. */
const ISLANDS: Readonly<Record<string, ComponentType<never>>> = {
  chart: ChartCanvas,
};

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const Island = ISLANDS[element.dataset['island'] ?? ''] as ComponentType<object> | undefined;
  const data = element.nextElementSibling?.textContent;
  if (Island && data) hydrate(<Island {...(JSON.parse(data) as object)} />, element);
}

const passkeyForms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]');
if (passkeyForms.length > 0)
  void import('./passkey/passkey-forms.js').then(({ wakePasskeyForms }) => wakePasskeyForms(passkeyForms));

/** Back shows what the address says: not what was ticked or typed last, before it led somewhere else. */
addEventListener('pageshow', ({ persisted }) => {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!persisted && arrival?.type !== 'back_forward') return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[method="get" autocomplete="off"]'))
    form.reset();
});

/** A picture of a chart is made when somebody asks for it: what makes it is loaded then. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-picture]') : null;
  if (!button) return;
  import('./chart/picture/save-picture.js')
    .then(({ savePicture }) => savePicture(button))
    .catch(() => {
      button.textContent = button.dataset['failed'] ?? '';
      button.setAttribute('role', 'alert');
    });
});

const facts = readFacts();
if (facts) {
  listenToKeys(facts);
  watchConnection(facts);
  sayResults(facts);
  const offline = document.querySelector<HTMLElement>('[data-offline]');
  if (offline) fillOfflineRoom(offline, facts);
  else keepForms(facts);
  for (const button of document.querySelectorAll('[data-palette]'))
    button.addEventListener(
      'click',
      () => void import('./palette/palette.js').then(({ openPalette }) => openPalette(facts)),
    );
  for (const offer of document.querySelectorAll<HTMLElement>('[data-undo]')) wakeUndo(offer);
}
