/** Seeded, so that every run fills the same rows. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Phrases as treaty bodies write them. What is rare (places, bodies, laws) is made of syllables, by Zipf's law. */
const PHRASES = {
  en: [
    'take all measures necessary to prevent the sale of children',
    'expedite the adoption of the national strategy',
    'allocate adequate human, technical and financial resources',
    'disaggregate data by sex, age, nationality and ethnic origin',
    'strengthen the training of judges, prosecutors and police officers',
    'ensure that child victims are not criminalized',
    'establish mechanisms for early identification and referral',
    'prosecute and sanction perpetrators with commensurate penalties',
    'provide child-friendly and confidential complaint mechanisms',
    'protect indigenous girls in remote rural areas',
    'monitor illegal adoptions and forced labour in mining zones',
    'consult civil society and the national human rights institution',
    'guarantee reparation, recovery and social reintegration',
    'regulate tourism and travel agencies to combat sexual exploitation',
  ],
  es: [
    'adopte todas las medidas necesarias para prevenir la venta de niños',
    'acelere la aprobación de la estrategia nacional de educación',
    'asigne recursos humanos, técnicos y financieros suficientes',
    'desglose los datos por sexo, edad, nacionalidad y origen étnico',
    'refuerce la formación de jueces, fiscales y agentes de policía',
    'vele por que las niñas víctimas no sean tratadas como delincuentes',
    'establezca mecanismos de detección temprana y remisión',
    'enjuicie y sancione a los autores con penas proporcionales',
    'proteja a las mujeres indígenas de las zonas rurales apartadas',
    'vigile las adopciones ilegales y el trabajo forzoso en la minería',
    'consulte a la sociedad civil y a la Defensoría del Pueblo',
    'garantice la reparación, la recuperación y la reintegración social',
  ],
  fr: [
    'prendre toutes les mesures nécessaires pour prévenir la vente d’enfants',
    'accélérer l’adoption de la stratégie nationale d’éducation',
    'allouer des ressources humaines, techniques et financières suffisantes',
    'ventiler les données par sexe, âge, nationalité et origine ethnique',
    'renforcer la formation des juges, des procureurs et des policiers',
    'veiller à ce que les filles victimes ne soient pas poursuivies',
    'protéger les femmes autochtones des zones rurales éloignées',
    'surveiller les adoptions illégales et le travail forcé',
    'garantir la réparation, la réadaptation et la réinsertion sociale',
  ],
};
const SYLLABLES = [
  'ka',
  'mi',
  'ro',
  'tán',
  'be',
  'lú',
  'sor',
  'chi',
  'pa',
  'ne',
  'qui',
  'vel',
  'ña',
  'do',
  'yu',
  'gra',
];
const LANGUAGES = ['en', 'es', 'fr'];
const NAMES_IN_ALL = 20_000;
const ITEMS_OF_A_DOCUMENT = 50;
/** A paragraph has this many recommendations: its lettered items. */
const ITEMS_OF_A_PARAGRAPH = 2;

/** The nth rarest name: always the same one. */
export function rareName(nth) {
  let rest = nth + SYLLABLES.length ** 2;
  let name = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) name += SYLLABLES[rest % SYLLABLES.length];
  return name[0].toUpperCase() + name.slice(1);
}

function textIn(language, next) {
  const phrases = PHRASES[language];
  const parts = [];
  for (let phrase = 0; phrase < 4; phrase += 1) {
    parts.push(phrases[Math.floor(next() * phrases.length)]);
    parts.push(rareName(Math.floor(NAMES_IN_ALL ** next()) - 1), rareName(Math.floor(NAMES_IN_ALL * next())));
  }
  return parts.join(' ');
}

/**
 * Writes documents of a State with their paragraphs and recommendations, in sets: each in one language, every third
 * recommendation in two. Answers how many milliseconds that took and how many rows can be searched.
 */
export async function fillRecommendations(record, stateId, count, seed = stateId) {
  const next = random(seed);
  const began = performance.now();
  for (let document = 0; document * ITEMS_OF_A_DOCUMENT < count; document += 1) {
    const language = LANGUAGES[Math.floor(next() * LANGUAGES.length)];
    const items = Array.from(
      { length: Math.min(ITEMS_OF_A_DOCUMENT, count - document * ITEMS_OF_A_DOCUMENT) },
      (_, position) => ({
        position,
        number: Math.floor(position / ITEMS_OF_A_PARAGRAPH) + 1,
        letter: String.fromCodePoint(97 + (position % ITEMS_OF_A_PARAGRAPH)),
        texts: (position % 3 === 0
          ? [language, LANGUAGES[(LANGUAGES.indexOf(language) + 1) % 3]]
          : [language]
        ).map((one) => ({
          language: one,
          text: textIn(one, next),
          title: PHRASES[one][position % PHRASES[one].length],
        })),
      }),
    );
    await record.runState(stateId, (sql) => saveDocument(sql, stateId, { document, language, items }));
  }
  return performance.now() - began;
}

async function saveDocument(sql, stateId, { document, language, items }) {
  const slug = `bench-${document}`;
  const { id } = await sql.row(
    `INSERT INTO document (state_id, key, slug, symbol, title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
     VALUES ($1, $2, $2, $3, 'Concluding observations', 'CRC', 'CRC', $4, date '1990-01-01' + $5::int, '', now()) RETURNING id`,
    [stateId, slug, `CRC/C/BEN/CO/${document}`, language, document],
  );
  const rows = JSON.stringify(items);
  const texts = JSON.stringify(
    items.flatMap(({ position, texts: of }) => of.map((text) => ({ position, ...text }))),
  );
  await sql.execute(
    `INSERT INTO paragraph (state_id, document_id, number, kind, verb, chapeau_kind)
     SELECT DISTINCT $1::smallint, $2::int, g.number, 'recommendation', 'recommends', 'bare' FROM jsonb_to_recordset($3::jsonb) AS g(number int)`,
    [stateId, id, rows],
  );
  await sql.execute(
    `INSERT INTO paragraph_text (state_id, paragraph_id, language, text, items)
     SELECT p.state_id, p.id, $4, 'The Committee recommends that the State party:', jsonb_agg(jsonb_build_object('label', g.letter, 'text', g.texts->0->>'text'))
     FROM paragraph p JOIN jsonb_to_recordset($3::jsonb) AS g(number int, letter text, texts jsonb) ON g.number = p.number
     WHERE p.state_id = $1 AND p.document_id = $2 GROUP BY p.state_id, p.id`,
    [stateId, id, rows, language],
  );
  await sql.execute(
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, item_label, role, verb)
     SELECT p.state_id, concat_ws('.', $4::text, g.number, g.letter), p.document_id, p.id, g.position, concat(g.number, '(', g.letter, ')'), g.letter, 'item', 'recommends'
     FROM paragraph p JOIN jsonb_to_recordset($3::jsonb) AS g(number int, letter text, position int) ON g.number = p.number
     WHERE p.state_id = $1 AND p.document_id = $2`,
    [stateId, id, rows, slug],
  );
  await sql.execute(
    `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text, title)
     SELECT r.state_id, r.id, g.language, g.text, g.title
     FROM recommendation r JOIN jsonb_to_recordset($3::jsonb) AS g(position int, language text, text text, title text) ON g.position = r.position
     WHERE r.state_id = $1 AND r.document_id = $2`,
    [stateId, id, texts],
  );
}
