import { z } from 'zod';

import { ALERT_AGES, COMPARISON_ORDERS, DUE_OUTCOMES, RULES, SUCCESSION_KINDS } from '#domain';

import { SEVERITIES } from './alert.js';
import {
  CivilDateSchema,
  CursorSchema,
  InstitutionSchema,
  ItemStatusSchema,
  LanguageSchema,
  SearchTextSchema,
  SoughtSchema,
} from './vocabulary.js';

const NamedStateSchema = z.object({ iso3: z.string(), name: z.string() });
const count = z.number().int();
const CountsSchema = z.object({
  led: z.record(ItemStatusSchema, count).describe('Recommendations that it leads today, by status'),
  due: count.describe('What was due by a confirmed day that is over'),
  onTime: count,
  late: count,
  missing: count.describe('Due and not sent, or returned'),
  onTimePercent: z.number().nullable().describe('Of all that was due; null where nothing was'),
  oldestDays: count.nullable().describe('Days by which the oldest of what is missing is late'),
  breakdowns: z
    .object({ received: count, asked: count, percent: z.number().nullable() })
    .nullable()
    .describe('Breakdowns of figures that came, of those asked for; null where none were asked of it'),
  alerts: count.describe('Reminders that are not settled'),
});

const OrderSchema = z.enum(COMPARISON_ORDERS);

export const InstitutionComparisonQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('Year of the due day; all otherwise'),
  sort: OrderSchema.default('-missing').describe('-: the most first. What cannot be told stands last'),
});

export const InstitutionComparisonSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  year: count.nullable(),
  years: z.array(count).describe('Years in which something was due'),
  breakdownYear: count.nullable().describe('Year that breakdowns are counted for'),
  sort: OrderSchema,
  rows: z.array(
    CountsSchema.extend({
      institution: InstitutionSchema.nullable().describe('Null: nobody is responsible'),
    }),
  ),
  all: CountsSchema,
});
export type InstitutionComparison = z.infer<typeof InstitutionComparisonSchema>;

export const AlertCausesSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  total: count,
  ages: z.array(z.enum(ALERT_AGES)),
  causes: z
    .array(
      z.object({
        rule: z.enum(RULES),
        total: count,
        severities: z.record(z.enum(SEVERITIES), count),
        byAge: z.record(z.enum(ALERT_AGES), count),
        oldestOn: CivilDateSchema,
      }),
    )
    .describe('Reminders that are not settled, by the check that found them; the most first'),
  watchedSince: CivilDateSchema.nullable(),
  months: z
    .array(
      z.object({
        month: z.string().describe('YYYY-MM'),
        opened: count.nullable().describe('Null: nobody looked yet'),
        resolved: count.nullable(),
      }),
    )
    .describe('Oldest first'),
});
export type AlertCauses = z.infer<typeof AlertCausesSchema>;

export const DueQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  institution: z.string().max(60).optional().describe('Code; -: of nobody'),
  outcome: z.enum(DUE_OUTCOMES).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const DueListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(
    z.object({
      id: count,
      title: z.string(),
      recommendation: z.object({ id: z.string(), code: z.string(), title: z.string() }),
      institution: InstitutionSchema.nullable(),
      dueOn: CivilDateSchema,
      sentOn: CivilDateSchema.nullable(),
      outcome: z.enum(DUE_OUTCOMES),
      daysLate: count,
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type DueList = z.infer<typeof DueListSchema>;

export const BECAME = [...SUCCESSION_KINDS, 'undecided'] as const;
const BecameSchema = z.enum(BECAME);

export const CycleComparisonSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  cycles: z
    .array(
      z.object({
        document: z.string(),
        symbol: z.string().nullable(),
        shortTitle: z.string(),
        adoptedOn: CivilDateSchema.nullable(),
        number: count,
        closedOn: CivilDateSchema.nullable(),
        continued: z.boolean().describe('A later document goes on from it'),
        items: count,
        statuses: z.record(ItemStatusSchema, count),
        implementedPercent: z.number().nullable(),
        became: z
          .record(BecameSchema, count)
          .describe('What became of its items later; one that went into two is counted under each'),
      }),
    )
    .describe('The newest first'),
});
export type CycleComparison = z.infer<typeof CycleComparisonSchema>;

export const CycleItemQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  q: SearchTextSchema,
  document: z.string().max(200).optional().describe('Slug of the document; all otherwise'),
  status: ItemStatusSchema.optional(),
  became: BecameSchema.optional(),
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const CycleItemListSchema = z.object({
  state: NamedStateSchema,
  today: CivilDateSchema,
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      status: ItemStatusSchema,
      became: z.array(
        z.object({
          kind: z.enum(SUCCESSION_KINDS),
          document: z.string(),
          later: z
            .object({ id: z.string(), code: z.string(), title: z.string(), status: ItemStatusSchema })
            .nullable(),
        }),
      ),
    }),
  ),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type CycleItemList = z.infer<typeof CycleItemListSchema>;
