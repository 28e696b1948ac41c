import type { Page } from '../../router/page.js';

/**
 * What the browser shows in the place of a page that it could not reach; it holds it ready, as somebody unknown gets it. What was
 * kept on the device is filled in there (`device/offline-room.ts`).
 */
export const offlinePage: Page<Record<never, never>> = {
  load: () => ({}),
  show: (_data, { wording }) => {
    const words = wording.say.offline;
    return {
      documentTitle: words.documentTitle,
      body: (
        <div class="offline" data-offline>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <div data-offline-sent hidden>
            <p>{words.sent}</p>
            <p>
              <a class="button button-main" data-offline-form>
                {words.toForm}
              </a>
            </p>
          </div>
          <p data-offline-again>
            <a class="button button-main">{words.again}</a>
          </p>
          <section data-offline-kept data-at={words.keptAt} data-of-link={words.keptOfLink} hidden>
            <h2>{words.kept}</h2>
            <p>{words.keptWhat}</p>
            <ul class="sentences" />
          </section>
        </div>
      ),
    };
  },
};
