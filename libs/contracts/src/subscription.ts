import { z } from 'zod';

import { TOPIC_KINDS } from '#domain';

import { LanguageSchema } from './vocabulary.js';

const TopicKindSchema = z.enum(TOPIC_KINDS);
const TopicKeySchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('Code of the theme or institution; id of the recommendation');

/** What of a State can be followed. */
const TopicSchema = z.object({ kind: TopicKindSchema, key: z.string(), name: z.string() });
export type TopicView = z.infer<typeof TopicSchema>;

export const FollowQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  kind: TopicKindSchema,
  key: TopicKeySchema,
});

/** What a form needs with which somebody asks to follow something by mail. */
export const FollowFormSchema = z.object({
  topic: TopicSchema,
  opened: z.string().describe('Goes back with the form'),
});
export type FollowForm = z.infer<typeof FollowFormSchema>;

/** What anybody sends who wants to hear by mail of what is published. */
export const WishToFollowSchema = z.object({
  kind: TopicKindSchema,
  key: TopicKeySchema,
  email: z.email().max(254),
  language: LanguageSchema,
  website: z.string().max(200).default('').describe('Stays empty: people do not see it'),
  opened: z.string().max(200).default(''),
});

const StateSchema = z.object({ iso3: z.string(), name: z.string() });

/** What the link in the first mail confirms. */
export const FollowLinkSchema = z.object({
  state: StateSchema,
  topic: TopicSchema.nullable().describe('Null: it is no longer on record'),
  confirmed: z.boolean(),
  end: z.string().nullable().describe('Token of the link that ends it; null before it is confirmed'),
});
export type FollowLink = z.infer<typeof FollowLinkSchema>;

/** What the holder of a mail's link follows: never the address. */
export const UnfollowLinkSchema = z.object({
  state: StateSchema,
  followed: z.array(z.object({ id: z.number().int(), topic: TopicSchema.nullable() })),
});
export type UnfollowLink = z.infer<typeof UnfollowLinkSchema>;

export const EndFollowingSchema = z.object({
  subscription: z
    .union([z.literal('all'), z.coerce.number().int().positive()])
    .default('all')
    .describe('Its number, or all of the address in the State'),
});
