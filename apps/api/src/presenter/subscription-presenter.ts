import type { FollowLink, TopicView, UnfollowLink } from '#contracts';
import type { Language } from '#messages';
import { topicName } from '#tracking';
import type { ConfirmationReading, FollowLinkReading, NamedTopic, State } from '#tracking';

import { inLanguage } from './wording.js';

export function topicView(topic: NamedTopic, language: Language): TopicView {
  return { kind: topic.kind, key: topic.key, name: topicName(topic, language) };
}

export function followLinkView(
  { state, followed, confirmed, end }: ConfirmationReading,
  language: Language,
): FollowLink {
  const topic = followed[0]?.topic ?? null;
  return { state: stateOf(state, language), topic: topic && topicView(topic, language), confirmed, end };
}

export function unfollowLinkView({ state, followed }: FollowLinkReading, language: Language): UnfollowLink {
  return {
    state: stateOf(state, language),
    followed: followed.map(({ id, topic }) => ({ id, topic: topic && topicView(topic, language) })),
  };
}

function stateOf({ iso3, name }: State, language: Language): FollowLink['state'] {
  return { iso3, name: inLanguage(name, language) };
}
