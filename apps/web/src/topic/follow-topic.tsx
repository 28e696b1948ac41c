import type { Language } from '#messages';

import { institutionPath, pageUrl, recommendationPath, statePath, topicFeedUrl } from '../router/address.js';
import type { Topic } from '../router/address.js';
import type { Sheet } from '../router/page.js';
import type { Wording } from '../wording/wording.js';

/** A part of a State with its name, as its page knows it. */
export interface NamedTopic extends Topic {
  readonly name: string;
}

interface FollowTopicProps {
  readonly topic: NamedTopic;
  readonly iso3: string;
  readonly wording: Wording;
}

/** Ways to hear of what changes about it. */
export function FollowTopic({ topic, iso3, wording }: FollowTopicProps) {
  return (
    <p class="links">
      <a href={topicFeedUrl(wording.language, iso3, topic)}>{wording.say.feed.changesOfLink(topic.name)}</a>
      <a href={pageUrl(wording.language, statePath(iso3, '/follow'), { kind: topic.kind, key: topic.key })}>
        {wording.say.follow.link}
      </a>
    </p>
  );
}

/** Its own page. */
export function topicUrl(language: Language, iso3: string, { kind, key }: Topic): string {
  switch (kind) {
    case 'theme':
      return pageUrl(language, statePath(iso3, '/recommendations'), { theme: key });
    case 'institution':
      return pageUrl(language, institutionPath(iso3, key));
    case 'recommendation':
      return pageUrl(language, recommendationPath(iso3, key));
  }
}

/** Its feed, for the head of its page. */
export function feedOf({ topic, iso3, wording }: FollowTopicProps): NonNullable<Sheet['feed']> {
  return {
    title: wording.say.feed.changes(topic.name),
    url: topicFeedUrl(wording.language, iso3, topic),
  };
}
