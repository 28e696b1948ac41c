import { z } from 'zod';

import { ACTION_LEVELS, SMART_CRITERIA } from '#domain';

import {
  BilingualSchema,
  Code,
  DeflatorSchema,
  IndicatorSchema,
  YearSchema,
} from './demonstration-figures.js';

/** A due day relative to the State's day on which the demonstration is loaded, so that a start always shows late, near and open dates. */
const DueSchema = z.union([
  z.object({ certainty: z.literal('confirmed'), inDays: z.number().int(), basis: BilingualSchema }),
  z.object({ certainty: z.literal('estimated'), year: z.number().int(), basis: BilingualSchema }),
  z.object({ certainty: z.literal('awaiting_committee'), basis: BilingualSchema }),
]);

/** The date of the document's own next report, whatever it is. */
const AsDocumentSchema = z.object({ certainty: z.literal('as_document') });

const CivilDate = z.iso.date();

/** A document of which symbol and dates are known and whose text has not been taken in. */
const DocumentRecordSchema = z.object({
  symbol: z.string().min(1),
  title: z.string().min(1),
  shortTitle: BilingualSchema,
  mechanism: Code,
  instrument: Code,
  reportsConsidered: z.array(z.string()),
  reportReceivedOn: CivilDate.nullable(),
  consideredOn: z.array(CivilDate),
  adoptedOn: CivilDate,
});

const InstitutionSchema = z.object({
  code: Code,
  name: BilingualSchema,
  shortName: BilingualSchema,
  level: z.enum(['national', 'regional', 'local', 'independent']),
});

const PersonSchema = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(['en', 'es']),
  role: z.enum(['contributor', 'focal_point', 'monitoring_body', 'ombudsperson', 'secretariat', 'operator']),
  institution: Code.optional(),
});

const SourceSchema = z.object({
  code: Code,
  name: BilingualSchema,
  citation: z.boolean(),
  demonstration: z.boolean(),
  url: z.string().nullable(),
});

/** What somebody of the demonstration writes; people by their address in `people`. */
const AnswerSchema = z.object({
  by: z.string(),
  texts: BilingualSchema,
  /** Left out: a draft that was not handed in. */
  handedIn: z
    .object({
      /** Left out: it waits for a reviewer. */
      decided: z
        .object({ by: z.string(), step: z.enum(['accept', 'return']), reason: z.string().nullable() })
        .optional(),
    })
    .optional(),
});

const ObligationSchema = z.object({
  indicator: Code.nullable().default(null),
  institution: Code.nullable(),
  kind: z.enum(['data_submission', 'report', 'committee_date_query']).default('data_submission'),
  title: BilingualSchema,
  required: z.boolean().default(true),
  /** Calendar year that the figures are about. */
  period: YearSchema.nullable().default(null),
  due: z.union([DueSchema, AsDocumentSchema]),
  /** Sent this many days ago; accepted or still waiting. */
  submission: z
    .object({
      daysAgo: z.number().int(),
      outcome: z.enum(['awaiting_review', 'accepted']),
      texts: BilingualSchema.optional(),
    })
    .optional(),
  /** Written on the loading day, through the doors that authors and reviewers use. */
  answer: AnswerSchema.optional(),
});

const RecommendationSchema = z.object({
  code: z.string(),
  title: BilingualSchema,
  theme: z.string(),
  namedInText: z.array(z.string()).default([]),
  lead: Code.nullable(),
  support: z.array(Code).default([]),
  /** Codes of `indicators`; the first recommendation that names an indicator is its home. */
  indicators: z.array(z.object({ code: Code, required: z.boolean() })),
  obligations: z.array(ObligationSchema).default([]),
  /** The secretariat's (invented) decision. */
  implemented: z.object({ daysAgo: z.number().int(), reason: z.string() }).optional(),
});

/** An invented assessment on our own scale: the Committee on the Rights of the Child gives no grades. */
const AssessmentSchema = z.object({
  recommendation: z.string(),
  assessor: z.enum(['state', 'ombudsperson']),
  grade: z.string(),
  daysAgo: z.number().int().min(0),
  language: z.enum(['en', 'es']),
  text: z.string().min(1),
  openness: z.enum(['published', 'confidential']).default('published'),
});

/** An invented letter; the receipt is missing where `receivedDaysAgo` is null. */
const TransmissionSchema = z.object({
  institution: Code,
  recipient: z.enum(['ministry', 'parliament', 'national_authority', 'local_authority']),
  /** Codes of recommendations; none: the whole document. */
  items: z.array(z.string()),
  letter: z.string().min(1),
  sentDaysAgo: z.number().int().min(0),
  receivedDaysAgo: z.number().int().min(0).nullable(),
});

/** Invented, or a document that is cited by its symbol. */
const EvidenceSchema = z.object({
  by: z.string(),
  recommendation: z.string(),
  language: z.enum(['en', 'es']),
  title: z.string().min(1),
  /** A day that a source gives, or one counted back from the loading day. */
  effective: z.union([CivilDate, z.object({ daysAgo: z.number().int().min(0) })]),
  published: z.boolean(),
  content: z.union([
    z.object({ url: z.url() }),
    z.object({ name: z.string().min(1), lines: z.array(z.string()) }),
  ]),
});

/** An invented measure; days are counted from the loading day. */
const ActionSchema = z.object({
  by: z.string(),
  recommendation: z.string(),
  language: z.enum(['en', 'es']),
  title: z.string().min(1),
  description: z.string().min(1),
  level: z.enum(ACTION_LEVELS),
  startsInDays: z.number().int(),
  endsInDays: z.number().int(),
  doneDaysAgo: z.number().int().min(0).nullable().default(null),
  criteria: z.array(z.enum(SMART_CRITERIA)).default([]),
  indicators: z.array(Code).default([]),
  /** What proves this action; it is about the same recommendation and given by the same person. */
  evidence: z.array(EvidenceSchema.omit({ by: true, recommendation: true })).default([]),
});

/** What an organisation writes about a recommendation. */
const ContributionSchema = AnswerSchema.extend({
  recommendation: z.string(),
  organisation: z.string().min(1),
});

/** An invented formal request that was answered, and published where `published` says so. */
const RequestSchema = z.object({
  by: z.string(),
  recommendation: z.string(),
  institution: Code,
  language: z.enum(['en', 'es']),
  question: z.string().min(1),
  legalBasis: z.string().min(1),
  answer: z.object({ by: z.string(), text: z.string().min(1) }),
  published: z.boolean(),
});

/** An invented statement of the ombudsperson, with its corrections. */
const StatementSchema = z.object({
  by: z.string(),
  /** Codes; none: it speaks of the whole State. */
  recommendations: z.array(z.string()).default([]),
  language: z.enum(['en', 'es']),
  daysAgo: z.number().int().min(0),
  /** The first, and what corrects the one before it. */
  versions: z
    .array(
      z.object({ title: BilingualSchema, text: BilingualSchema, correction: z.string().min(1).nullable() }),
    )
    .min(1),
  /** Why it was withdrawn; null: it stands. */
  withdrawn: z.string().min(1).nullable().default(null),
});

/** The demonstration State: who answers for what, and figures, each with its source. Everything not cited is invented and marked so. */
export const DemonstrationFileSchema = z.object({
  state: z.object({ iso3: z.string().length(3), name: BilingualSchema, timeZone: z.string() }),
  document: z.object({
    file: z.string(),
    shortTitle: BilingualSchema,
    /** What was due before, oldest first; each a line of the date's history. */
    earlierNextReports: z.array(DueSchema).default([]),
    nextReport: DueSchema,
  }),
  laterDocuments: z.array(DocumentRecordSchema).default([]),
  institutions: z.array(InstitutionSchema),
  people: z.array(PersonSchema),
  sources: z.array(SourceSchema),
  indicators: z.array(IndicatorSchema),
  recommendations: z.array(RecommendationSchema),
  /** Price indices by year. */
  deflators: z.array(DeflatorSchema).default([]),
  transmissions: z.array(TransmissionSchema).default([]),
  assessments: z.array(AssessmentSchema).default([]),
  actions: z.array(ActionSchema).default([]),
  evidence: z.array(EvidenceSchema).default([]),
  contributions: z.array(ContributionSchema).default([]),
  requests: z.array(RequestSchema).default([]),
  statements: z.array(StatementSchema).default([]),
  /** Indicators whose charts stand on the overview. */
  highlights: z.array(Code),
});
export type DemonstrationFile = z.infer<typeof DemonstrationFileSchema>;
